import Catalogue

/// The features of an upload that a model knows, in reading order, and what each field adds up to.
struct Hits {
  /// One feature where it stands.
  struct Hit {
    /// The word it ends in.
    var word: UInt32
    /// Its first weight.
    var first: UInt32
    /// Its number of weights.
    var count: UInt8
    /// Whether it is a pair, and so belongs half to the word before.
    var isPair: Bool
    /// How much it counts in the text.
    var value: UInt8
  }

  private(set) var list: [Hit] = []
  /// For each field, its hits.
  private(set) var fields: [Range<Int>] = []
  /// For each word, the squared values of its features.
  private(set) var squares: [Int]

  /// Looks up the features of all words.
  init(of words: Words, in weights: Weights) {
    squares = [Int](repeating: 0, count: words.words.count)
    list.reserveCapacity(min(words.letters.count * 2 + 16, 1 << 16))
    weights.source.withBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let slots = base + weights.slotsAt
      for range in words.fields {
        let start = list.count
        Features.each(in: words, of: range) { hash, kind, word in
          guard let entry = FeatureEntry(hash, in: slots, mask: weights.slotMask) else {
            if kind == .word { squares[word] &+= weights.unknownSquared }
            return
          }
          squares[word] &+= Int(entry.value) &* Int(entry.value)
          guard entry.count > 0 else { return }
          list.append(
            Hit(
              word: UInt32(truncatingIfNeeded: word), first: entry.first, count: entry.count,
              isPair: kind == .pair, value: entry.value))
        }
        fields.append(start..<list.count)
      }
    }
  }
}
