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
  /// Uploads are divided by creator, because nothing passes between creators; for the same reason
  /// every creator gets an engine of their own, which is quicker to go round.
  public func run(seed: UInt64, part: Int = 0, of parts: Int = 1) -> [Sample] {
    let background = Background(
      perHour: Double(uploads) / 24, hours: 24, illegalShare: 0, platform: platform.id)
    let staged = BackgroundUploads(background, seed: seed)
      .draw { $0 % parts == part }
    return Dictionary(grouping: staged, by: \.upload.creator)
      .flatMap { logs(of: $0.value, by: $0.key, seed: seed) }
      .sorted { $0.number < $1.number }
      .map(\.sample)
  }

  /// What becomes of all uploads of a creator, in order of posting.
  private func logs(of uploads: [StagedUpload], by creator: String, seed: UInt64) -> [Log] {
    var engine = Engine(scenario: Scenario(name: "survey", seed: seed, platforms: [platform]))
    let zone = platform.zones.max { $0.share < $1.share }?.offset ?? 0
    let block = Int(DrawKey(seed: seed).sub(creator).draw(0) % 20)
    var logs: [Log] = []
    for item in uploads {
      var fine = item
      fine.reading.policies = []  // review is not what is surveyed
      Self.note(try? engine.advance(to: item.upload.postedAt), in: &logs)
      let hour = ((item.upload.postedAt / 3_600 + zone) % 24 + 24) % 24
      logs.append(
        Log(
          number: item.number, postedAt: item.upload.postedAt, followers: item.followers,
          hour: hour, block: block))
      Self.note(try? engine.perform(fine.command), in: &logs)
    }
    let end = engine.now + Self.horizon
    while engine.nextMoment != nil, engine.now < end {
      Self.note(try? engine.advance(to: min(end, engine.now + 21_600)), in: &logs)
    }
    return logs
  }

  private static func note(_ events: [Event]?, in logs: inout [Log]) {
    for event in events ?? [] {
      guard let number = event.video?.upload,
        let place = logs.lastIndex(where: { $0.number == number })
      else { continue }
      switch event.what {
      case .delivered(let progress): logs[place].note(progress, at: event.at)
      case .waveStarted(let wave): logs[place].waves = wave.number
      default: continue
      }
    }
  }

  /// What is remembered of one upload while the survey runs.
  private struct Log {
    var number: Int
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
