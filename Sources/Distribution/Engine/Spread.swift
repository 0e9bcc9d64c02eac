import Audience
public import Catalogue
import HeapModule

/// How a published video spreads: the push and the visits that people make by themselves.
///
/// Only what changes is in the value, so that a fork copies little.
struct Spread: Sendable {
  let facts: Facts
  var progress = Progress()
  var walk: Walk
  /// How many of the followers whose feed shows it have seen it.
  var feedSeen = 0
  /// Visits still to come, besides those from the feed.
  var visits = Heap<Arrival>()
  /// The push; nil once it ended.
  var push: Push?

  /// What is fixed when a video is first shown.
  final class Facts: Sendable {
    let publishedAt: Moment
    let taste: Taste
    let social: SocialGraph
    /// Visits by followers, in order of time.
    let feed: [SocialGraph.Visit]
    /// The moments of the views that followers and forwards alone would bring, in order.
    let withoutPush: [Moment]

    init(
      publishedAt: Moment, taste: Taste, social: SocialGraph, feed: [SocialGraph.Visit],
      withoutPush: [Moment]
    ) {
      self.publishedAt = publishedAt
      self.taste = taste
      self.social = social
      self.feed = feed
      self.withoutPush = withoutPush
    }
  }
}

/// A visit with its source.
public struct Arrival: Sendable, Hashable, Comparable {
  /// When.
  public let at: Moment
  /// Who.
  public let viewer: UInt32
  /// By which way.
  public let source: Source

  /// Creates a visit.
  public init(at: Moment, viewer: UInt32, source: Source) {
    self.at = at
    self.viewer = viewer
    self.source = source
  }

  init(_ visit: SocialGraph.Visit, _ source: Source) {
    self.init(at: visit.at, viewer: visit.viewer, source: source)
  }

  /// Earlier ones first.
  public static func < (a: Arrival, b: Arrival) -> Bool {
    if a.at != b.at { return a.at < b.at }
    if a.viewer != b.viewer { return a.viewer < b.viewer }
    return a.source.rawValue < b.source.rawValue
  }
}

// MARK: Time passes

extension Spread {
  /// Works through what happens up to a moment: whether anything did, and whether the push has
  /// come to where the views must be looked at.
  ///
  /// - Parameters:
  ///   - activity: The people's activity at that moment.
  ///   - delivery: Room for what the push brings; afterwards it lists everybody who clicked
  ///     through.
  mutating func proceed(
    to now: Moment, activity: Int, _ delivery: inout Delivery
  ) -> (isNews: Bool, isDue: Bool) {
    let before = progress
    delivery.clear()
    receiveVisits(until: now, &delivery)
    deliver(until: activity, now, &delivery)
    progress.clickThroughs += delivery.clickers.count
    while progress.socialGraphOnly < facts.withoutPush.count,
      facts.withoutPush[progress.socialGraphOnly] <= now
    { progress.socialGraphOnly += 1 }
    if let tally = push?.tally { progress.tally = tally }
    return (progress != before, isDue)
  }

  private var isDue: Bool {
    guard let landmark = push?.landmark else { return false }
    return progress.forYou >= landmark || walk.isExhausted
  }

  /// Lets those in who come by themselves: followers, people who were sent it, profile visitors.
  private mutating func receiveVisits(until now: Moment, _ delivery: inout Delivery) {
    let feed = facts.feed
    while let arrival = nextVisit(feed), arrival.at <= now {
      if arrival.source == .followers { feedSeen += 1 } else { visits.removeMin() }
      receive(arrival, &delivery)
    }
  }

  /// When somebody comes next by themselves, in this world or in the one without a push; nil where
  /// nobody will.
  var nextArrival: Moment? {
    let visit = nextVisit(facts.feed)?.at
    guard progress.socialGraphOnly < facts.withoutPush.count else { return visit }
    let without = facts.withoutPush[progress.socialGraphOnly]
    return min(visit ?? without, without)
  }

  private func nextVisit(_ feed: [SocialGraph.Visit]) -> Arrival? {
    guard feedSeen < feed.count else { return visits.min }
    let follower = Arrival(feed[feedSeen], .followers)
    guard let other = visits.min, other < follower else { return follower }
    return other
  }

  private mutating func receive(_ arrival: Arrival, _ delivery: inout Delivery) {
    switch arrival.source {
    case .followers: progress.followers += 1
    case .forwards: progress.forwards += 1
    case .forYou, .profile: progress.profile += 1
    }
    guard let place = walk.admit(arrival.viewer) else { return }
    progress.reach += 1
    let acts = facts.taste.reaction(of: arrival.viewer, at: place).acts
    if acts.contains(.clickThrough) { delivery.clickers.append(arrival.viewer) }
    guard acts.contains(.forward) else { return }
    progress.forwarded += 1
    sendOn(by: arrival.viewer, at: arrival.at)
  }

  /// Notes the visits of those whom a viewer sends it.
  private mutating func sendOn(by viewer: UInt32, at moment: Moment) {
    for visit in facts.social.forwardVisits(by: viewer, at: moment) {
      visits.insert(Arrival(visit, .forwards))
    }
  }

  /// Shows the video to as many as the push has come to when so much activity has passed.
  private mutating func deliver(
    until activity: Int, _ now: Moment, _ delivery: inout Delivery
  ) {
    guard let wanted = push?.wanted(at: activity, after: progress.forYou) else { return }
    walk.deliver(wanted, taste: facts.taste, into: &delivery)
    push?.note(delivery.tally)
    progress.forYou += delivery.tally.views
    progress.reach += delivery.tally.views
    progress.forwarded += delivery.tally.forwards
    for viewer in delivery.forwarders { sendOn(by: viewer, at: now) }
  }
}

// MARK: Assessment

extension Spread {
  /// Looks at the KPIs and ends the push where they say so; nil between the first gates, where
  /// nobody looks.
  mutating func assess(by assessor: Assessor, at now: Moment) -> Assessment? {
    guard let verdict = verdict(of: assessor, at: now) else {
      push?.climb()
      return nil
    }
    if progress.forYou == push?.rung { push?.climb() }
    if verdict.action == .stop {
      push = nil
      walk.close()
    }
    return verdict
  }

  private func verdict(of assessor: Assessor, at now: Moment) -> Assessment? {
    guard let push else { return nil }
    let depth = progress.forYou
    let age = now - facts.publishedAt
    guard depth >= push.gate || walk.isExhausted else {
      guard push.wave >= 3, let latest = push.latest(part: assessor.settings.window) else {
        return nil
      }
      return assessor.betweenGates(latest, wave: push.wave, depth: depth, age: age)
    }
    var verdict = assessor.atGate(push.tally, wave: push.wave, depth: depth, age: age)
    if walk.isExhausted {
      verdict.action = .stop
      verdict.ground = .audienceExhausted
    }
    return verdict
  }
}
