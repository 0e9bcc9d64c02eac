/// What the models see of a text: its words, its pairs of neighbouring words, and the runs of 3
/// to 5 letters in its longer words, as 64-bit hashes.
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
    for index in range {
      let word = words.words[index]
      if !word.isRepeated { body(word.hash, .word, index) }
      if word.pair != 0 { body(word.pair, .pair, index) }
      if !word.isRepeated { eachRun(of: word, in: words) { body($0, .letters, index) } }
    }
  }

  /// The runs of letters of a word with its edges marked, such as `<be`, `bee`, `ees` and `es>`.
  @inline(__always)
  static func eachRun(of word: Words.Word, in words: Words, _ body: (UInt64) -> Void) {
    let count = word.count
    guard count >= shortestWord, count <= longestWord else { return }
    let first = Int(word.start)
    words.letters.withUnsafeBufferPointer { letters in
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
  }

  private static let runKind: UInt64 = 2
  private static let shortestRun = 3
  private static let longestRun = 5
  private static let shortestWord = 4
  private static let longestWord = 40
  private static let edge: UInt32 = 0x1F
}
