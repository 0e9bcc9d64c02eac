import Catalogue
import Distribution
import Playback

/// A run from its first upload to its end, with nobody watching.
struct HeadlessRun {
  /// What the run looks like so far.
  private(set) var snapshot: Snapshot
  private var shards: Shards
  private let end: Moment
  private let count: Int

  /// The longest run whose end nobody gave.
  static let longest: Moment = 30 * 86_400
  /// How much of the world's time is worked through at once, for short waits between threads.
  private static let stretch: Moment = 3_600

  /// Prepares a run.
  init(stage: Stage, moderator: Moderator, threads: Int, until: Moment?) {
    snapshot = Snapshot(scenario: stage.scenario)
    shards = Shards(
      scenario: stage.scenario, script: stage.script, moderator: moderator, threads: threads)
    end = until ?? Self.longest
    count = stage.script.count
  }

  /// Plays to the end and hands on every event in order.
  mutating func play(_ each: (Event) throws -> Void) throws {
    var bar = ProgressBar()
    defer { bar.finish() }
    while let next = shards.nextMoment, next <= end {
      for event in shards.advance(to: min(end, max(next, shards.now + Self.stretch))) {
        snapshot.apply(event)
        try each(event)
      }
      bar.show { progress }
    }
  }

  /// How much is done, 0 … 1, and what there is so far.
  private var progress: (part: Double, words: String) {
    let ended = snapshot.videos.count { $0.state == .stopped || $0.state == .removed }
    let videos = max(count, snapshot.videos.count)
    let views = snapshot.videos.reduce(0) { $0 + $1.views }
    let words = "\(ended) of \(videos) videos ended, \(views.brief) views"
    return (Double(ended) / Double(max(1, videos)), words)
  }
}
