/// SHA-256 (FIPS 180-4), so that what a card names can be checked with `sha256sum`.
enum SHA256 {
  /// The digest of bytes in hexadecimal digits.
  static func digest(_ bytes: [UInt8]) -> String {
    var state = start
    var words = [UInt32](repeating: 0, count: 64)
    var padded = bytes
    padded.append(0x80)
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(bytes.count) &* 8
    for place in 0..<8 { padded.append(UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * place))) }
    for block in stride(from: 0, to: padded.count, by: 64) {
      mix(padded[block..<(block + 64)], into: &state, &words)
    }
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }
    .joined()
  }

  private static func mix(
    _ block: ArraySlice<UInt8>, into state: inout [UInt32], _ words: inout [UInt32]
  ) {
    for at in 0..<16 {
      let from = block.startIndex + 4 * at
      words[at] = block[from..<(from + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
    for at in 16..<64 {
      let (a, b) = (words[at - 15], words[at - 2])
      let first = a.turned(7) ^ a.turned(18) ^ a >> 3
      let second = b.turned(17) ^ b.turned(19) ^ b >> 10
      words[at] = words[at - 16] &+ first &+ words[at - 7] &+ second
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for at in 0..<64 {
      let turns = e.turned(6) ^ e.turned(11) ^ e.turned(25)
      let first = h &+ turns &+ (e & f ^ ~e & g) &+ factors[at] &+ words[at]
      let others = a.turned(2) ^ a.turned(13) ^ a.turned(22)
      (h, g, f, e, d) = (g, f, e, d &+ first, c)
      (c, b, a) = (b, a, first &+ others &+ (a & b ^ a & c ^ b & c))
    }
    for (at, word) in [a, b, c, d, e, f, g, h].enumerated() { state[at] &+= word }
  }

  private static let primes: [Int] = {
    var primes: [Int] = []
    var number = 2
    while primes.count < 64 {
      if primes.allSatisfy({ number % $0 != 0 }) { primes.append(number) }
      number += 1
    }
    return primes
  }()

  /// The first 32 bits behind the point of the square roots of the first eight primes.
  private static let start: [UInt32] = primes.prefix(8).map { root(of: $0, power: 2) }
  /// The same of the cube roots of the first 64.
  private static let factors: [UInt32] = primes.map { root(of: $0, power: 3) }

  /// 32 bits behind the point of a root, found bit by bit in whole numbers.
  private static func root(of number: Int, power: Int) -> UInt32 {
    var low: UInt64 = 0
    for bit in stride(from: UInt64(36), through: 0, by: -1) {
      let tried = low | 1 << UInt64(bit)
      if isPower(tried, power, atMost: UInt64(number)) { low = tried }
    }
    return UInt32(truncatingIfNeeded: low)
  }

  /// Whether `root^power`, `root` in 2⁻³² steps, is at most a number.
  private static func isPower(_ root: UInt64, _ power: Int, atMost number: UInt64) -> Bool {
    // root < 2³⁷, so its square has at most 74 bits and its cube 111.
    let square = UInt128(root) * UInt128(root)
    if power == 2 { return square <= UInt128(number) << 64 }
    return square * UInt128(root) <= UInt128(number) << 96
  }
}

extension UInt32 {
  /// The bits turned to the right.
  fileprivate func turned(_ count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}
