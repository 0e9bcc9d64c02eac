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
  private let script: [TimedCommand]
  private let journal: Journal?
  private var journaled = 0

  /// The longest run whose end nobody gave.
  static let longest: Moment = 30 * 86_400
  /// How much of the world's time is worked through at once, for short waits between threads.
  private static let stretch: Moment = 3_600

  /// Prepares a run, to be recorded in a journal where one is given.
  init(
    stage: Stage, moderator: Moderator, threads: Int, until: Moment?, journal: Journal? = nil
  ) {
    snapshot = Snapshot(scenario: stage.scenario)
    shards = Shards(
      scenario: stage.scenario, script: stage.script, moderator: moderator, threads: threads)
    end = until ?? Self.longest
    script = stage.script
    self.journal = journal
  }

  /// Plays to the end and hands on every event in order, once the journal has it.
  mutating func play(_ each: (Event) throws -> Void) throws {
    var bar = ProgressBar()
    defer { bar.finish() }
    while let next = shards.nextMoment, next <= end {
      let moment = min(end, max(next, shards.now + Self.stretch))
      let events = shards.advance(to: moment)
      try record(events, upTo: moment)
      for event in events {
        snapshot.apply(event)
        try each(event)
      }
      bar.show { progress }
    }
  }

  /// Writes what was asked and what happened as one transaction.
  private mutating func record(_ events: [Event], upTo moment: Moment) throws(JournalError) {
    guard let journal else { return }
    var contents: [(at: Moment, content: Entry.Content)] = []
    while journaled < script.count, script[journaled].at <= moment {
      contents.append((script[journaled].at, .command(script[journaled].command)))
      journaled += 1
    }
    contents += events.map { ($0.at, .event($0)) }
    try journal.append(contents)
  }

  /// How much is done, 0 … 1, and what there is so far.
  private var progress: (part: Double, words: String) {
    let ended = snapshot.videos.count { $0.state == .stopped || $0.state == .removed }
    let videos = max(script.count, snapshot.videos.count)
    let views = snapshot.videos.reduce(0) { $0 + $1.views }
    let words = "\(ended) of \(videos) videos ended, \(views.brief) views"
    return (Double(ended) / Double(max(1, videos)), words)
  }
}
