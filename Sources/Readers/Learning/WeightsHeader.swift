import Catalogue

/// The first bytes of weights: what they are and where their tables stand.
struct WeightsHeader {
  var kind: ModelKind
  var labelCount: Int
  /// The bytes of the labels' names.
  var nameCount: Int
  var slotCount: Int
  /// The size of the rows in steps of 4 bytes.
  var rowCount: Int
  var lexiconCount: Int
  var unknownSquared: Int
  var unit: Float
  var fieldWeights: [Int]
  var doubtFrom: Float
  /// Whether there are word classes.
  var hasClasses: Bool
  /// The bytes of the classes' names, and the slots of their table.
  var classNameCount = 0
  var classCount = 0
  var classSlotCount = 0

  var namesAt: Int { Weights.headerSize + labelCount * Weights.labelSize }
  var slotsAt: Int { (namesAt + nameCount + 15) / 16 * 16 }
  var rowsAt: Int { slotsAt + slotCount * Weights.slotSize }
  var lexiconAt: Int { (rowsAt + rowCount * 4 + 7) / 8 * 8 }
  var classesAt: Int { (lexiconAt + lexiconCount * 4 + 7) / 8 * 8 }
  var signRowsAt: Int { (classesAt + 16 + classNameCount + 7) / 8 * 8 }
  var classSlotsAt: Int { signRowsAt + (signCount * 4 + 7) / 8 * 8 }
  private var signCount: Int { classCount * (1 + classCount) }
  /// The size of the whole, checksum included.
  var size: Int { (hasClasses ? classSlotsAt + classSlotCount * 16 : classesAt) + 8 }

  /// Reads and checks the header; throws what is wrong with the bytes.
  init(_ bytes: UnsafeRawBufferPointer, kind wanted: ModelKind) throws(WeightsError) {
    guard bytes.count >= 4, bytes.word(at: 0) == Weights.magic else { throw .notWeights }
    guard bytes.count >= Weights.headerSize + 8 else {
      throw .length(found: bytes.count, wanted: Weights.headerSize + 8)
    }
    hasClasses = bytes.word(at: 4) == Weights.version
    guard hasClasses || bytes.word(at: 4) == Weights.plainVersion else {
      throw .version(found: Int(bytes.word(at: 4)), wanted: Int(Weights.version))
    }
    guard let kind = ModelKind.allCases.first(where: { $0.code == bytes.word(at: 8) }) else {
      throw .notWeights
    }
    guard kind == wanted else { throw .kind(found: kind.rawValue, wanted: wanted.rawValue) }
    self.kind = kind
    labelCount = Int(bytes.word(at: 12))
    slotCount = Int(bytes.word(at: 16))
    rowCount = Int(bytes.word(at: 20))
    lexiconCount = Int(bytes.word(at: 24))
    unknownSquared = Int(bytes.word(at: 28))
    fieldWeights = Field.allCases.indices.map { Int(bytes.word(at: 32 + 4 * $0)) }
    nameCount = Int(bytes.word(at: 52))
    unit = bytes.float(at: 56)
    doubtFrom = bytes.float(at: 60)
    if hasClasses {
      guard bytes.count >= classesAt + 24 else {
        throw .length(found: bytes.count, wanted: classesAt + 24)
      }
      classNameCount = Int(bytes.word(at: classesAt))
      classCount = Int(bytes.word(at: classesAt + 4))
      classSlotCount = Int(bytes.word(at: classesAt + 8))
      guard classCount <= WordClasses.most else { throw .table("class") }
    }
    guard bytes.count == size else { throw .length(found: bytes.count, wanted: size) }
    let body = UnsafeRawBufferPointer(rebasing: bytes[..<(size - 8)])
    let sum = bytes.loadUnaligned(fromByteOffset: size - 8, as: UInt64.self)
    guard Checksum.of(body) == UInt64(littleEndian: sum) else { throw .checksum }
    guard (1...Weights.mostLabels + 1).contains(labelCount), names(in: bytes).count == labelCount
    else {
      throw .table("label")
    }
    guard unit.isFinite, unit > 0, (0...1).contains(doubtFrom), unknownSquared < 1 << 24,
      fieldWeights.allSatisfy({ $0 <= 1 << 12 })
    else { throw .table("number") }
  }

  /// What the labels are called.
  func names(in bytes: UnsafeRawBufferPointer) -> [String] {
    bytes[namesAt..<(namesAt + nameCount)].split(separator: 0x0A, omittingEmptySubsequences: false)
      .dropLast().map { String(decoding: $0, as: UTF8.self) }
  }

