import Catalogue
public import Dashboard
import Distribution

/// A show with its clock: whether it runs, how fast, and when the next thing can be seen.
///
/// The wall's time is given with each call, so a playhead can be tried without waiting.
public struct Playhead: Sendable {
  /// The show at its moment.
  public internal(set) var show: Show
  /// A copy under other settings that goes along; nil for none.
  public var fork: ForkedShow?
  /// Whether time stands still.
  public private(set) var isPaused = true
  /// Whether time runs backwards.
  public private(set) var isBackward = false
  /// World seconds a wall second; 0 is as fast as the machine can.
  public private(set) var speed: Int
  private var tempo: Tempo
  private var ticked = Duration.zero - Self.frame
  private var shown = Shown()

  /// The shortest wall time between two frames: ten a second.
  public static let frame = Duration.milliseconds(100)
  /// How much of a frame may be spent computing at the highest speed.
  static let stint = Duration.milliseconds(60)

  /// Creates a paused playhead.
  public init(show: Show, speed: Int = 600) {
    self.show = show
    self.speed = max(0, speed)
    self.tempo = Tempo(speed: self.speed, from: show.now, at: .zero)
  }

  /// Whether time passes by itself: neither paused nor at its end.
  public var isRunning: Bool { !isPaused && (isBackward ? show.now > beginning : !show.isAtEnd) }

  /// The moment of the first upload: nothing happens before.
  private var beginning: Moment { show.script.first?.at ?? 0 }

  /// What a screen shows of it.
  public var scene: Scene {
    let isOver = show.isOver
    return Scene(
      snapshot: show.snapshot, isPaused: isPaused, speed: speed,
      furthest: isOver ? min(show.furthest, max(show.now, show.lastHappening)) : show.furthest,
      isOver: isOver, marks: show.marks, fork: fork?.picture, isBackward: isBackward)
  }

  /// Lets time run, or stand still.
  public mutating func setPaused(_ paused: Bool, at wall: Duration) {
    isPaused = paused
    restart(at: wall)
  }

  /// Lets time run backwards, or forwards again.
  public mutating func setBackward(_ backward: Bool, at wall: Duration) {
    isBackward = backward
    restart(at: wall)
  }

  /// Sets world seconds a wall second; 0 is as fast as the machine can.
  public mutating func setSpeed(_ speed: Int, at wall: Duration) {
    self.speed = max(0, speed)
    restart(at: wall)
  }

  /// Changes the show, then lets its time go on from where it is.
  public mutating func change<Result, Failure: Error>(
    at wall: Duration, _ body: (inout Show) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let result = try body(&show)
    fork?.follow(show.now)
    restart(at: wall)
    return result
  }

  /// Lets the world catch up with the wall's time.
  ///
  /// - Parameters:
  ///   - wall: The wall's time.
  ///   - clock: Reads the wall's time while computing; asked at the highest speed alone.
  /// - Returns: Whether a person could see a difference since the last call that gave true.
  public mutating func tick(at wall: Duration, clock: () -> Duration) -> Bool {
    ticked = wall
    if isRunning {
      switch (isBackward, speed) {
      case (true, 0): show.seek(to: max(beginning, show.now - max(600, show.furthest / 100)))
      case (false, 0): sprint(until: wall + Self.stint, clock: clock)
      default: walk(at: wall)
      }
      if !isBackward, show.isCutShort { show.visit(show.now) }
      fork?.follow(show.now)
      if isBackward ? show.now <= beginning : show.isCutShort { isPaused = true }
    }
    let now = Shown(of: show)
    defer { shown = now }
    return now != shown
  }

  /// The wall time at which something new can be seen; nil while time stands still.
  public func wake(after wall: Duration) -> Duration? {
    guard isRunning else { return nil }
    let soonest = max(wall, ticked + Self.frame)
    return speed > 0 ? max(soonest, due) : soonest
  }

  /// When the clock shows another minute or something happens, whichever comes first.
  private var due: Duration {
    if isBackward { return tempo.wall(of: (show.now - 1) / 60 * 60) }
    let minute = (show.now / 60 + 1) * 60
    return tempo.wall(of: min(minute, show.nextMoment ?? minute))
  }

  private mutating func restart(at wall: Duration) {
    tempo = Tempo(speed: speed, from: show.now, at: wall, isBackward: isBackward)
  }

  /// Goes on as the clock says; a long gap (the machine slept) counts as one second.
  private mutating func walk(at wall: Duration) {
    if wall - due > .seconds(1) { restart(at: wall - .seconds(1)) }
    let moment = tempo.moment(at: wall)
    show.seek(to: isBackward ? max(beginning, min(show.now, moment)) : max(show.now, moment))
  }

  private mutating func sprint(until end: Duration, clock: () -> Duration) {
    repeat {
      let target = max(show.now + 600, show.nextMoment ?? 0)
      show.seek(to: target)
    } while !show.isAtEnd && show.now < Show.end && clock() < end
  }
}

/// What of a show can be seen to change by itself: its events and the minute on its clock.
private struct Shown: Sendable, Equatable {
  var events = -1
  var minute = -1

  init() {}

  init(of show: Show) {
    events = show.snapshot.eventCount
    minute = show.now / 60
  }
}
