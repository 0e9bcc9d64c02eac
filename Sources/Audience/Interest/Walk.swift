public import Catalogue

/// The order in which a platform offers a video to its viewers, and how far it has come.
///
/// It goes through the orders of the recognised topics side by side, in proportion to their
/// shares. Nobody is offered the video twice: whoever stands earlier in another recognised topic
/// was reached there.
public struct Walk: Sendable, Hashable {
  /// The topics, recognised ones first.
  var lanes: [Lane]
  /// How many of them were recognised.
  let recognisedCount: Int

  /// The walk of a video.
  ///
  /// - Parameters:
  ///   - recognised: What the models recognised; empty is `unknown`: people of no particular
  ///     interest.
  ///   - truth: What it is really about; empty: as recognised.
  ///   - key: The realm of the draws about its content.
  public init(
    recognised: [TopicScore], truth: [TopicScore], interest: Interest, key: DrawKey
  ) {
    let offered = Self.shares(recognised)
    let real = truth.isEmpty ? offered : Self.shares(truth)
    var lanes = offered.map { topic, share in
      Lane(
        topic: topic, recognised: share, true: real.first { $0.0 == topic }?.1 ?? 0,
        interest: interest, key: key)
    }
    for (topic, share) in real where !offered.contains(where: { $0.0 == topic }) {
      lanes.append(
        Lane(topic: topic, recognised: 0, true: share, interest: interest, key: key))
    }
    self.lanes = lanes
    self.recognisedCount = offered.count
  }

  /// The four strongest topics as shares that sum to 1.
  private static func shares(_ topics: [TopicScore]) -> [(Topic?, Double)] {
    let kept = topics.filter { $0.score >= 0.02 }
      .map { ($0.topic, min($0.score, 1)) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(4)
    let sum = kept.reduce(0) { $0 + $1.1 }
    return sum > 0 ? kept.map { ($0.0, $0.1 / sum) } : [(nil, 1)]
  }

  /// Whether everybody has been offered the video.
  public var isExhausted: Bool {
    lanes.prefix(recognisedCount).allSatisfy { $0.left == 0 }
  }

  /// How far a viewer is from the core of what the video is really about: 1 is the keenest.
  public func place(of viewer: UInt32) -> UInt64 { standing(of: viewer).place }

  /// Whether the walk has come to a viewer already.
  public func hasReached(_ viewer: UInt32) -> Bool { standing(of: viewer).isReached }

  /// Whether the walk has come to a viewer already, and how far they are from the core of what the
  /// video is really about: 1 is the keenest.
  ///
  /// - Complexity: O(topics).
  public func standing(of viewer: UInt32) -> (isReached: Bool, place: UInt64) {
    var isReached = false
    var nearest = UInt64.max
    for lane in lanes {
      let rank = lane.order.place(of: viewer)
      let base = Shell.base(of: rank)
      let mayBeReached = lane.recognised != 0 && base < lane.cursor
      let mayBeNearer = lane.real != 0 && (UInt64(base) + 1) * lane.real < nearest
      guard mayBeReached || mayBeNearer else { continue }
      let place = lane.place(ofRank: rank)
      if mayBeReached, place < lane.cursor { isReached = true }
      if mayBeNearer { nearest = min(nearest, (UInt64(place) + 1) * lane.real) }
    }
    return (isReached, nearest >> 20)
  }
}
