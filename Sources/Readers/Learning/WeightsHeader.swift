import Catalogue

/// The first bytes of weights: what they are and where their tables stand.
struct WeightsHeader {
  var kind: ModelKind
  var labelCount: Int
  var slotCount: Int
  var entryCount: Int
  var lexiconCount: Int
  var unknownSquared: Int
  var fieldWeights: [Int]

  var slotsAt: Int { Weights.headerSize + labelCount * Weights.labelSize }
  var entriesAt: Int { slotsAt + slotCount * Weights.slotSize }
  var lexiconAt: Int { entriesAt + (entryCount * Weights.entrySize + 7) / 8 * 8 }
  /// The size of the whole, checksum included.
  var size: Int { (lexiconAt + lexiconCount * 4 + 7) / 8 * 8 + 8 }

  /// Reads and checks the header; throws what is wrong with the bytes.
  init(_ bytes: UnsafeRawBufferPointer, kind wanted: ModelKind) throws(WeightsError) {
    guard bytes.count >= 4, bytes.word(at: 0) == Weights.magic else { throw .notWeights }
    guard bytes.count >= Weights.headerSize + 8 else {
      throw .length(found: bytes.count, wanted: Weights.headerSize + 8)
    }
    guard bytes.word(at: 4) == Weights.version else {
      throw .version(found: Int(bytes.word(at: 4)), wanted: Int(Weights.version))
    }
    guard let kind = ModelKind.allCases.first(where: { $0.code == bytes.word(at: 8) }) else {
      throw .notWeights
    }
    guard kind == wanted else { throw .kind(found: kind.rawValue, wanted: wanted.rawValue) }
    self.kind = kind
    labelCount = Int(bytes.word(at: 12))
    slotCount = Int(bytes.word(at: 16))
    entryCount = Int(bytes.word(at: 20))
    lexiconCount = Int(bytes.word(at: 24))
    unknownSquared = Int(bytes.word(at: 28))
    fieldWeights = Field.allCases.indices.map { Int(bytes.word(at: 32 + 4 * $0)) }
    guard bytes.count == size else { throw .length(found: bytes.count, wanted: size) }
    let body = UnsafeRawBufferPointer(rebasing: bytes[..<(size - 8)])
    let sum = bytes.loadUnaligned(fromByteOffset: size - 8, as: UInt64.self)
    guard Checksum.of(body) == UInt64(littleEndian: sum) else { throw .checksum }
    guard labelCount == kind.labels.count, bytes.word(at: 52) == Self.print(of: kind.labels) else {
      throw .labels
    }
  }

  /// Checks that no slot and no entry points outside, so that reading need not.
  func checkTables(of bytes: UnsafeRawBufferPointer) throws(WeightsError) {
    guard slotCount > 0, slotCount & (slotCount - 1) == 0 else { throw .table("feature") }
    guard lexiconCount > 0, lexiconCount & (lexiconCount - 1) == 0 else { throw .table("lexicon") }
    for slot in 0..<slotCount {
      let at = slotsAt + slot * Weights.slotSize
      let last = Int(bytes.word(at: at + 4)) + Int(bytes[at + 3])
      guard last <= entryCount else { throw .table("feature") }
    }
    var largest: UInt8 = 0
    for entry in 0..<entryCount {
      largest = max(largest, bytes[entriesAt + entry * Weights.entrySize])
    }
    guard entryCount == 0 || Int(largest) < labelCount else { throw .table("weight") }
  }

  /// A hash of the names that the labels stand for, in order.
  static func print(of labels: [String]) -> UInt32 {
    var hash = LetterHash(kind: 3)
    for label in labels {
      for scalar in label.unicodeScalars { hash.append(scalar.value) }
      hash.append(0x0A)
    }
    return UInt32(truncatingIfNeeded: hash.value)
  }
}

extension UnsafeRawBufferPointer {
  /// The 32-bit number at an offset.
  @inline(__always)
  func word(at offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The 32-bit float at an offset.
  func float(at offset: Int) -> Float { Float(bitPattern: word(at: offset)) }
}
