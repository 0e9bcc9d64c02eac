public import Catalogue
import HeapModule

/// The order in which a platform offers a video to its viewers, and how far it has come.
///
/// It goes through the orders of the recognised topics side by side, in proportion to their
/// shares. Nobody is offered the video twice: whoever stands earlier in another recognised topic
/// was reached there, and whoever came by another way is passed over.
public struct Walk: Sendable {
  /// The topics, recognised ones first.
  var lanes: [Lane]
  /// How many of them were recognised.
  let recognisedCount: Int
  /// Those who came by other ways.
  private(set) var others = ViewerSet()
  /// Where the walk will come to them, the nearest first.
  var passes = Heap<Pass>()
  /// Whether the push has ended.
  private(set) var isClosed = false

  /// Somebody in the way of the walk who has seen the video already.
  struct Pass: Sendable, Comparable {
    /// The depth at which the walk comes to them, in 1/2²⁰.
    let depth: UInt64
    let lane: Int
    let place: Int

    static func < (a: Pass, b: Pass) -> Bool {
      a.depth != b.depth ? a.depth < b.depth : a.lane < b.lane
    }
  }

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

  /// Lets somebody in who comes by another way than the push, which will pass them over.
  ///
  /// - Returns: How far they are from the core, 1 first; nil where they have seen the video
  ///   already.
  /// - Complexity: O(topics + log of those let in).
  public mutating func admit(_ viewer: UInt32) -> UInt64? {
    guard !others.contains(viewer) else { return nil }
    let standing = standing(of: viewer)
    guard !standing.isReached else { return nil }
    others.insert(viewer)
    if !isClosed { passes.insert(standing.pass) }
    return standing.place
  }

  /// Ends the push: whom it would pass over need not be remembered.
  public mutating func close() {
    isClosed = true
    passes = []
  }

  /// Where somebody stands.
  private struct Standing {
    /// Whether the walk has come to them.
    var isReached: Bool
    /// How far they are from the core.
    var place: UInt64
    /// Where the walk comes to them.
    var pass: Pass
  }

  private func standing(of viewer: UInt32) -> Standing {
    var nearest = UInt64.max
    var pass = Pass(depth: .max, lane: 0, place: 0)
    for index in lanes.indices {
      let lane = lanes[index]
      let rank = lane.order.place(of: viewer)
      let least = UInt64(Shell.base(of: rank)) + 1
      let mayComeFirst = lane.recognised != 0 && least * lane.recognised < pass.depth
      let mayBeNearer = lane.real != 0 && least * lane.real < nearest
      guard mayComeFirst || mayBeNearer else { continue }
      let place = UInt64(lane.place(ofRank: rank))
      if mayBeNearer { nearest = min(nearest, (place + 1) * lane.real) }
      if mayComeFirst {
        pass = min(
          pass, Pass(depth: (place + 1) * lane.recognised, lane: index, place: Int(place)))
      }
    }
    return Standing(
      isReached: pass.place < lanes[pass.lane].cursor, place: nearest >> 20, pass: pass)
  }
}
