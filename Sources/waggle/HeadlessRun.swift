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

  /// How long a run whose end nobody gave goes on after the last upload.
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
    end = until ?? (stage.script.last?.at ?? 0) + Self.longest
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
    for event in events {
      contents += commands(upTo: event.at)
      if let video = event.video, case .decided(let decision) = event.what {
        let command = Command.decide(
          video, allowed: decision.allowed, reason: decision.reason,
          moderator: decision.moderator)
        contents.append((event.at, .command(command)))
      }
      contents.append((event.at, .event(event)))
    }
    contents += commands(upTo: moment)
    try journal.append(contents)
  }

  /// The script's commands that were given up to a moment and are not recorded yet.
  private mutating func commands(upTo moment: Moment) -> [(at: Moment, content: Entry.Content)] {
    let first = journaled
    while journaled < script.count, script[journaled].at <= moment { journaled += 1 }
    return script[first..<journaled].map { ($0.at, .command($0.command)) }
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
