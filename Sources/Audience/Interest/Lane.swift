public import Catalogue

/// One topic of a video: the order in which it is offered to those who like that topic.
///
/// Places are counted from 0. The depth at which a walk in proportion to the shares comes to a
/// place is (place + 1) ÷ share, in 1/2²⁰.
public struct Lane: Sendable, Hashable {
  /// The topic; nil for no topic in particular.
  public let topic: Topic?
  /// 2²⁰ ÷ the share among the recognised topics; 0 where it was not recognised.
  let recognised: UInt64
  /// 2²⁰ ÷ the share among the true topics; 0 where the video is not about it.
  let real: UInt64
  let order: Permutation
  let shellKey: DrawKey
  /// The next place to be offered the video.
  private(set) var cursor = 0
  private var walk: ShellWalk

  init(topic: Topic?, recognised: Double, true share: Double, interest: Interest, key: DrawKey) {
    self.topic = topic
    self.recognised = Self.stride(share: recognised)
    self.real = Self.stride(share: share)
    self.order = interest.order(of: topic)
    self.shellKey = key.sub("shell").sub(UInt64(topic.map { $0.index + 1 } ?? 0))
    self.walk = ShellWalk(Shell(around: 0, population: interest.population, key: shellKey))
  }

  private static func stride(share: Double) -> UInt64 {
    share > 0 ? UInt64(min(0x1p20 / share, 0x1p30)) : 0
  }

  /// How many viewers have not been offered the video in this lane.
  var left: Int { order.count - cursor }

  /// The shell that a rank lies in.
  func shell(around rank: UInt32) -> Shell {
    Shell(around: rank, population: order.count, key: shellKey)
  }

  /// Where a viewer stands in this lane: the video's own order within the viewer's shell.
  func place(ofRank rank: UInt32) -> UInt32 { shell(around: rank).place(of: rank) }

  /// The depth, in 1/2²⁰, at which the walk comes to the viewer so many places on.
  @inline(__always)
  func depth(after steps: Int) -> UInt64 {
    steps < left ? UInt64(cursor &+ steps &+ 1) &* recognised : .max
  }

  /// How many viewers the walk comes to up to a depth in 1/2²⁰.
  func steps(upTo depth: UInt64) -> Int {
    min(max(0, Int(depth / recognised) - cursor), left)
  }

  /// Goes to a place, 0 … the number of viewers.
  mutating func go(to place: Int) {
    cursor = place
    guard place < order.count else { return }
    walk = ShellWalk(shell(around: UInt32(truncatingIfNeeded: place)))
  }

  /// Writes the viewers at the next so many places and moves on.
  mutating func take(_ count: Int, into viewers: UnsafeMutablePointer<UInt32>) {
    var taken = 0
    while taken < count {
      if cursor >= walk.end {
        walk = ShellWalk(shell(around: UInt32(truncatingIfNeeded: cursor)))
      }
      let part = min(count - taken, walk.end - cursor)
      walk.writeRanks(
        from: UInt32(truncatingIfNeeded: cursor), count: part, into: viewers + taken)
      cursor += part
      taken += part
    }
    order.replaceByMembers(viewers, count: count)
  }
}
