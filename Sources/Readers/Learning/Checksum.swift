/// A 64-bit checksum of bytes, eight at a time; it finds damage, not forgery.
enum Checksum {
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
    var at = 0
    while at + 8 <= bytes.count {
      let part = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      sum = (sum ^ part) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum &>> 29
      at += 8
    }
    while at < bytes.count {
      sum = (sum ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3
      at += 1
    }
    return sum ^ (sum &>> 32)
  }
}
