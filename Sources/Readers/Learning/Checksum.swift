/// A 64-bit checksum of bytes, 32 at a time; it finds damage, not forgery.
enum Checksum {
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var (a, b): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x8422_2325_CBF2_9CE4)
    var (c, d): (UInt64, UInt64) = (0x9CE4_8422_2325_CBF2, 0x2325_CBF2_9CE4_8422)
    func part(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var at = 0
    while at + 32 <= bytes.count {
      a = turned(a ^ part(at))
      b = turned(b ^ part(at &+ 8))
      c = turned(c ^ part(at &+ 16))
      d = turned(d ^ part(at &+ 24))
      at &+= 32
    }
    var sum = UInt64(bytes.count)
    for lane in [a, b, c, d] { sum = turned(sum ^ lane) }
    while at < bytes.count {
      sum = turned(sum ^ UInt64(bytes[at]))
      at += 1
    }
    return sum ^ (sum &>> 32)
  }

  @inline(__always)
  private static func turned(_ value: UInt64) -> UInt64 {
    let product = value &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product &>> 29)
  }
}
