public import Catalogue

/// One topic of a video: the order in which it is offered to those who like that topic.
///
/// Places are counted from 0. A lane's key for a place is (place + 1) ÷ share, in 1/2²⁰: the depth
/// at which a walk in proportion to the shares comes to it.
public struct Lane: Sendable, Hashable {
  /// The topic; nil for no topic in particular.
  public let topic: Topic?
  /// 2²⁰ ÷ the share among the recognised topics; 0 where it was not recognised.
  let recognised: UInt64
  /// 2²⁰ ÷ the share among the true topics; 0 where the video is not about it.
  let real: UInt64
  let order: Permutation
  let shellKey: DrawKey
  var cursor: UInt64 = 0
  var shell: ShellWalk

  init(topic: Topic?, recognised: Double, true share: Double, interest: Interest, key: DrawKey) {
    self.topic = topic
    self.recognised = recognised > 0 ? UInt64(1_048_576 / recognised) : 0
    self.real = share > 0 ? UInt64(1_048_576 / share) : 0
    self.order = interest.order(of: topic)
    self.shellKey = key.sub("shell").sub(UInt64(topic.map { $0.index + 1 } ?? 0))
    self.shell = ShellWalk(
      Shell(around: 0, population: UInt64(interest.population), key: shellKey))
  }

  /// Where a viewer stands in this lane: the video's own order within the viewer's shell.
  func place(ofRank rank: UInt64) -> UInt64 {
    Shell(around: rank, population: order.count, key: shellKey).place(of: rank)
  }

  /// The viewer at the cursor, which moves on.
  @inline(__always)
  mutating func next() -> UInt64 {
    if cursor >= shell.end {
      shell = ShellWalk(Shell(around: cursor, population: order.count, key: shellKey))
    }
    let rank = shell.rank(at: cursor)
    cursor &+= 1
    return order.member(at: rank)
  }
}
