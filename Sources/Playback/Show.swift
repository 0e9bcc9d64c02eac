public import Catalogue
public import Dashboard
public import Distribution
public import Journal

/// A run as it is watched: at one of its moments, with the way back and forth.
///
/// A show is a value: a copy is a fork. What people asked while it went on is kept at its moment,
/// so going back and forward again repeats it. It is computed, or read from a journal: a recorded
/// show has the same pictures, and cannot be changed.
public struct Show: Sendable {
  /// The world that is run; its uploads are in the script.
  public let scenario: Scenario
  /// What the run looks like at the moment shown.
  public private(set) var snapshot: Snapshot
  /// The waves and decisions of the whole run computed so far, in order of time.
  public private(set) var marks: [Mark] = []
  /// The moment up to which the run has been computed.
  public private(set) var furthest: Moment = 0
  /// What came to the run since it was last told; nil where nobody wants to know.
  private(set) var news: [News]?
  /// How many events of the run are known here, and to whoever is told the news.
  private var known = 0
  private var told = 0
  private var toldOver: Moment?
  private var pace: KeyframePace
  /// The moment from which on it was computed; 0 for the beginning.
  private(set) var computedFrom: Moment = 0
  private var origin: Origin
  private var keyframes: Keyframes

  /// The latest moment that can be gone to: an upload may be posted a year after the start, and
  /// again a year later.
  public static let end: Moment = 2 * 366 * 86_400

  /// Creates a computed show at moment 0.
  ///
  /// - Parameters:
  ///   - scenario: The world.
  ///   - script: What is uploaded when, in order of time.
  ///   - keyframes: How many copies are kept at most for going back, 2 or more.
  ///   - told: Keeps what comes to the run until it is taken, but for so many first events; nil
  ///     where nobody wants to know.
  ///   - pace: When what comes to the run has a keyframe among it.
  public init(
    scenario: Scenario, script: [TimedCommand], keyframes: Int = 32, told: Int? = nil,
    pace: KeyframePace = KeyframePace()
  ) {
    self.init(
      scenario: scenario, origin: Origin(Performance(scenario: scenario, script: script)),
      keyframes: keyframes, pace: pace)
    if let told {
      news = []
      self.told = told
      _ = self.pace.isDue(events: told)
    }
    play(to: 0)
  }

  /// Creates a recorded show at moment 0.
  public init(_ recording: Recording, keyframes: Int = 32) {
    var recording = recording
    recording.resume(Recording.Place())
    self.init(
      scenario: recording.journal.about.scenario, origin: Origin(recording),
      keyframes: keyframes)
    marks = recording.marks
    furthest = recording.end
    known = recording.count
    play(to: 0)
  }

  private init(
    scenario: Scenario, origin: Origin, keyframes: Int, pace: KeyframePace = KeyframePace()
  ) {
    self.pace = pace
    self.scenario = scenario
    self.origin = origin
    self.snapshot = Snapshot(scenario: scenario)
    self.keyframes = Keyframes(
      beginning: Keyframes.Frame(at: -1, place: origin.place, snapshot: snapshot),
      limit: keyframes)
  }

  /// The moment shown.
  public var now: Moment { snapshot.now }

  /// Every command, given and to come.
  public var script: [TimedCommand] { origin.script }

  /// The record that is shown; nil where the run is computed.
  public var recording: Recording? { origin.recording }

  /// Whether this program's engine would compute the same run again.
  public var isComputable: Bool { recording?.journal.about.isComputable ?? true }

  /// When something will happen next; nil where nothing will without a person.
  public var nextMoment: Moment? { origin.nextMoment }

  /// Whether nothing more will happen: no view, no upload, no case that is still within its limit.
  public var isOver: Bool {
    guard origin.over != nil else { return false }
    return !snapshot.videos.contains { $0.state == .atDesk && ($0.deskCase?.due ?? 0) > now }
  }

