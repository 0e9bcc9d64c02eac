/// Where chance comes from: every draw is a pure function of a key and of who it is for.
///
/// A key is made from the seed, the platform, the video and the purpose; nothing depends on the
/// order in which draws are made, so a fork, another playback speed or another number of threads
/// draws the same.
public struct DrawKey: Sendable, Hashable {
  /// The key's 64 bits.
  public let bits: UInt64

  /// A key from its bits.
  public init(bits: UInt64) { self.bits = bits }

  /// The key that a run's other keys come from.
  public init(seed: UInt64) { self.bits = Self.mix(seed &+ 0x9e37_79b9_7f4a_7c15) }

  /// The key for something within this key's realm, by number.
  public func sub(_ number: UInt64) -> DrawKey {
    DrawKey(bits: Self.mix(bits ^ (number &+ 1) &* 0x9e37_79b9_7f4a_7c15))
  }

  /// The key for something within this key's realm, by name.
  public func sub(_ name: String) -> DrawKey {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return sub(hash)
  }

  /// 64 random bits for a viewer, or for any other number.
  @inline(__always)
  public func draw(_ number: UInt64) -> UInt64 {
    Self.mix(bits ^ number &* 0xd134_2543_de82_ef95)
  }

  /// A uniform number in 0 ..< 1 for a viewer.
  public func uniform(_ number: UInt64) -> Double {
    Double(draw(number) >> 11) * 0x1p-53
  }

  /// A standard normal number for a viewer.
  public func normal(_ number: UInt64) -> Double {
    Exact.normalQuantile((Double(draw(number) >> 11) + 0.5) * 0x1p-53)
  }

  /// Scrambles 64 bits: the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
  @inline(__always)
  public static func mix(_ bits: UInt64) -> UInt64 {
    var z = bits
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
