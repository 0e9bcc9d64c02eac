/// A SHA-256 digest: 32 bytes that no other contents are known to give (FIPS 180-4).
///
/// It is written out here because the one well-kept library for it brings a whole TLS library's
/// build along, which would double the time of a first build.
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
    var state = Self.start
    let whole = message.count / 64 * 64
    message.withUnsafeBytes { bytes in
      for block in stride(from: 0, to: whole, by: 64) {
        Self.compress(UnsafeRawBufferPointer(rebasing: bytes[block..<(block + 64)]), into: &state)
      }
    }
    var tail = Array(message[whole...])
    tail.append(0x80)
    tail += [UInt8](repeating: 0, count: (tail.count <= 56 ? 56 : 120) - tail.count)
    tail.append(bigEndian: UInt64(message.count) * 8)
    tail.withUnsafeBytes { bytes in
      for block in stride(from: 0, to: bytes.count, by: 64) {
        Self.compress(UnsafeRawBufferPointer(rebasing: bytes[block..<(block + 64)]), into: &state)
      }
    }
    var digest: [UInt8] = []
    for word in state { digest.append(bigEndian: word) }
    bytes = digest
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

extension Digest {
  private static func compress(_ block: UnsafeRawBufferPointer, into state: inout [UInt32]) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
      for index in 0..<16 {
        let word = block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
        words[index] = UInt32(bigEndian: word)
      }
      for index in 16..<64 {
        let (a, b) = (words[index - 15], words[index - 2])
        let first = a.turned(7) ^ a.turned(18) ^ (a >> 3)
        let second = b.turned(17) ^ b.turned(19) ^ (b >> 10)
        words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
      }
      constants.withUnsafeBufferPointer { round(words, $0, &state) }
    }
  }

  @inline(__always)
  private static func round(
    _ words: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>,
    _ state: inout [UInt32]
  ) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let high = e.turned(6) ^ e.turned(11) ^ e.turned(25)
      let one = h &+ high &+ choice &+ constants[index] &+ words[index]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let low = a.turned(2) ^ a.turned(13) ^ a.turned(22)
      (h, g, f, e) = (g, f, e, d &+ one)
      (d, c, b, a) = (c, b, a, one &+ low &+ majority)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  /// The first 32 bits of the fractional parts of the square roots of the first 8 primes.
  private static let start: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

extension UInt32 {
  /// Its bits moved right by so many places, those that fall out coming in on the left.
  @inline(__always)
  fileprivate func turned(_ places: UInt32) -> UInt32 { (self >> places) | (self << (32 - places)) }
}

extension [UInt8] {
  /// Adds a whole number, its highest byte first.
  mutating func append(bigEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }
}
