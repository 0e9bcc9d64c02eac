import CWeights

/// The features of a model where they stand in its weights.
struct FeatureTable {
  let slots: UnsafeRawPointer
  let rows: UnsafeRawPointer
  let slotCount: Int

  /// Where a feature's row stands, in steps of 4 bytes; nil where the model does not know it.
  @inline(__always)
  func row(of hash: UInt64) -> UInt32? {
    let print = Self.print(of: hash)
    var at = Self.home(of: hash, slotCount: slotCount)
    for _ in 0..<Self.longestProbe {
      let slot = UInt64(
        littleEndian: slots.loadUnaligned(fromByteOffset: at &* 8, as: UInt64.self))
      if UInt32(truncatingIfNeeded: slot) == print {
        return UInt32(truncatingIfNeeded: slot &>> 32)
      }
      if slot == 0 { return nil }
      at &+= 1
      if at == slotCount { at = 0 }
    }
    return nil
  }

  /// Says that a feature will be looked up soon: its slot is far away in memory.
  @inline(__always)
  func expect(_ hash: UInt64) {
    cw_prefetch(slots + Self.home(of: hash, slotCount: slotCount) &* 8)
  }

  /// Says that a row will be read soon.
  @inline(__always)
  func expect(row: UInt32) {
    cw_prefetch(rows + Int(row) &* 4)
    cw_prefetch(rows + (Int(row) &* 4 &+ 64))
  }

  /// A row's first 4 bytes.
  @inline(__always)
  func head(of row: UInt32) -> UInt32 {
    UInt32(littleEndian: rows.loadUnaligned(fromByteOffset: Int(row) &* 4, as: UInt32.self))
  }

  /// What a row adds for one label.
  @inline(__always)
  func number(of label: Int, in row: UInt32) -> Int {
    let count = Int(head(of: row) & 0xFF)
    let numbers = rows + (Int(row) &* 4 &+ 4)
    if count == Weights.dense { return Int(numbers.load(fromByteOffset: label, as: Int8.self)) }
    for entry in 0..<count
    where Int(numbers.load(fromByteOffset: 2 * entry, as: UInt8.self)) == label {
      return Int(numbers.load(fromByteOffset: 2 * entry + 1, as: Int8.self))
    }
    return 0
  }

  /// Where the search for a feature begins.
  @inline(__always)
  static func home(of hash: UInt64, slotCount: Int) -> Int {
    Int(truncatingIfNeeded: ((hash & 0xFFFF_FFFF) &* UInt64(slotCount)) &>> 32)
  }

  /// The 32 bits of a hash that a slot keeps; never 0, so that a free slot can be told.
  @inline(__always)
  static func print(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash &>> 32) | 1 }

  static let longestProbe = 512
}
