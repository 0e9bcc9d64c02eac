/// A stretch of a topic's ranks within which every video has an order of its own.
///
/// People of neighbouring interest are in one shell: ranks 0 ..< 4,096, then 4,096 ..< 8,192, then
/// twice as many each time. So two cat videos share an audience, but not the same first 200.
public struct Shell: Sendable, Hashable {
  /// The first rank in it.
  public let base: UInt32
  /// How many ranks are in it.
  public let count: UInt32
  private let mask: UInt32
  private let shift: UInt32
  private let factor1: UInt32
  private let factor2: UInt32
  private let offset1: UInt32
  private let offset2: UInt32

  /// The binary logarithm of the first shell's size.
  static let firstBits = 12

  /// The shell's first rank, for any rank in it.
  @inline(__always)
  public static func base(of rank: UInt32) -> UInt32 {
    rank < 1 << firstBits ? 0 : 1 << UInt32(31 - rank.leadingZeroBitCount)
  }

  /// The last rank of the shell that a rank lies in, were there viewers enough.
  static func last(of rank: UInt32) -> UInt32 {
    .max >> UInt32(min(rank.leadingZeroBitCount, 32 - firstBits))
  }

  /// The shell that a rank lies in, of a population, in the order of the video and topic that the
  /// key stands for.
  public init(around rank: UInt32, population: Int, key: DrawKey) {
    let base = Self.base(of: rank)
    let bits = base == 0 ? Self.firstBits : 31 - base.leadingZeroBitCount
    let random = key.draw(UInt64(bits))
    let more = DrawKey.mix(random)
    self.base = base
    self.count = UInt32(min(population - Int(base), 1 << bits))
    self.mask = (1 << UInt32(bits)) - 1
    self.shift = UInt32(bits + 1) / 2
    self.factor1 = UInt32(truncatingIfNeeded: random) | 1
    self.factor2 = UInt32(truncatingIfNeeded: more) | 1
    self.offset1 = UInt32(truncatingIfNeeded: random >> 32)
    self.offset2 = UInt32(truncatingIfNeeded: more >> 32)
  }

  /// Whether a rank lies in this shell.
  @inline(__always)
  func contains(_ rank: UInt32) -> Bool { rank &- base < count }

  /// The place in the video's walk of a rank in this shell.
  @inline(__always)
  public func place(of rank: UInt32) -> UInt32 {
    var x = rank &- base
    repeat {
      x = (x &* factor1 &+ offset1) & mask
      x ^= x &>> shift
      x = (x &* factor2 &+ offset2) & mask
      x ^= x &>> shift
    } while x >= count
    return base &+ x
  }

  /// Half of the way back from a place; what comes out may lie beyond a shell that is not full.
  @inline(__always)
  fileprivate func unscrambled(_ x: UInt32, _ inverse1: UInt32, _ inverse2: UInt32) -> UInt32 {
    var y = x ^ x &>> shift
    y = (y &- offset2) &* inverse2 & mask
    y ^= y &>> shift
    return (y &- offset1) &* inverse1 & mask
  }

  fileprivate var inverses: (UInt32, UInt32) {
    (Self.inverse(of: factor1), Self.inverse(of: factor2))
  }

  /// The number that an odd number must be multiplied by to give 1, modulo 2³² (Newton).
  private static func inverse(of odd: UInt32) -> UInt32 {
    var x = odd  // right to 3 bits
    for _ in 0..<4 { x = x &* (2 &- odd &* x) }
    return x
  }

  /// Whether its size is a power of two, so that one step of an order never leads out of it.
  fileprivate var isFull: Bool { count == mask &+ 1 }
}

/// A shell that is being walked: the other way round, from places to ranks.
public struct ShellWalk: Sendable, Hashable {
  private let shell: Shell
  private let inverse1: UInt32
  private let inverse2: UInt32

  /// Gets a shell ready to be walked.
  public init(_ shell: Shell) {
    self.shell = shell
    (inverse1, inverse2) = shell.inverses
  }

  /// The first place after the shell.
  @inline(__always)
  public var end: Int { Int(shell.base) + Int(shell.count) }

  /// The rank at a place of the video's walk, which must lie in this shell.
  @inline(__always)
  public func rank(at place: UInt32) -> UInt32 {
    var x = place &- shell.base
    repeat { x = shell.unscrambled(x, inverse1, inverse2) } while x >= shell.count
    return shell.base &+ x
  }

  /// Writes the ranks at so many places from one on, all of which must lie in this shell.
  ///
  /// There must be room for a whole number of groups: see `Stretch.padded`.
  func writeRanks(from place: UInt32, count: Int, into ranks: UnsafeMutablePointer<UInt32>) {
    guard shell.isFull else {
      for index in 0..<Stretch.padded(count) {
        ranks[index] = index < count ? rank(at: place &+ UInt32(truncatingIfNeeded: index)) : 0
      }
      return
    }
    let start = place &- shell.base
    for index in 0..<Stretch.padded(count) {
      let x = start &+ UInt32(truncatingIfNeeded: index)
      ranks[index] = shell.base &+ shell.unscrambled(x, inverse1, inverse2)
    }
  }
}
