public import Catalogue
public import Distribution

/// Who decides cases in a run that nobody watches.
public enum Moderator: String, Sendable, Hashable, CaseIterable {
  /// Nobody: a case waits.
  case none
  /// Everything is allowed.
  case approve
  /// Everything is removed.
  case reject

  /// Seconds of the world's time between the opening of a case and its decision.
  public static let delay: Moment = 600

  /// The decision on a case, or nil where nobody decides or nothing was opened.
  func decision(after event: Event) -> TimedCommand? {
    guard self != .none, case .caseOpened(let facts) = event.what, let video = event.video else {
      return nil
    }
    let allowed = self == .approve
    let reason = allowed ? "allowed by --moderator approve" : facts.policy.label
    return TimedCommand(
      at: event.at + Self.delay,
      command: .decide(video, allowed: allowed, reason: reason, moderator: rawValue))
  }
}

/// A performance whose cases are decided by a rule.
public struct AttendedPerformance: Sendable {
  /// The run.
  public private(set) var performance: Performance
  private let moderator: Moderator

  /// Puts a moderator beside a run.
  public init(_ performance: Performance, moderator: Moderator) {
    self.performance = performance
    self.moderator = moderator
  }

  /// When something will happen next; nil where nothing will.
  public var nextMoment: Moment? { performance.nextMoment }

  /// When nothing more happens; nil while more will.
  public var over: Moment? { performance.over }

  /// Works through everything up to and including a moment, with the decisions on the way.
  ///
  /// No stretch is longer than the moderator's delay, so a case that opens in one is decided in
  /// a later one.
  public mutating func advance(to moment: Moment) -> [Event] {
    guard moderator != .none else { return performance.advance(to: moment) }
    var events: [Event] = []
    repeat {
      let quiet = performance.nextMoment ?? moment
      let stop = min(moment, max(performance.now + Moderator.delay, quiet))
      let batch = performance.advance(to: stop)
      for event in batch {
        if let decision = moderator.decision(after: event) { performance.insert(decision) }
      }
      events += batch
    } while performance.now < moment || (performance.nextMoment ?? .max) <= moment
    return events
  }
}
