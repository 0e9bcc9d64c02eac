import Catalogue
import Distribution
import Journal
import Playback

/// A run from its first upload to its end, with nobody watching.
struct HeadlessRun {
  /// What the run looks like so far.
  private(set) var snapshot: Snapshot
  private var shards: Shards
  private let end: Moment
  private let uploads: Int
  private var recorder: Recorder?

  /// How long a run whose end nobody gave goes on after the last upload.
  static let longest: Moment = 30 * 86_400
  /// How much of the world's time is worked through at once, for short waits between threads.
  private static let stretch: Moment = 3_600

  /// Prepares a run, to be recorded in a journal where one is given.
  init(
    stage: Stage, moderator: Moderator, threads: Int, until: Moment?, journal: Journal? = nil,
    wantsEvents: Bool = false
  ) {
    snapshot = Snapshot(scenario: stage.scenario)
    shards = Shards(
      scenario: stage.scenario, script: stage.script, moderator: moderator, threads: threads)
    end = until ?? (stage.script.last?.at ?? 0) + Self.longest
    uploads = stage.script.count
    recorder = journal.map { Recorder(journal: $0, wantsEvents: wantsEvents) }
  }

  /// Plays to the end and hands on every event in order with its sequence number: the journal's,
  /// once it is on the disk there, else its place among the events.
  mutating func play(_ each: (Event, Int) throws -> Void) throws {
    let isRecorded = recorder != nil
    var bar = ProgressBar()
    defer { bar.finish() }
    while let next = shards.nextMoment, next <= end {
      let moment = min(end, max(next, shards.now + Self.stretch))
      let events = shards.advance(to: moment)
      for event in events {
        snapshot.apply(event)
        if !isRecorded { try each(event, snapshot.eventCount) }
      }
      recorder?.take(events, of: shards)
      try recorder?.write(each)
      bar.show { progress }
    }
    if let over = shards.over { recorder?.take(overAt: over) }
    try recorder?.finish(each)
  }

  /// How much is done, 0 … 1, and what there is so far.
  private var progress: (part: Double, words: String) {
    let ended = snapshot.videos.count { $0.state == .stopped || $0.state == .removed }
    let videos = max(uploads, snapshot.videos.count)
    let views = snapshot.videos.reduce(0) { $0 + $1.views }
    let words = "\(ended) of \(videos) videos ended, \(views.brief) views"
    return (Double(ended) / Double(max(1, videos)), words)
  }
}