  /// Whether time can go no further: all has happened, or the record ends.
  public var isAtEnd: Bool { isOver || recording.map { now >= $0.end } ?? false }

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
    seek(to: min(moment, recording?.end ?? moment))
    if isOver, now > lastHappening { seek(to: lastHappening) }
  }

  /// Whether it can go no further because no more was recorded, though more would happen.
  public var isCutShort: Bool { recording.map { now >= $0.end } ?? false && !isOver }

  /// Shows another moment, earlier or later, moved into 0 … `end`.
  public mutating func seek(to moment: Moment) {
    let moment = min(max(0, moment), Self.end)
    let frame = keyframes.nearest(to: moment)
    if moment < now || frame.at > now {
      origin.resume(frame.place)
      snapshot = frame.snapshot
      play(to: max(0, frame.at))
    }
    while now < moment {
      let stretch = nextMoment.map { max($0, keyframes.due(after: now)) } ?? moment
      play(to: min(moment, max(stretch, now + 1)))
    }
  }

  /// Does what a person asks at the moment shown, or refuses and changes nothing; nothing in a
  /// recorded show.
  ///
  /// - Parameter later: What becomes of commands given later than now.
  /// - Returns: How many of those were dropped: time goes on differently.
  @discardableResult
  public mutating func perform(
    _ command: Command, later: Performance.Later = .dropped
  ) throws(Refusal) -> Int {
    guard let (events, dropped) = try origin.perform(command, later: later) else { return 0 }
    keyframes.forget(from: now)
    let present = now
    marks.removeAll { $0.at > present }
    furthest = present
    known = snapshot.eventCount
    if told > known {
      told = known
      news?.append(.wentBack(to: present))
    }
    news?.append(.command(command, at: present))
    for event in events { take(event) }
    toldOver = nil
    return dropped
  }

  private mutating func play(to moment: Moment) {
    var given: [TimedCommand] = []
    let events = origin.advance(to: moment, given: &given)
    var commands = given[...]
    for event in events {
      while let next = commands.first, next.at <= event.at { tell(commands.removeFirst()) }
      take(event)
    }
    for rest in commands { tell(rest) }
    if let over = origin.over, snapshot.eventCount >= told, over != toldOver, news != nil {
      toldOver = over
      news?.append(.over(at: over))
    }
    snapshot.now = moment
    furthest = max(furthest, moment)
    if news != nil, snapshot.eventCount >= told, let engine = origin.performance?.engine,
      engine.now == moment, pace.isDue(events: told)
    {
      news?.append(.keyframe([engine]))
    }
    keyframes.take(
      Keyframes.Frame(at: moment, place: origin.place, snapshot: snapshot), at: moment)
  }

  private mutating func take(_ event: Event) {
    snapshot.apply(event)
    if snapshot.eventCount > known {
      known = snapshot.eventCount
      if let mark = Mark(event) { marks.append(mark) }
    }
    if snapshot.eventCount > told {
      told = snapshot.eventCount
      news?.append(.event(event))
    }
  }

  /// Tells of a command that was given again where nobody had been yet.
  private mutating func tell(_ command: TimedCommand) {
    if snapshot.eventCount >= told {
      news?.append(.command(command.command, at: command.at))
    }
  }
}

// MARK: News

extension Show {
  /// What comes to a run.
  package enum News: Sendable {
    /// Somebody changed the past: what was told after that moment belongs to another run.
    case wentBack(to: Moment)
    /// Somebody asked for something.
    case command(Command, at: Moment)
    /// Something happened.
    case event(Event)
    /// Nothing more will happen, unless somebody asks for it.
    case over(at: Moment)
    /// The engines, which share the run among them, stand so after everything told before.
    case keyframe([Engine])
  }

  /// Goes to where an engine is that did what a recorded show of the same run shows.
  mutating func go(on engine: Engine, next: Int, as facts: Show) {
    origin.resume(.engine(engine, next: next))
    snapshot = facts.snapshot
    furthest = now
    computedFrom = now
    known = snapshot.eventCount
    let present = now
    marks = facts.marks.filter { $0.at <= present }
    keyframes.pin(Keyframes.Frame(at: now, place: origin.place, snapshot: snapshot))
  }

  /// Shows what was recorded at the moment that it was computed up to; false where that is not the
  /// same.
  mutating func takes(_ facts: Show) -> Bool {
    guard snapshot.showsTheSame(as: facts.snapshot) else { return false }
    snapshot = facts.snapshot
    return true
  }

  /// Becomes a run of its own from the moment shown on: what came before is its parent's news.
  mutating func leave() {
    told = snapshot.eventCount
    toldOver = nil
    if news != nil { news = [] }
  }

  /// Whether it keeps what comes to it.
  var keepsNews: Bool { news != nil }

  /// What came since it was last taken.
  package mutating func takeNews() -> [News] {
    defer { if news != nil { news = [] } }
    return news ?? []
  }

  /// How many copies are kept for going back; the first is the beginning.
  public var copies: Int { keyframes.frames.count }
}
