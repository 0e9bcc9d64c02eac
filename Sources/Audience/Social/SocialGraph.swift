public import Catalogue

/// Who follows whom, and what followers and forwards bring.
///
/// Followers are the first members of an order of all viewers that the creator's name is the key
/// of. Defaults: a fifth of the followers find a post in their feed, half of them within six
/// hours of activity; a forward reaches three people. So an ordinary account's followers bring
/// 4–10 % of its views, and R stays below 0.25 (Distribution's article Numbers).
public struct SocialGraph: Sendable, Hashable {
  /// The share of followers whose feed shows them a post.
  public static let feedShare = 0.2
  /// How many people a forward reaches.
  public static let peoplePerForward = 3
  /// How many of the creator's other videos somebody who clicks through watches, at most.
  public static let videosPerClickThrough = 2

  private let interest: Interest
  private let activity: ActivityClock
  private let feed: DrawKey
  private let sending: DrawKey

  /// The people around a creator's post of some content.
  public init(interest: Interest, activity: ActivityClock, content: DrawKey) {
    self.interest = interest
    self.activity = activity
    self.feed = content.sub("feed")
    self.sending = content.sub("forward")
  }

  /// A view that somebody will make.
  public struct Visit: Sendable, Hashable, Comparable {
    /// When.
    public var at: Moment
    /// Who.
    public var viewer: UInt32

    /// Creates a view to come.
    public init(at: Moment, viewer: UInt32) {
      self.at = at
      self.viewer = viewer
    }

    /// Earlier first.
    public static func < (a: Visit, b: Visit) -> Bool { (a.at, a.viewer) < (b.at, b.viewer) }
  }

  /// The followers whose feed shows them a post made at a moment, in order of time.
  ///
  /// - Complexity: O(followers).
  public func feedVisits(creator: String, followers: Int, from moment: Moment) -> [Visit] {
    guard followers > 0 else { return [] }
    let order = Permutation(
      count: interest.population, key: interest.key.sub("followers").sub(creator))
    let limit = UInt64(Self.feedShare * 0x1p32)
    let start = activity.activity(at: moment)
    let followers = min(followers, interest.population)
    var visits: [Visit] = []
    for first in stride(from: 0, to: followers, by: 4_096) {
      for viewer in order.members(at: first..<min(first + 4_096, followers)) {
        let draw = feed.draw(UInt64(viewer))
        guard draw >> 32 < limit else { continue }
        visits.append(
          Visit(at: later(start, draw & 0xffff_ffff, halfLife: 6 * 3_600), viewer: viewer))
      }
    }
    return visits.sorted()
  }

  /// Those whom a viewer's forward reaches.
  public func forwardVisits(by viewer: UInt32, at moment: Moment) -> [Visit] {
    let start = activity.activity(at: moment)
    return (0..<Self.peoplePerForward).map { number in
      let draw = sending.sub(UInt64(viewer)).draw(UInt64(number))
      let friend = ((draw >> 32) * UInt64(interest.population)) >> 32
      return Visit(
        at: later(start, draw & 0xffff_ffff, halfLife: 1_800),
        viewer: UInt32(truncatingIfNeeded: friend))
    }
  }

  /// The moments of all views that followers and forwards alone would bring, in order: the
  /// social graph without the content graph, with the same people and the same reactions.
  public func viewsWithoutPush(
    from visits: [Visit], taste: Taste, walk: Walk
  ) -> [Moment] {
    var seen = ViewerSet()
    var moments: [Moment] = []
    var wave = visits
    while !wave.isEmpty, moments.count < interest.population {
      var next: [Visit] = []
      for visit in wave {
        moments.append(visit.at)
        guard seen.insert(visit.viewer) else { continue }
        let reaction = taste.reaction(of: visit.viewer, at: walk.place(of: visit.viewer))
        if reaction.acts.contains(.forward) {
          next += forwardVisits(by: visit.viewer, at: visit.at)
        }
      }
      wave = next
    }
    return moments.sorted()
  }

  /// A moment after some activity that is exponentially distributed; at least one second later.
  private func later(_ start: Int, _ bits: UInt64, halfLife seconds: Int) -> Moment {
    let u = (Double(bits) + 0.5) * 0x1p-32
    let wait = -Exact.log(u) / 0.6931471805599453 * Double(seconds) * 1_000
    return activity.moment(of: start + 1_000 + Int(min(wait, 1e12)))
  }
}
