public import Audience
public import Catalogue
public import Desk
import HeapModule

extension Engine {
  /// An engine at one moment, but for what its commands say anyway: what it takes to go on from
  /// there without working through all that came before.
  ///
  /// It fits the `version` of the engine that it was taken of, and no other.
  public struct Keyframe: Sendable, Hashable {
    /// The moment, seconds after the scenario's start.
    public var now: Moment
    /// When the engine last had something to do without being asked.
    public var latest: Moment
    /// The cases that wait for a person.
    public var cases: [Case]
    /// The posts on second platforms that are still to come.
    public var coming: [Coming]
    /// Every post, by upload and platform.
    public var posts: [Post]

    /// Creates a keyframe.
    public init(now: Moment, latest: Moment, cases: [Case], coming: [Coming], posts: [Post]) {
      self.now = now
      self.latest = latest
      self.cases = cases
      self.coming = coming
      self.posts = posts
    }
  }
}

extension Engine.Keyframe {
  /// A post on a second platform that is still to come.
  public struct Coming: Sendable, Hashable {
    /// Which.
    public var id: VideoID
    /// When it is posted.
    public var due: Moment

    /// Creates what is to come.
    public init(id: VideoID, due: Moment) {
      self.id = id
      self.due = due
    }
  }

  /// One upload on one platform.
  public struct Post: Sendable, Hashable {
    /// Which.
    public var id: VideoID
    /// Its place among the creator's posts, 0 the first.
    public var turn: Int
    /// When something happens to it next without a command; `Moment.max` for never.
    public var wake: Moment
    /// Where it is on its way.
    public var state: State

    /// Creates a post.
    public init(id: VideoID, turn: Int, wake: Moment, state: State) {
      self.id = id
      self.turn = turn
      self.wake = wake
      self.state = state
    }
  }

  /// Where a post is on its way.
  public enum State: Sendable, Hashable {
    /// Submitted, not yet reviewed.
    case uploaded
    /// Waits for a person.
    case atDesk
    /// Removed before anybody saw it.
    case removed
    /// It is shown.
    indirect case published(Spread)
  }

  /// How far a published video has come.
  public struct Spread: Sendable, Hashable {
    /// When it was first shown.
    public var publishedAt: Moment
    /// Totals.
    public var progress: Progress
    /// How far the push has come; those who came from their feeds are left out of it.
    public var walk: Walk.Position
    /// How many of the followers whose feed shows it have seen it.
    public var feedSeen: Int
    /// Visits still to come, besides those from the feed, in order.
    public var visits: [Arrival]
    /// The push; nil once it ended.
    public var push: Push?

    /// Creates how far a video has come.
    public init(
      publishedAt: Moment, progress: Progress, walk: Walk.Position, feedSeen: Int,
      visits: [Arrival], push: Push?
    ) {
      self.publishedAt = publishedAt
      self.progress = progress
      self.walk = walk
      self.feedSeen = feedSeen
      self.visits = visits
      self.push = push
    }
  }
}

// MARK: Taking one

extension Engine {
  /// What it takes to go on from here.
  ///
  /// - Complexity: O(posts + people who came to them by other ways than the push).
  public var keyframe: Keyframe {
    let coming = agenda.unordered.filter { $0.position == nil }
      .map { Keyframe.Coming(id: $0.id, due: $0.at) }
    var marks: [Keyframe.Post] = []
    for places in postsByCreator {
      for (turn, place) in places.enumerated() {
        let post = posts[place]
        marks.append(
          Keyframe.Post(id: post.facts.id, turn: turn, wake: post.wake, state: state(of: post)))
      }
    }
    return Keyframe(
      now: now, latest: latest, cases: desk.cases, coming: coming.sorted { $0.id < $1.id },
      posts: marks.sorted { $0.id < $1.id })
  }

  private func state(of post: Post) -> Keyframe.State {
    switch post.state {
    case .uploaded: .uploaded
    case .atDesk: .atDesk
    case .removed: .removed
    case .published(let place): .published(Keyframe.Spread(spreads[place]))
    }
  }
}

extension Engine.Keyframe.Spread {
  fileprivate init(_ spread: Spread) {
    var walk = spread.walk.position
    var feed = ViewerSet()
    for visit in spread.facts.feed.prefix(spread.feedSeen) { feed.insert(visit.viewer) }
    walk.others.removeAll(where: feed.contains)
    self.init(
      publishedAt: spread.facts.publishedAt, progress: spread.progress, walk: walk,
      feedSeen: spread.feedSeen, visits: spread.visits.unordered.sorted(), push: spread.push)
  }
}

extension Engine.Keyframe {
  /// One keyframe of engines that share a run among them, each with other creators.
  public init(merging parts: [Self]) {
    self.init(
      now: parts.map(\.now).max() ?? 0, latest: parts.map(\.latest).max() ?? 0,
      cases: parts.flatMap(\.cases).sorted {
        ($0.openedAt, $0.upload, $0.platform) < ($1.openedAt, $1.upload, $1.platform)
      },
      coming: parts.flatMap(\.coming).sorted { $0.id < $1.id },
      posts: parts.flatMap(\.posts).sorted { $0.id < $1.id })
  }
}
