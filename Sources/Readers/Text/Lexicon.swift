/// The words that the corpus uses, with how common they are.
///
/// Spelling is undone, and hashtags are split, only where it gives words of the lexicon. Words are
/// kept as hashes in one array of 32-bit slots: 24 bits of the hash above 8 bits of cost.
struct Lexicon: Sendable, Equatable {
  /// The slots; a power of two of them, at most half of them used, 0 where free.
  let slots: [UInt32]

  /// A lexicon that knows no word.
  static let empty = Lexicon(slots: [0])

  /// Takes slots as they stand in a weights file.
  init(slots: [UInt32]) { self.slots = slots }

  /// Builds a lexicon of words with the number of lines that use each.
  init(words: [(hash: UInt64, lines: Int)]) {
    guard !words.isEmpty else {
      self = .empty
      return
    }
    var size = 4
    while size / 2 <= words.count { size *= 2 }
    let total = Double(max(1, words.reduce(0) { $0 + $1.lines }))
    var slots = [UInt32](repeating: 0, count: size)
    for word in words {
      let bits = Logarithm.base2(total / Double(max(1, word.lines)))
      let cost = UInt32(min(255, max(1, (bits * 8).rounded())))
      var at = Int(truncatingIfNeeded: word.hash) & (size - 1)
      while slots[at] != 0, slots[at] >> 8 != Self.print(of: word.hash) {
        at = (at + 1) & (size - 1)
      }
      slots[at] = Self.print(of: word.hash) << 8 | cost
    }
    self.slots = slots
  }

  /// The cost of a word in eighths of a bit, 1 … 255; nil where it is unknown.
  @inline(__always)
  func cost(of hash: UInt64) -> Int? {
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: hash) & mask
    for _ in 0..<64 {
      let slot = slots[at]
      if slot == 0 { return nil }
      if slot >> 8 == Self.print(of: hash) { return Int(slot & 0xFF) }
      at = (at + 1) & mask
    }
    return nil
  }

  /// Whether the corpus uses the word.
  func knows(_ hash: UInt64) -> Bool { cost(of: hash) != nil }

  @inline(__always)
  private static func print(of hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 40) | 1
  }
}
