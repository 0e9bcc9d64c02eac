public import Catalogue
public import Dashboard
public import Distribution

/// A run as it is watched: at one of its moments, with the way back and forth.
///
/// A show is a value: a copy is a fork. What people asked while it went on is kept at its moment,
/// so going back and forward again repeats it.
public struct Show: Sendable {
  /// The world that is run; its uploads are in the script.
  public let scenario: Scenario
  /// What the run looks like at the moment shown.
  public private(set) var snapshot: Snapshot
  /// The waves and decisions of the whole run computed so far, in order of time.
  public private(set) var marks: [Mark] = []
  /// The moment up to which the run has been computed.
  public private(set) var furthest: Moment = 0
  private var performance: Performance
  private var keyframes: Keyframes

  /// The latest moment that can be gone to: an upload may be posted a year after the start, and
  /// again a year later.
  public static let end: Moment = 2 * 366 * 86_400

  /// Creates a show at moment 0.
  ///
  /// - Parameters:
  ///   - scenario: The world.
  ///   - script: What is uploaded when, in order of time.
  ///   - keyframes: How many copies are kept at most for going back, 2 or more.
  public init(scenario: Scenario, script: [TimedCommand], keyframes: Int = 32) {
    self.scenario = scenario
    self.performance = Performance(scenario: scenario, script: script)
    self.snapshot = Snapshot(scenario: scenario)
    self.keyframes = Keyframes(
      beginning: Keyframes.Frame(
        at: -1, engine: performance.engine, snapshot: snapshot, next: 0),
      limit: keyframes)
    play(to: 0, isNew: true)
  }

  /// The moment shown.
  public var now: Moment { snapshot.now }

  /// Every command, given and to come.
  public var script: [TimedCommand] { performance.script }

  /// When something will happen next; nil where nothing will without a person.
  public var nextMoment: Moment? { performance.nextMoment }

  /// Whether nothing more will happen: no view, no upload, no case that is still within its limit.
  public var isOver: Bool {
    guard performance.nextMoment == nil else { return false }
    return !snapshot.videos.contains { $0.state == .atDesk && ($0.deskCase?.due ?? 0) > now }
  }

  /// The moment after which, as far as is known, nothing happens: that of the latest view, decision
  /// or limit of a case, on the whole minute.
  public var lastHappening: Moment {
    let moments = snapshot.videos.map { video in
      let due = video.state == .atDesk ? video.deskCase?.due : nil
      return max(video.postedAt, video.curve.last?.at ?? 0, video.stoppedAt ?? 0, due ?? 0)
    }
    return ((moments.max() ?? 0) + 59) / 60 * 60
  }

  /// Shows another moment, but none after everything has happened.
  public mutating func visit(_ moment: Moment) {
    seek(to: moment)
    if isOver, now > lastHappening { seek(to: lastHappening) }
  }

  /// How many copies are kept for going back; the first is the beginning.
  public var copies: Int { keyframes.frames.count }

  /// Shows another moment, earlier or later, moved into 0 … `end`.
  public mutating func seek(to moment: Moment) {
    let moment = min(max(0, moment), Self.end)
    let frame = keyframes.nearest(to: moment)
    if moment < now || frame.at > now {
      performance.resume(frame.engine, next: frame.next)
      snapshot = frame.snapshot
      play(to: max(0, frame.at))
    }
    while now < moment {
      let stretch = performance.nextMoment.map { max($0, keyframes.due(after: now)) } ?? moment
      play(to: min(moment, max(stretch, now + 1)))
    }
  }

  /// Does what a person asks at the moment shown, or refuses and changes nothing.
  ///
  /// - Returns: How many commands given later than now were dropped: time goes on differently.
  @discardableResult
  public mutating func perform(_ command: Command) throws(Refusal) -> Int {
    let (events, dropped) = try performance.perform(command)
    keyframes.forget(from: now)
    let present = now
    marks.removeAll { $0.at > present }
    furthest = present
    for event in events { take(event, isNew: true) }
    return dropped
  }

  private mutating func play(to moment: Moment, isNew: Bool = false) {
    let known = furthest
    for event in performance.advance(to: moment) { take(event, isNew: isNew || event.at > known) }
    snapshot.now = moment
    furthest = max(furthest, moment)
    keyframes.take(
      Keyframes.Frame(
        at: moment, engine: performance.engine, snapshot: snapshot, next: performance.next),
      at: moment)
  }

  private mutating func take(_ event: Event, isNew: Bool) {
    snapshot.apply(event)
    if isNew, let mark = Mark(event) { marks.append(mark) }
  }
}
