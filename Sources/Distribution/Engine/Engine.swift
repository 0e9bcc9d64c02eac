import Audience
public import Catalogue
public import Desk
import HeapModule

/// The pipeline after the models: review's thresholds, the desk, the first audience, waves and
/// their assessment.
///
/// An engine is a value: a copy is a fork. It reads no clock, no file and no global randomness;
/// the scenario, its seed and the commands decide everything. Events come in order of time, then
/// of upload, then of platform.
public struct Engine: Sendable {
  /// Seconds after the scenario's start that have been worked through.
  public private(set) var now: Moment = 0
  /// When it last had something to do without being asked.
  public private(set) var latest: Moment = 0
  /// The platforms, with the settings now in force.
  public internal(set) var platforms: [Platform]
  /// The thresholds of review now in force.
  public internal(set) var review: ReviewSettings
  /// The cases that wait for a person.
  public internal(set) var desk = Desk.Queue()

  let realms: [Realm]
  var posts: [Post] = []
  /// How the published ones spread, in the order of their publication.
  var spreads: [Spread] = []
  var positions: [VideoID: Int] = [:]
  var creators: [String: Int] = [:]
  /// The posts of each creator, in order.
  var postsByCreator: [[Int]] = []
  var agenda = Heap<Appointment>()
  var comingPosts: [VideoID: ComingPost] = [:]

  /// Progress is told at every multiple of so many seconds, besides the checks.
  public static let grid: Moment = 600

  /// Which engine it is: raised whenever the same scenario, seed and commands would give other
  /// events than before, so that a record of a run knows whether the run can be gone on with.
  public static let version = 1

  /// Creates an engine at moment 0 with nothing uploaded; uploads come as commands.
  public init(scenario: Scenario) {
    platforms = scenario.platforms
    review = scenario.review
    realms = scenario.platforms.map {
      Realm(
        interest: Interest(platform: $0, seed: scenario.seed),
        activity: ActivityClock(zones: $0.zones, start: scenario.start))
    }
  }

  /// The people of a platform and their clock.
  struct Realm: Sendable {
    let interest: Interest
    let activity: ActivityClock
  }

  /// A moment at which something happens to a video.
  struct Appointment: Sendable, Comparable {
    let at: Moment
    let id: VideoID
    /// The post's place; nil where it is still to come.
    let position: Int?

    static func < (a: Appointment, b: Appointment) -> Bool {
      if a.at != b.at { return a.at < b.at }
      if a.id.upload != b.id.upload { return a.id.upload < b.id.upload }
      return a.id.platform < b.id.platform
    }
  }

  /// A post on a second platform, waiting for its moment.
  struct ComingPost: Sendable {
    let upload: Upload
    let reading: Reading
    let followers: Int
  }

  /// When something will happen next without a command; nil where nothing will.
  public var nextMoment: Moment? { agenda.min?.at }

  /// Does what is asked at the present moment, or refuses and changes nothing.
  public mutating func perform(_ command: Command) throws(Refusal) -> [Event] {
    switch command {
    case .upload(let upload, let reading, let followers, let number):
      guard let platform = platforms.firstIndex(where: { $0.id == upload.platform }) else {
        throw .noSuchPlatform(upload.platform)
      }
      let id = VideoID(upload: number, platform: platform)
      guard positions[id] == nil else { throw .numberTaken(number) }
      return submit(upload, reading, followers: followers, as: id)
    case .decide(let id, let allowed, let reason, let moderator):
      return try decide(id, allowed: allowed, reason: reason, moderator: moderator)
    case .set(let key, let value):
      return try set(key, to: value)
    }
  }

  /// Works through everything up to and including a moment and gives what happened, in order.
  ///
  /// What happens until a moment does not depend on how many calls lead there.
  public mutating func advance(to moment: Moment) throws(Refusal) -> [Event] {
    guard moment >= now else { throw .inThePast(moment) }
    var events: [Event] = []
    var delivery = Delivery()
    while let next = agenda.min, next.at <= moment {
      agenda.removeMin()
      now = next.at
      if let position = next.position {
        // What was put forward since has an appointment of its own.
        guard posts[position].wake == next.at else { continue }
        wake(position, &events, &delivery)
      } else if let coming = comingPosts.removeValue(forKey: next.id) {
        events += submit(
          coming.upload, coming.reading, followers: coming.followers, as: next.id)
      }
      latest = now
    }
    now = moment
    return events
  }

  /// Goes to a moment at which it once was.
  mutating func go(to moment: Moment, latest: Moment) {
    now = moment
    self.latest = latest
  }
}
