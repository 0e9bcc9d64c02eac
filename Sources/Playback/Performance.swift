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

  /// When nothing more happens unless somebody asks for it; nil while more will.
  public var over: Moment? {
    guard nextMoment == nil else { return nil }
    return max(engine.latest, next > 0 ? script[next - 1].at : 0)
  }

  /// Works through everything up to and including a moment; nothing where it lies in the past.
  ///
  /// A command that the engine refuses is left out: a decision on a case that other settings never
  /// opened, for example.
  public mutating func advance(to moment: Moment) -> [Event] {
    var given: [TimedCommand] = []
    return advance(to: moment, given: &given)
  }

  /// Does the same, and tells what people asked on the way.
  ///
  /// What happens at one moment is told in the order of uploads, then of platforms, whether a command
  /// or the engine's own work led to it: so it is the same however the work is shared out.
  mutating func advance(to moment: Moment, given: inout [TimedCommand]) -> [Event] {
    var events: [Event] = []
    while next < script.count, script[next].at <= moment {
      let timed = script[next]
      events += work(to: max(timed.at, now))
      next += 1
      guard let consequences = try? engine.perform(timed.command) else { continue }
      if timed.isLive { given.append(timed) }
      events += consequences
    }
    events += work(to: moment)
    events.putInOrder()
    return events
  }

  /// What becomes of commands that people gave later than a new one.
  public enum Later: Sendable {
    /// They are dropped: they belonged to a run that will not be.
    case dropped
    /// They are given again at their moments, where they make sense.
    case repeated
  }

  /// Does what a person asks at the present moment, and writes it into the script.
  ///
  /// - Returns: What happened, and how many later commands were taken out.
  public mutating func perform(
    _ command: Command, later: Later = .dropped
  ) throws(Refusal) -> (events: [Event], dropped: Int) {
    let events = try engine.perform(command)
    let before = script.count
    if later == .dropped {
      script.replaceSubrange(next..., with: script[next...].filter { !$0.isLive })
    }
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

extension [Event] {
  /// Puts events in the order of their moments, then of uploads, then of platforms; those of one
  /// video at one moment stay as they are.
  mutating func putInOrder() {
    guard !indices.dropFirst().allSatisfy({ self[$0 - 1].order <= self[$0].order }) else { return }
    let order = indices.sorted { a, b in
      self[a].order == self[b].order ? a < b : self[a].order < self[b].order
    }
    self = order.map { self[$0] }
  }
}

extension Event {
  /// Where it stands among others: the run's own events before the videos' of the same moment.
  fileprivate var order: Order { Order(at: at, video: video ?? VideoID(upload: -1, platform: 0)) }

  fileprivate struct Order: Comparable {
    var at: Moment
    var video: VideoID

    static func < (a: Order, b: Order) -> Bool {
      a.at != b.at ? a.at < b.at : a.video < b.video
    }
  }
}