  /// Where the rows of `ClassSigns` stand.
  func signRows(in bytes: UnsafeRawBufferPointer) -> [UInt32] {
    hasClasses ? bytes.numbers(at: signRowsAt, count: signCount) : []
  }

  /// The slots of the lexicon.
  func lexicon(in bytes: UnsafeRawBufferPointer) -> Lexicon {
    Lexicon(slots: bytes.numbers(at: lexiconAt, count: lexiconCount))
  }

  /// The word classes.
  func classes(in bytes: UnsafeRawBufferPointer) -> WordClasses {
    guard hasClasses else { return .none }
    return WordClasses(
      names: classNames(in: bytes),
      slots: bytes.numbers(at: classSlotsAt, count: classSlotCount * 2))
  }

  private func classNames(in bytes: UnsafeRawBufferPointer) -> [String] {
    bytes[(classesAt + 16)..<(classesAt + 16 + classNameCount)]
      .split(separator: 0x0A, omittingEmptySubsequences: false)
      .dropLast().map { String(decoding: $0, as: UTF8.self) }
  }

  /// Checks that no slot and no row points outside, so that reading need not.
  func checkTables(of bytes: UnsafeRawBufferPointer) throws(WeightsError) {
    guard slotCount > 0, rowCount > 0, let base = bytes.baseAddress else {
      throw .table("feature")
    }
    guard lexiconCount > 0, lexiconCount & (lexiconCount - 1) == 0 else { throw .table("lexicon") }
    let starts = try rowStarts(base + rowsAt)
    for slot in 0..<slotCount {
      let entry = (base + slotsAt + slot &* 8).loadUnaligned(as: UInt64.self).littleEndian
      let row = Int(entry &>> 32)
      guard entry == 0 || row < rowCount && starts[row &>> 6] &>> UInt64(row & 63) & 1 == 1 else {
        throw .table("feature")
      }
    }
    guard hasClasses else { return }
    guard classSlotCount > 0, classSlotCount & (classSlotCount - 1) == 0,
      classNames(in: bytes).count == classCount
    else {
      throw .table("class")
    }
    for slot in 0..<classSlotCount {
      var isNamed = true
      let packed = bytes.loadUnaligned(
        fromByteOffset: classSlotsAt + slot * 16 + 8, as: UInt64.self)
      WordClasses.Members(packed: UInt64(littleEndian: packed))
        .each { isNamed = isNamed && (0..<classCount).contains($0) }
      guard isNamed else { throw .table("class") }
    }
    for row in signRows(in: bytes) where row != .max {
      let row = Int(row)
      guard row < rowCount, starts[row &>> 6] &>> UInt64(row & 63) & 1 == 1 else {
        throw .table("class")
      }
    }
  }

  /// Walks the rows, whose labels are bytes and so cannot point outside the sums of a `Passage`;
  /// gives a bit for each step of 4 bytes, set where a row starts.
  private func rowStarts(_ rows: UnsafeRawPointer) throws(WeightsError) -> [UInt64] {
    var starts = [UInt64](repeating: 0, count: rowCount / 64 + 1)
    var row = 0
    while row < rowCount {
      starts[row &>> 6] |= 1 &<< UInt64(row & 63)
      let count = Int(rows.load(fromByteOffset: row * 4, as: UInt8.self))
      let next = row + 1 + WeightsHeader.steps(count, labels: labelCount)
      guard next <= rowCount else { throw .table("row") }
      row = next
    }
    return starts
  }

  /// How many steps of 4 bytes the numbers of a row take.
  @inline(__always)
  static func steps(_ count: Int, labels: Int) -> Int {
    count == Weights.dense ? (labels &+ 3) / 4 : (count &+ 1) / 2
  }
}

extension UnsafeRawBufferPointer {
  /// The 32-bit number at an offset.
  @inline(__always)
  func word(at offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Numbers that stand one after another from an offset on.
  func numbers<Number: FixedWidthInteger>(at offset: Int, count: Int) -> [Number] {
    let size = count * MemoryLayout<Number>.size
    let numbers = [Number](unsafeUninitializedCapacity: count) { numbers, initialized in
      UnsafeMutableRawBufferPointer(numbers)
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: self[offset..<(offset + size)]))
      initialized = count
    }
    return 1.littleEndian == 1 ? numbers : numbers.map(Number.init(littleEndian:))
  }

  /// The 32-bit float at an offset.
  func float(at offset: Int) -> Float { Float(bitPattern: word(at: offset)) }
}
