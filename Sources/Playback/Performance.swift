public import Catalogue
public import Distribution

/// A run that follows a script: an engine, and the commands it is given at their moments.
///
/// At one moment the engine's own work comes first, then the commands in the script's order. How far
/// each call advances changes nothing: the events of many short calls are those of one long call.
public struct Performance: Sendable {
  /// What has been worked through.
  public private(set) var engine: Engine
  /// Every command, given and to come, in the order of their moments.
  public private(set) var script: [TimedCommand]
  /// The position in the script of the first command not yet given.
  public private(set) var next = 0

  /// Creates a run at moment 0, before its first command.
  public init(scenario: Scenario, script: [TimedCommand]) {
    var world = scenario
    world.uploads = []
    self.engine = Engine(scenario: world)
    self.script = script
  }

  /// Seconds after the scenario's start that have been worked through.
  public var now: Moment { engine.now }

  /// When something will happen next; nil where nothing will without a person.
  public var nextMoment: Moment? {
    let command = next < script.count ? max(script[next].at, now) : nil
    guard let command else { return engine.nextMoment }
    return min(command, engine.nextMoment ?? command)
  }

  /// Works through everything up to and including a moment; nothing where it lies in the past.
  ///
  /// A command that the engine refuses is left out: a decision on a case that other settings never
  /// opened, for example.
  public mutating func advance(to moment: Moment) -> [Event] {
    var events: [Event] = []
    while next < script.count, script[next].at <= moment {
      let timed = script[next]
      events += work(to: max(timed.at, now))
      next += 1
      events += (try? engine.perform(timed.command)) ?? []
    }
    return events + work(to: moment)
  }

  /// Does what a person asks at the present moment, and writes it into the script.
  ///
  /// What people asked later than now is taken out: it belonged to a run that will not be.
  /// - Returns: What happened, and how many later commands were taken out.
  public mutating func perform(
    _ command: Command
  ) throws(Refusal) -> (events: [Event], dropped: Int) {
    let events = try engine.perform(command)
    let before = script.count
    let later = script[next...].filter { !$0.isLive }
    script.replaceSubrange(next..., with: later)
    let dropped = before - script.count
    script.insert(TimedCommand(at: now, command: command, isLive: true), at: next)
    next += 1
    return (events, dropped)
  }

  /// Writes a command that is still to come into the script, after those of the same moment.
  mutating func insert(_ timed: TimedCommand) {
    let place = script[next...].firstIndex { $0.at > timed.at } ?? script.count
    script.insert(timed, at: place)
  }

  /// Goes back or forth to a state that this run was in, under the same script up to there.
  mutating func resume(_ engine: Engine, next: Int) {
    self.engine = engine
    self.next = next
  }

  private mutating func work(to moment: Moment) -> [Event] {
    guard moment >= now else { return [] }
    // The one refusal is of a moment in the past, which was just ruled out.
    return (try? engine.advance(to: moment)) ?? []
  }
}
