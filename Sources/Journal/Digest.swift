import CNettle

/// A SHA-256 digest: 32 bytes that no other contents are known to give (FIPS 180-4).
public struct Digest: Sendable, Hashable {
  /// 32 bytes.
  public let bytes: [UInt8]

  /// The digest that stands in the place of one, or nil where there are not 32 bytes.
  init?(bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    self.bytes = bytes
  }

  /// The digest of some bytes.
  public init(of message: [UInt8]) {
    var state = sha256_ctx()
    nettle_sha256_init(&state)
    nettle_sha256_update(&state, message.count, message)
    bytes = [UInt8](unsafeUninitializedCapacity: Self.length) { digest, count in
      nettle_sha256_digest(&state, Self.length, digest.baseAddress)
      count = Self.length
    }
  }

  /// The number of bytes of a digest.
  public static let length = 32

  /// 64 hexadecimal digits.
  public var text: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
