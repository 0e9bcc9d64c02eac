import Catalogue
import Distribution
import Journal

/// Where the events of a show come from: an engine that computes them, or a journal that has them.
///
/// It has one of the two; both are optional, not cases of an enumeration, so that the engine is
/// changed where it lies and never copied.
struct Origin: Sendable {
  private(set) var performance: Performance?
  private(set) var recording: Recording?

  /// Events that are computed.
  init(_ performance: Performance) { self.performance = performance }

  /// Events that were recorded.
  init(_ recording: Recording) { self.recording = recording }

  /// A state to which it can go back.
  enum Place: Sendable {
    case engine(Engine, next: Int)
    case entry(Recording.Place)
  }

  /// When something will happen next; nil where nothing will without a person.
  var nextMoment: Moment? {
    if let performance { performance.nextMoment } else { recording?.nextMoment }
  }

  /// Since when nothing more happens unless somebody asks for it; nil while more will, or where
  /// nothing more is on record.
  var over: Moment? {
    if let performance { performance.over } else { recording?.over }
  }

  /// Every command, given and to come.
  var script: [TimedCommand] { performance?.script ?? recording?.script ?? [] }

  /// Where it is.
  var place: Place? {
    if let performance { return .engine(performance.engine, next: performance.next) }
    return recording.map { .entry($0.place) }
  }

  /// Goes back or forth to where it was.
  mutating func resume(_ place: Place?) {
    switch place {
    case .engine(let engine, let next): performance?.resume(engine, next: next)
    case .entry(let place): recording?.resume(place)
    case nil: return
    }
  }

  /// Gives what happened up to and including a moment, and what people asked on the way.
  mutating func advance(to moment: Moment, given: inout [TimedCommand]) -> [Event] {
    performance?.advance(to: moment, given: &given) ?? recording?.advance(to: moment) ?? []
  }

  /// Does what a person asks; nil where events were recorded, which nobody changes.
  mutating func perform(
    _ command: Command, later: Performance.Later
  ) throws(Refusal) -> (events: [Event], dropped: Int)? {
    try performance?.perform(command, later: later)
  }
}
