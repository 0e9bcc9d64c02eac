/// A keyed order of the numbers 0 ..< count that can be asked both ways and is never stored.
///
/// Three rounds; each scrambles the numbers below the largest power of two in the range (an odd
/// multiplication and a folding shift) and turns the whole range, so that whatever a round leaves
/// alone the next one scrambles. No branch depends on the number, so that a loop over viewers
/// keeps its pipeline full.
public struct Permutation: Sendable, Hashable {
  /// How many numbers are ordered, 1 … 2³².
  public let count: UInt64
  let power: UInt64
  let shift: UInt64
  let turn: UInt64
  let multiplier1: UInt64
  let multiplier2: UInt64
  let multiplier3: UInt64
  let offset1: UInt64
  let offset2: UInt64
  let offset3: UInt64
  let inverse1: UInt64
  let inverse2: UInt64
  let inverse3: UInt64

  /// The order of `count` numbers that a key stands for.
  public init(count: Int, key: DrawKey) {
    precondition(count > 0 && count <= 1 << 32, "an order has 1 … 2³² members")
    let bits = Int.bitWidth - 1 - count.leadingZeroBitCount
    self.count = UInt64(count)
    self.power = 1 << UInt64(bits)
    self.shift = UInt64(bits + 1) / 2
    let least = self.count - power
    self.turn = least + key.draw(7) % (power - least + 1)
    self.multiplier1 = key.draw(1) | 1
    self.multiplier2 = key.draw(2) | 1
    self.multiplier3 = key.draw(3) | 1
    self.offset1 = key.draw(4)
    self.offset2 = key.draw(5)
    self.offset3 = key.draw(6)
    self.inverse1 = Self.inverse(of: multiplier1)
    self.inverse2 = Self.inverse(of: multiplier2)
    self.inverse3 = Self.inverse(of: multiplier3)
  }

  /// The number at a place of the order.
  @inline(__always)
  public func member(at place: UInt64) -> UInt64 {
    var x = scrambled(place, multiplier1, offset1)
    x = turned(x)
    x = scrambled(x, multiplier2, offset2)
    x = turned(x)
    return scrambled(x, multiplier3, offset3)
  }

  /// The place of a number in the order.
  @inline(__always)
  public func place(of member: UInt64) -> UInt64 {
    var x = restored(member, inverse3, offset3)
    x = turnedBack(x)
    x = restored(x, inverse2, offset2)
    x = turnedBack(x)
    return restored(x, inverse1, offset1)
  }

  @inline(__always)
  private func scrambled(_ x: UInt64, _ multiplier: UInt64, _ offset: UInt64) -> UInt64 {
    var y = (x &* multiplier &+ offset) & (power &- 1)
    y ^= y &>> shift
    return x < power ? y : x
  }

  @inline(__always)
  private func restored(_ x: UInt64, _ inverse: UInt64, _ offset: UInt64) -> UInt64 {
    let y = ((x ^ (x &>> shift)) &- offset) &* inverse & (power &- 1)
    return x < power ? y : x
  }

  @inline(__always)
  private func turned(_ x: UInt64) -> UInt64 {
    let y = x &+ turn
    return y < count ? y : y &- count
  }

  @inline(__always)
  private func turnedBack(_ x: UInt64) -> UInt64 {
    x < turn ? x &+ count &- turn : x &- turn
  }

  /// The number that an odd number must be multiplied by to give 1, modulo 2⁶⁴ (Newton).
  static func inverse(of odd: UInt64) -> UInt64 {
    var x = odd  // right to 3 bits
    for _ in 0..<5 { x = x &* (2 &- odd &* x) }
    return x
  }
}
