/// A stretch of a topic's ranks within which every video has an order of its own.
///
/// People of neighbouring interest are in one shell: ranks 0 ..< 4,096, then 4,096 ..< 8,192, then
/// twice as many each time. So two cat videos share an audience, but not the same first 200.
public struct Shell: Sendable, Hashable {
  /// The first rank in it.
  public let base: UInt64
  /// The first rank after it.
  let end: UInt64
  let mask: UInt64
  let shift: UInt64
  let multiplier1: UInt64
  let multiplier2: UInt64
  let offset1: UInt64
  let offset2: UInt64

  /// The binary logarithm of the first shell's size.
  static let firstBits: UInt64 = 12

  /// The shell's first rank, for any rank in it.
  @inline(__always)
  public static func base(of rank: UInt64) -> UInt64 {
    rank < 1 << firstBits ? 0 : 1 << UInt64(63 - rank.leadingZeroBitCount)
  }

  /// The shell that a rank lies in, of a population, in the order of the video and topic that the
  /// key stands for.
  public init(around rank: UInt64, population: UInt64, key: DrawKey) {
    let base = Self.base(of: rank)
    let bits = base == 0 ? Self.firstBits : UInt64(63 - base.leadingZeroBitCount)
    self.base = base
    self.end = min(population, base + (1 << bits))
    self.mask = (1 << bits) - 1
    self.shift = (bits + 1) / 2
    let random = key.draw(bits)
    self.multiplier1 = random | 1
    self.multiplier2 = DrawKey.mix(random) | 1
    self.offset1 = random >> 32
    self.offset2 = random >> 16
  }

  /// The place in the video's walk of a rank in this shell.
  @inline(__always)
  public func place(of rank: UInt64) -> UInt64 {
    var x = rank &- base
    let count = end &- base
    repeat {
      x = (x &* multiplier1 &+ offset1) & mask
      x ^= x &>> shift
      x = (x &* multiplier2 &+ offset2) & mask
      x ^= x &>> shift
    } while x >= count
    return base &+ x
  }
}

/// A shell that is being walked: the other way round, from places to ranks.
public struct ShellWalk: Sendable, Hashable {
  let shell: Shell
  let inverse1: UInt64
  let inverse2: UInt64

  /// Gets a shell ready to be walked.
  public init(_ shell: Shell) {
    self.shell = shell
    self.inverse1 = Permutation.inverse(of: shell.multiplier1)
    self.inverse2 = Permutation.inverse(of: shell.multiplier2)
  }

  /// The first place after the shell.
  @inline(__always)
  public var end: UInt64 { shell.end }

  /// The rank at a place of the video's walk, which must lie in this shell.
  @inline(__always)
  public func rank(at place: UInt64) -> UInt64 {
    var x = place &- shell.base
    let count = shell.end &- shell.base
    repeat {
      x ^= x &>> shell.shift
      x = (x &- shell.offset2) &* inverse2 & shell.mask
      x ^= x &>> shell.shift
      x = (x &- shell.offset1) &* inverse1 & shell.mask
    } while x >= count
    return shell.base &+ x
  }
}
