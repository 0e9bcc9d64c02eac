/// Reads what a `ByteWriter` wrote, and refuses whatever it cannot have written.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all was read.
  var isAtEnd: Bool { offset == bytes.count }

  /// What to throw where the bytes cannot be right.
  var damage: Damage { Damage(offset: offset) }

  @inline(__always)
  private mutating func byte() throws(Damage) -> UInt8 {
    guard offset < bytes.count else { throw damage }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// A whole number that is 0 or more.
  @inline(__always)
  mutating func count() throws(Damage) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      guard shift < 64 else { throw damage }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// A whole number.
  @inline(__always)
  mutating func int() throws(Damage) -> Int {
    let value = try count()
    return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
  }

  /// The greatest count or moment that a journal may hold: beyond any run, and so far from the
  /// greatest number that no sum of many overflows.
  static let most = 1 << 40

  /// How many there are of something: 0 … `most`.
  mutating func size() throws(Damage) -> Int {
    let number = try int()
    guard 0...Self.most ~= number else { throw damage }
    return number
  }

  /// Seconds after the scenario's start: 0 … `most`.
  mutating func moment() throws(Damage) -> Int { try size() }

  /// A sum over people: no more than 2⁶² either way, which is 2³² people with 2³⁰ each.
  mutating func sum() throws(Damage) -> Int {
    let number = try int()
    guard number.magnitude <= 1 << 62 else { throw damage }
    return number
  }

  /// A number with all its bits.
  mutating func double() throws(Damage) -> Double {
    guard bytes.count - offset >= 8 else { throw damage }
    let bits = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    offset += 8
    return Double(bitPattern: UInt64(littleEndian: bits))
  }

  /// Yes or no.
  mutating func flag() throws(Damage) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw damage
    }
  }

  /// One byte.
  mutating func tag() throws(Damage) -> UInt8 { try byte() }

  /// A text.
  mutating func text() throws(Damage) -> String {
    let length = try count()
    guard length <= UInt64(bytes.count - offset) else { throw damage }
    let end = offset + Int(length)
    guard let text = String(validating: bytes[offset..<end], as: UTF8.self) else { throw damage }
    offset = end
    return text
  }

  /// One of a list of cases, by its name.
  mutating func choice<Case: RawRepresentable<String>>(
    of type: Case.Type = Case.self
  ) throws(Damage) -> Case {
    guard let value = Case(rawValue: try text()) else { throw damage }
    return value
  }

  /// A value that may be missing.
  mutating func optional<Value>(
    _ body: (inout ByteReader) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    try flag() ? try body(&self) : nil
  }

  /// A list; no longer than the bytes that are left.
  mutating func list<Value>(
    _ body: (inout ByteReader) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    let length = try count()
    guard length <= UInt64(bytes.count - offset) else { throw damage }
    var list: [Value] = []
    // A length is only what the bytes say; what is there is found out on the way.
    list.reserveCapacity(min(Int(length), 4_096))
    for _ in 0..<length { list.append(try body(&self)) }
    return list
  }
}
