/// What the models see of a text: its words, its pairs of neighbouring words, and the runs of 3
/// to 5 letters in each word, as 64-bit hashes.
enum Features {
  /// What a feature is; each kind has a weight of its own in the table of a model.
  enum Kind: UInt8, CaseIterable {
    case word, pair, letters
  }

  /// Calls `body` with each feature of one field's words, in reading order, and the word it ends in.
  ///
  /// A pair belongs to its second word. What was said a moment ago counts once.
  @inline(__always)
  static func each(
    in words: Words, of range: Range<Int>, _ body: (UInt64, Kind, Int) -> Void
  ) {
    words.letters.withUnsafeBufferPointer { letters in
      words.words.withUnsafeBufferPointer { list in
        var previous: UInt64 = 0
        for index in range {
          let word = list[index]
          let last = lastSight(of: word.hash, before: index, in: list, from: range.lowerBound)
          if last == nil { body(word.hash, .word, index) }
          if index > range.lowerBound, !isPair(last, previous, in: list, from: range.lowerBound) {
            body(LetterHash.pair(previous, word.hash), .pair, index)
          }
          previous = word.hash
          if last == nil { eachRun(in: letters, of: word) { body($0, .letters, index) } }
        }
      }
    }
  }

  /// Within how many words a word said again counts once.
  ///
  /// Ten sweets in a row say no more than one, and neither does a list of links to one site. A passage of review is twice as long, so
  /// that some passage holds both.
  private static let repeatWindow = 12

  /// Where a word was last said, no further back than `repeatWindow`.
  @inline(__always)
  private static func lastSight(
    of hash: UInt64, before index: Int, in list: UnsafeBufferPointer<Words.Word>, from start: Int
  ) -> Int? {
    var at = index - 1
    let end = max(start, index - repeatWindow)
    while at >= end {
      if list[at].hash == hash { return at }
      at -= 1
    }
    return nil
  }

  /// Whether the word stood behind the same one when it was last said.
  @inline(__always)
  private static func isPair(
    _ last: Int?, _ previous: UInt64, in list: UnsafeBufferPointer<Words.Word>, from start: Int
  ) -> Bool {
    guard let last, last > start else { return false }
    return list[last - 1].hash == previous
  }

  /// The runs of letters of a word with its edges marked, such as `<be`, `bee`, `ees` and `es>`.
  @inline(__always)
  private static func eachRun(
    in letters: UnsafeBufferPointer<UInt32>, of word: Words.Word, _ body: (UInt64) -> Void
  ) {
    let count = word.count
    guard count > 2, count <= longestWord else { return }
    let first = Int(word.start)
    // A run starts at the left edge, −1, or at a letter, and ends at most at the right edge.
    for start in -1...(count - 2) {
      var hash = LetterHash(kind: runKind)
      var length = 0
      var at = start
      while length < longestRun, at <= count {
        hash.append(at < 0 || at == count ? edge : letters[first + at])
        at += 1
        length += 1
        if length >= shortestRun { body(hash.value) }
      }
    }
  }

  private static let runKind: UInt64 = 2
  private static let shortestRun = 3
  private static let longestRun = 5
  private static let longestWord = 40
  private static let edge: UInt32 = 0x1F
}
