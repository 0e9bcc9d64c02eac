public import Catalogue
import Dispatch
public import Distribution
import Synchronization

/// A run nobody watches, cut by creator so that several threads share the work.
///
/// Creators do not meet: what becomes of one's uploads does not depend on another's. So each part
/// runs on an engine of its own, and the events are put in one order afterwards, by moment, upload
/// and platform: the same whatever the number of parts.
public struct Shards: Sendable {
  private let shards: [Shard]

  /// Seconds after the scenario's start that have been worked through.
  public private(set) var now: Moment = -1

  /// Cuts a script into at most so many parts; 1 or more.
  public init(scenario: Scenario, script: [TimedCommand], moderator: Moderator, threads: Int) {
    shards = Self.parts(of: script, count: max(1, threads)).map { part in
      let performance = Performance(scenario: scenario, script: part)
      return Shard(AttendedPerformance(performance, moderator: moderator))
    }
  }

  /// When something will happen next; nil where nothing will.
  public var nextMoment: Moment? { shards.compactMap(\.nextMoment).min() }

  /// When nothing more happens; nil while more will.
  public var over: Moment? {
    let moments = shards.map(\.over)
    return moments.contains(nil) ? nil : moments.compactMap { $0 }.max()
  }

  /// The engines of all parts as they stand.
  public var engines: [Engine] { shards.map(\.engine) }

  /// Works through everything up to and including a moment.
  ///
  /// - Returns: What happened, by moment, then upload, then platform.
  public mutating func advance(to moment: Moment) -> [Event] {
    now = max(now, moment)
    if shards.count > 1 {
      DispatchQueue.concurrentPerform(iterations: shards.count) { [shards] index in
        shards[index].advance(to: moment)
      }
    } else {
      shards[0].advance(to: moment)
    }
    var events = shards.flatMap { $0.takeEvents() }
    events.putInOrder()
    return events
  }

  /// The script in so many parts: whole creators, those with most uploads first, each to the part
  /// that has least.
  private static func parts(of script: [TimedCommand], count: Int) -> [[TimedCommand]] {
    guard count > 1 else { return [script] }
    var creators: [String: (first: Int, uploads: Int)] = [:]
    for (place, timed) in script.enumerated() {
      guard let creator = timed.upload?.creator else { continue }
      creators[creator, default: (place, 0)].uploads += 1
    }
    var loads = [Int](repeating: 0, count: min(count, max(1, creators.count)))
    var part: [String: Int] = [:]
    let busiest = creators.sorted { a, b in
      (b.value.uploads, a.value.first) < (a.value.uploads, b.value.first)
    }
    for (creator, numbers) in busiest {
      let least = loads.indices.min { loads[$0] < loads[$1] } ?? 0
      part[creator] = least
      loads[least] += numbers.uploads
    }
    return loads.indices.map { index in
      script.filter { timed in timed.upload.map { part[$0.creator] == index } ?? true }
    }
  }
}

/// One part of a run, and what happened in it lately.
private final class Shard: Sendable {
  private let state: Mutex<(run: AttendedPerformance, events: [Event])>

  init(_ run: AttendedPerformance) { state = Mutex((run, [])) }

  var nextMoment: Moment? { state.withLock { $0.run.nextMoment } }

  var over: Moment? { state.withLock { $0.run.over } }

  var engine: Engine { state.withLock { $0.run.performance.engine } }

  func advance(to moment: Moment) {
    state.withLock { $0.events += $0.run.advance(to: moment) }
  }

  func takeEvents() -> [Event] {
    state.withLock { state in
      defer { state.events = [] }
      return state.events
    }
  }
}
