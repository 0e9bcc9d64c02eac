/// Collects values as bytes, small numbers in few.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Forgets everything.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Adds a whole number that is 0 or more: seven bits a byte, lowest first.
  @inline(__always)
  mutating func write(count: UInt64) {
    guard count > 0x7F else {
      bytes.append(UInt8(truncatingIfNeeded: count))
      return
    }
    write(numbers: 1) { $0.write(count: count) }
  }

  /// Adds a whole number, small where it is near 0.
  @inline(__always)
  mutating func write(_ number: Int) { write(count: number.folded) }

  /// Adds so many whole numbers at most, with one growth of the array for all of them.
  @inline(__always)
  mutating func write(numbers most: Int, _ body: (inout Numbers) -> Void) {
    withUnsafeTemporaryAllocation(byteCount: most * Numbers.longest, alignment: 8) { room in
      var numbers = Numbers(room: room)
      body(&numbers)
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<numbers.count]))
    }
  }

  /// Room for some whole numbers, written as by `write(_:)`.
  struct Numbers {
    /// The most bytes of a number.
    static let longest = 10
    fileprivate let room: UnsafeMutableRawBufferPointer
    fileprivate var count = 0

    /// Adds a whole number.
    @inline(__always)
    mutating func write(_ number: Int) { write(count: number.folded) }

    @inline(__always)
    fileprivate mutating func write(count number: UInt64) {
      var rest = number
      while rest > 0x7F {
        room[count] = UInt8(truncatingIfNeeded: rest) | 0x80
        rest &>>= 7
        count &+= 1
      }
      room[count] = UInt8(truncatingIfNeeded: rest)
      count &+= 1
    }
  }

  /// Adds a number with all its bits.
  mutating func write(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Adds yes or no.
  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Adds one byte, such as what kind of thing follows.
  mutating func write(tag: UInt8) { bytes.append(tag) }

  /// Adds a text, its length first.
  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(count: UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  /// Adds one of a list of cases, by its name.
  mutating func write<Case: RawRepresentable<String>>(_ value: Case) { write(value.rawValue) }

  /// Adds a value.
  mutating func write(_ value: some Recordable) { value.write(to: &self) }

  /// Adds a value that may be missing.
  mutating func write<Value>(_ value: Value?, _ body: (inout ByteWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  /// Adds a list, its length first.
  mutating func write<Value>(list: [Value], _ body: (inout ByteWriter, Value) -> Void) {
    write(count: UInt64(list.count))
    for value in list { body(&self, value) }
  }
}

/// What a journal holds as bytes of its own format.
protocol Recordable {
  /// Adds it to what is written.
  func write(to bytes: inout ByteWriter)
  /// Reads what `write` wrote.
  init(from bytes: inout ByteReader) throws(Damage)
}

/// Bytes that no journal wrote.
struct Damage: Error {
  /// How many bytes before it could be read.
  var offset: Int
}

extension Int {
  /// Small where it is near 0, whatever its sign: 0, -1, 1, -2 … as 0, 1, 2, 3 and so on.
  fileprivate var folded: UInt64 { UInt64(bitPattern: Int64((self << 1) ^ (self >> 63))) }
}
