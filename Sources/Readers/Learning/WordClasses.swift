import CWeights

/// What words do or are about, whatever language they are of: `sell`, `police`, `DRU`.
///
/// A word that no example uses still has its classes, which models know from other words. The
/// classes of the corpus are in `classes/*.txt`; a model's weights carry them.
struct WordClasses: Sendable, Hashable {
  /// What the classes are called, in alphabetical order.
  let names: [String]
  /// Two numbers a slot: the hash of a word or phrase, and its `Members`; a free slot has none.
  let slots: [UInt64]
  /// Bits by which most words of no class are told without a look at the slots: they are few
  /// enough to stay near the processor.
  private let filter: [UInt64]

  /// No class at all.
  static let none = WordClasses(names: [], slots: [0, 0])
  /// The most classes that there can be.
  static let most = 127
  /// The most words of a phrase.
  static let longest = 6

  /// Whether there are none.
  var isEmpty: Bool { names.isEmpty }

  /// Takes slots as they stand in weights.
  init(names: [String], slots: [UInt64]) {
    self.names = names
    self.slots = slots
    filter = Self.filter(of: slots)
  }

  private static func filter(of slots: [UInt64]) -> [UInt64] {
    var filter = [UInt64](repeating: 0, count: max(1, slots.count / 2 * bitsPerSlot / 64))
    for slot in stride(from: 0, to: slots.count, by: 2) where slots[slot + 1] != 0 {
      let (place, bit) = bit(of: slots[slot], in: filter.count)
      filter[place] |= bit
    }
    return filter
  }

  private static let bitsPerSlot = 4

  @inline(__always)
  private static func bit(of hash: UInt64, in count: Int) -> (place: Int, bit: UInt64) {
    (Int(truncatingIfNeeded: hash &>> 38) & (count - 1), 1 &<< (hash &>> 32 & 63))
  }

  /// Whether a word or phrase may be among those with classes; true of some that are not.
  @inline(__always)
  func mayKnow(_ hash: UInt64) -> Bool {
    let (place, bit) = Self.bit(of: hash, in: filter.count)
    return filter[place] & bit != 0
  }

  /// Puts words and phrases, each given by the hashes of its words, into a table.
  init(names: [String], phrases: [(words: [UInt64], classes: [Int])]) {
    var places: [UInt64: Int] = [:]
    var entries: [(hash: UInt64, members: Members)] = []
    func place(of hash: UInt64) -> Int {
      if let place = places[hash] { return place }
      places[hash] = entries.count
      entries.append((hash, Members()))
      return entries.count - 1
    }
    for phrase in phrases where (1...Self.longest).contains(phrase.words.count) {
      var hash = phrase.words[0]
      for word in phrase.words.dropFirst() {
        entries[place(of: hash)].members.beginsPhrase = true
        hash = LetterHash.pair(hash, word)
      }
      let place = place(of: hash)
      for name in phrase.classes { entries[place].members.insert(name) }
    }
    var count = 1
    while count < entries.count * 2 { count *= 2 }
    var slots = [UInt64](repeating: 0, count: count * 2)
    for entry in entries {
      var at = Int(truncatingIfNeeded: entry.hash) & (count - 1)
      while slots[2 * at + 1] != 0 { at = (at + 1) & (count - 1) }
      slots[2 * at] = entry.hash
      slots[2 * at + 1] = entry.members.packed
    }
    self.init(names: names, slots: slots)
  }

  /// The classes of a word or phrase.
  @inline(__always)
  func members(of hash: UInt64) -> Members {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count / 2 - 1
      var at = Int(truncatingIfNeeded: hash) & mask
      // The table is half empty, so the search ends; weights of others may lie about that.
      for _ in 0...min(mask, 256) {
        let packed = slots[2 &* at &+ 1]
        if packed == 0 || slots[2 &* at] == hash { return Members(packed: packed) }
        at = (at &+ 1) & mask
      }
      return Members()
    }
  }

  /// Says that the classes of a word will be asked soon.
  @inline(__always)
  func expect(_ hash: UInt64) {
    slots.withUnsafeBufferPointer { slots in
      let at = Int(truncatingIfNeeded: hash) & (slots.count / 2 - 1)
      if let base = slots.baseAddress { cw_prefetch(base + 2 &* at) }
    }
  }

  /// The classes of one word or phrase: seven at most, a byte each, and whether a longer phrase
  /// begins so.
  struct Members: Sendable, Hashable {
    /// From the lowest byte on, one more than the place of a class among the names; the highest
    /// byte is 1 where a longer phrase begins so.
    private(set) var packed: UInt64 = 0

    private static let beginning: UInt64 = 1 << 56

    /// No class.
    init() {}

    /// Classes as they stand in a slot.
    init(packed: UInt64) { self.packed = packed }

    /// Whether there is neither a class nor a longer phrase.
    var isEmpty: Bool { packed == 0 }

    /// Whether there is a class.
    var hasClass: Bool { packed & (Self.beginning - 1) != 0 }

    /// Whether a longer phrase begins so.
    var beginsPhrase: Bool {
      get { packed & Self.beginning != 0 }
      set { packed = newValue ? packed | Self.beginning : packed & ~Self.beginning }
    }

    /// Adds a class; an eighth is left out.
    mutating func insert(_ name: Int) {
      for place in 0..<7 {
        let byte = packed &>> UInt64(8 * place) & 0xFF
        if byte == UInt64(name + 1) { return }
        if byte == 0 {
          packed |= UInt64(name + 1) &<< UInt64(8 * place)
          return
        }
      }
    }

    /// Calls `body` with the place of each class among the names.
    @inline(__always)
    func each(_ body: (Int) -> Void) {
      var rest = packed & (Self.beginning - 1)
      while rest != 0 {
        body(Int(rest & 0xFF) &- 1)
        rest &>>= 8
      }
    }
  }
}
