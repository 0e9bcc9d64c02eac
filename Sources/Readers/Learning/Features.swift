/// What the models see of a text: its words, its pairs of neighbouring words, and the runs of 3
/// to 5 letters in its longer words, as 64-bit hashes.
enum Features {
  /// What a feature is; each kind has a weight of its own in the table of a model.
  enum Kind: UInt8, CaseIterable {
    case word, pair, letters
    /// A class of words, and a pair of them; `ClassSigns` finds both.
    case wordClass, classPair
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
      // The last five letters, twelve bits each; a run ends at a letter or at the right edge.
      var packed = edge
      for at in 0...count {
        packed = packed << 12 | (at < count ? UInt64(letters[first &+ at] & 0xFFF) : edge)
        if at >= 1 { body(hash(packed, letters: 3)) }
        if at >= 2 { body(hash(packed, letters: 4)) }
        if at >= 3 { body(hash(packed, letters: 5)) }
      }
    }
  }

  /// The hash of the last letters of a packed run.
  @inline(__always)
  private static func hash(_ packed: UInt64, letters: Int) -> UInt64 {
    let run = packed & (1 &<< UInt64(12 &* letters) &- 1) | UInt64(letters) &<< 60
    let product = (run ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  private static let shortestWord = 4
  private static let longestWord = 40
  private static let edge: UInt64 = 0x1F
}
