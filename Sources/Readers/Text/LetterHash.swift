/// A 64-bit hash taken letter by letter: the identity of words and of their parts.
///
/// It is part of the format of trained weights; it must not change without their version.
struct LetterHash {
  private var state: UInt64

  /// Starts a hash; texts of different kinds never meet.
  @inline(__always)
  init(kind: UInt64) { state = 0x9E37_79B9_7F4A_7C15 &* (kind &+ 1) }

  /// Takes in the next letter.
  @inline(__always)
  mutating func append(_ letter: UInt32) {
    state = (state ^ UInt64(letter)) &* 0xD6E8_FEB8_6659_FD93
    state ^= state &>> 32
  }

  /// The hash of the letters so far.
  @inline(__always)
  var value: UInt64 { Self.mix(state) }

  /// Two hashes as one, in this order.
  @inline(__always)
  static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 {
    mix((a &* 0x9E37_79B9_7F4A_7C15) ^ (b &+ 0x632B_E59B_D9B4_E019))
  }

  @inline(__always)
  private static func mix(_ x: UInt64) -> UInt64 {
    var x = x
    x = (x ^ (x &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x &>> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x &>> 31)
  }
}
