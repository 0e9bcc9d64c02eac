import Audience
import Catalogue
import Dashboard
import Desk

@testable import Distribution

/// A believable run of the bee-bike scenario, event by event, without an engine.
///
/// Scores, errors and chances come from the assessor, so that every sum on a screen adds up.
struct SampleRun {
  /// Every event, in order of time.
  private(set) var events: [Event] = []
  var scenario: Scenario

  /// The moment of the drawing: bee-bike in its ninth wave, two days and five hours after.
  static let ninthWave: Moment = 190_800
  /// The end of everything.
  static let end: Moment = 400_000

  static let beeBike = VideoID(upload: 0, platform: 0)

  init() {
    scenario = Scenario(
      name: "bee-bike", seed: 7, start: 1_497_465_720, star: "bee-bike",
      platforms: [
        Platform(id: "for-you", name: "For You"),
        Platform(id: "reels", name: "Reels", population: 5_000_000),
      ], review: ReviewSettings(doubtFrom: 0.12))
    addVideos()
    addCases()
    events.sort { $0.at < $1.at }
  }

  /// What the run looks like at a moment.
  func snapshot(at moment: Moment) -> Snapshot {
    var snapshot = Snapshot(scenario: scenario)
    for event in events where event.at <= moment { snapshot.apply(event) }
    snapshot.now = moment
    return snapshot
  }

  /// The scene at a moment of a run that was computed up to it, or further.
  func scene(at moment: Moment, furthest: Moment? = nil, isPaused: Bool = false) -> Scene {
    let furthest = furthest ?? moment
    return Scene(
      snapshot: snapshot(at: moment), isPaused: isPaused, furthest: furthest,
      marks: events.filter { $0.at <= furthest }.compactMap(Self.mark))
  }

  private static func mark(_ event: Event) -> Mark? {
    guard let video = event.video else { return nil }
    switch event.what {
    case .assessed(let a) where a.action == .push:
      return Mark(at: event.at, video: video, kind: .wave(a.wave))
    case .assessed(let a) where a.action == .stop:
      return Mark(at: event.at, video: video, kind: .stop)
    case .caseOpened: return Mark(at: event.at, video: video, kind: .deskCase)
    case .decided: return Mark(at: event.at, video: video, kind: .decision)
    default: return nil
    }
  }

  mutating func add(_ event: Event) { events.append(event) }
}

/// A video of the sample: who posted it and how its waves went.
struct SampleVideo {
  var id: VideoID
  var upload: Upload
  var followers: Int
  var reading: Reading
  /// The score at each gate, then the latest for a wave that still runs.
  var scores: [Double]
  /// When each wave ended, seconds after the post; one fewer than scores where the last one runs.
  var ends: [Moment]
  /// For-you views of the wave that runs at the end of the sample.
  var running = 0
  var forwards = 0
  var social = 0
}

extension SampleRun {
  /// Adds everything that happens to a video.
  mutating func add(_ video: SampleVideo) {
    let posted = video.upload.postedAt
    add(
      Event(
        at: posted, video: video.id,
        what: .uploaded(
          Submission(upload: video.upload, followers: video.followers, reading: video.reading))))
    add(
      Event(
        at: posted, video: video.id,
        what: .reviewed(
          Review(
            verdict: .allow, policy: .theft, probability: video.reading.illegal, threshold: 0.12))))
    add(
      Event(
        at: posted + 30, video: video.id,
        what: .published(
          Publication(followersReached: video.followers / 12, socialGraphOnlyViews: video.social))))
    var began = posted + 30
    var depth = 0
    for index in video.scores.indices {
      let gate = index == 0 ? 200 : depth * 3
      let ended = index < video.ends.count ? posted + video.ends[index] : Self.ninthWave + 600
      let reached = index < video.ends.count ? gate : min(gate, depth + video.running)
      add(
        Event(
          at: began, video: video.id,
          what: .waveStarted(WaveStart(number: index + 1, size: gate - depth, gate: gate))))
      deliver(video, wave: index + 1, from: depth, to: reached, began, ended)
      if index < video.ends.count {
        let a = assess(video, wave: index + 1, views: gate - depth, depth: gate, at: ended)
        add(Event(at: ended, video: video.id, what: .assessed(a)))
      }
      (began, depth) = (ended, reached)
    }
  }

  /// Views come in steps; from wave 3 on the platform looks in between.
  private mutating func deliver(
    _ video: SampleVideo, wave: Int, from: Int, to: Int, _ began: Moment, _ ended: Moment
  ) {
    let steps = 16
    for step in 1...steps {
      let at = began + (ended - began) * step / steps
      let depth = from + (to - from) * step / steps
      var progress = Progress()
      progress.forYou = depth
      progress.followers = min(video.followers / 12, 2 + depth / 300)
      progress.forwards = video.social > 0 ? min(video.social * 3 / 2, depth / 5_000) : 0
      progress.profile = depth / 15_000
      progress.reach = depth
      progress.forwarded = depth * video.forwards / 672_000
      progress.socialGraphOnly = min(video.social, 3 + (at - video.upload.postedAt) / 900)
      progress.wave = wave
      progress.tally = tally(video, views: depth - from, score: video.scores[wave - 1])
      add(Event(at: at, video: video.id, what: .delivered(progress)))
      if wave >= 3, step % 4 == 0, step < steps || wave == video.scores.count, at < ended + 1 {
        let a = assess(
          video, wave: wave, views: max(200, (depth - from) / 5), depth: depth, at: at,
          isGate: false)
        if a.action == .hold { add(Event(at: at, video: video.id, what: .assessed(a))) }
      }
    }
  }

  private func assess(
    _ video: SampleVideo, wave: Int, views: Int, depth: Int, at: Moment, isGate: Bool = true
  ) -> Assessment {
    let settings = scenario.platforms[video.id.platform].settings
    let assessor = Assessor(settings: settings, duration: video.upload.duration)
    let score = video.scores[wave - 1]
    let tally = tally(video, views: views, score: score)
    let age = at - video.upload.postedAt
    return isGate
      ? assessor.atGate(tally, wave: wave, depth: depth, age: age)
      : assessor.betweenGates(tally, wave: wave, depth: depth, age: age)
  }

  /// Views that come to about a score.
  private func tally(_ video: SampleVideo, views: Int, score: Double) -> Tally {
    var tally = Tally()
    let n = Double(views)
    let mean = 0.8 * score
    tally.views = views
    tally.stayed = Int(n * 0.61)
    tally.watch = Int(n * mean * 4_096)
    tally.watchSquared = Int(n * (mean * mean + 0.36) * 4_096 * 4_096)
    tally.likes = Int(n * 0.054 * score)
    tally.comments = Int(n * 0.0009 * score)
    tally.saves = Int(n * 0.003 * score)
    tally.interactionSquared = tally.interactions
    tally.clickThroughs = Int((n * 0.0099 * score).rounded())
    return tally
  }
}
