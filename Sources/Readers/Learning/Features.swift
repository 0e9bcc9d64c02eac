/// What the models see of a text: its words, its pairs of neighbouring words, and the runs of 3
/// to 5 letters in each word, as 64-bit hashes.
enum Features {
  /// What a feature is; each kind has a weight of its own in the table of a model.
  enum Kind: UInt8, CaseIterable {
    case word, pair, letters
  }

  /// Calls `body` with each feature of the words of one field, in reading order, and with the
  /// word it ends in. A pair belongs to its second word.
  @inline(__always)
  static func each(
    in words: Words, of range: Range<Int>, _ body: (UInt64, Kind, Int) -> Void
  ) {
    words.letters.withUnsafeBufferPointer { letters in
      words.words.withUnsafeBufferPointer { list in
        var previous: UInt64 = 0
        for index in range {
          let word = list[index]
          body(word.hash, .word, index)
          if index > range.lowerBound { body(LetterHash.pair(previous, word.hash), .pair, index) }
          previous = word.hash
          eachRun(in: letters, of: word) { body($0, .letters, index) }
        }
      }
    }
  }

  /// The runs of letters of a word, its edges marked: `<be`, `bee`, `ees`, `es>` …
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
