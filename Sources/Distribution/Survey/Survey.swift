import Audience
public import Catalogue

/// A look at what becomes of many ordinary uploads, to see if the world is like the real one.
///
/// Uploads of default parameters are run through the engine, viewer by viewer, until nothing more
/// happens or twelve days have passed; everything in the table is counted from what the engine did.
public struct Survey: Sendable, Hashable {
  /// Uploads a seed.
  public var uploads: Int
  /// The platform they are posted on, with its settings.
  public var platform: Platform
  /// Seconds after its post up to which a video's views count.
  public static let horizon: Moment = 12 * 86_400

  /// A survey of uploads on a platform.
  public init(
    uploads: Int = 20_000, platform: Platform = Platform(id: "for-you", name: "For You")
  ) {
    self.uploads = uploads
    self.platform = platform
  }

  /// What became of one upload.
  public struct Sample: Sendable, Hashable {
    /// The group it is left out with when intervals are estimated, 0 ..< 20.
    public var block: Int
    /// All views.
    public var views: Int
    /// For-you views.
    public var forYou: Int
    /// Its creator's followers.
    public var followers: Int
    /// The hour of the local day at which it was posted, 0 … 23.
    public var hour: Int
    /// Waves it was pushed through.
    public var waves: Int
    /// Seconds from its post until half of its views had come.
    public var halfTime: Moment
  }

  /// Runs one part of a seed's uploads; the parts together are the whole, in any division.
  ///
  /// Uploads are divided by creator, because nothing passes between creators.
  public func run(seed: UInt64, part: Int = 0, of parts: Int = 1) -> [Sample] {
    let background = Background(
      perHour: Double(uploads) / 24, hours: 24, illegalShare: 0, platform: platform.id)
    let scenario = Scenario(name: "survey", seed: seed, platforms: [platform])
    var engine = Engine(scenario: scenario)
    var logs = Logs()
    let staged = BackgroundUploads(background, seed: seed)
      .draw { $0 % parts == part }
    let zone = platform.zones.max { $0.share < $1.share }?.offset ?? 0
    for item in staged {
      var fine = item
      fine.reading.policies = []  // review is not what is surveyed
      logs.note(try? engine.advance(to: item.upload.postedAt))
      let hour = ((item.upload.postedAt / 3_600 + zone) % 24 + 24) % 24
      logs.begin(
        item.number,
        Log(
          postedAt: item.upload.postedAt, followers: item.followers, hour: hour,
          block: Int(DrawKey(seed: seed).sub(item.upload.creator).draw(0) % 20)))
      logs.note(try? engine.perform(fine.command))
    }
    let end = engine.now + Self.horizon
    while engine.now < end {
      logs.note(try? engine.advance(to: min(end, engine.now + Engine.grid)))
    }
    return logs.all.map(\.sample)
  }

  /// What is remembered of the uploads, in order of posting.
  private struct Logs {
    private(set) var all: [Log] = []
    /// The place of each upload's log by the upload's number.
    private var places: [Int?] = []

    mutating func begin(_ number: Int, _ log: Log) {
      while places.count <= number { places.append(nil) }
      places[number] = all.count
      all.append(log)
    }

    mutating func note(_ events: [Event]?) {
      for event in events ?? [] {
        guard let id = event.video, let place = places[id.upload] else { continue }
        switch event.what {
        case .delivered(let progress): all[place].note(progress, at: event.at)
        case .waveStarted(let wave): all[place].waves = wave.number
        default: continue
        }
      }
    }
  }

  /// What is remembered of one upload while the survey runs.
  private struct Log {
    var postedAt: Moment
    var followers: Int
    var hour: Int
    var block: Int
    var waves = 0
    var views: [(at: Moment, views: Int)] = []
    var last = Progress()

    mutating func note(_ progress: Progress, at moment: Moment) {
      guard moment <= postedAt + Survey.horizon else { return }
      last = progress
      views.append((moment, progress.views))
    }

    var sample: Sample {
      let half = views.first { $0.views * 2 >= last.views }?.at ?? postedAt
      return Sample(
        block: block, views: last.views, forYou: last.forYou, followers: followers, hour: hour,
        waves: waves, halfTime: half - postedAt)
    }
  }
}
