public import Catalogue
import Dispatch
public import Distribution
public import Journal
import Synchronization

/// Writes a run nobody watches into a journal, some thousands of entries at a time, and hands each
/// event on once it is on the disk.
///
/// A thread of its own writes, so that the run goes on meanwhile; one batch at a time is on its way.
public struct Recorder {
  private let journal: Journal
  private let wantsEvents: Bool
  private let queue = DispatchQueue(label: "recorder")
  private var batch = Batch()
  /// How the engines stood behind the batch's entries.
  private var engines: [Engine]?
  private var events: [Waiting] = []
  private var flight: Flight?
  private var waits: ContinuousClock.Instant
  private var pace: KeyframePace
  private var count = 0

  /// When what was collected is written: so many entries, or so long after the last time.
  private static let most = 8_192
  private static let longest = Duration.milliseconds(250)

  /// An event that somebody waits for, and its place in the batch.
  private typealias Waiting = (place: Int, event: Event)

  /// A batch on its way to the disk.
  private struct Flight {
    let events: [Waiting]
    let landing: Landing
  }

  /// Where the thread that writes leaves what came of it.
  private final class Landing: Sendable {
    private let signal = DispatchSemaphore(value: 0)
    private let result = Mutex<Result<ClosedRange<Int>?, JournalError>>(.success(nil))

    func report(_ result: Result<ClosedRange<Int>?, JournalError>) {
      self.result.withLock { $0 = result }
      signal.signal()
    }

    /// Waits for the disk.
    func sequences() throws(JournalError) -> ClosedRange<Int>? {
      signal.wait()
      return try result.withLock { $0 }.get()
    }
  }

  /// Records into a journal; hands events on only where they are wanted.
  public init(journal: Journal, wantsEvents: Bool, pace: KeyframePace = KeyframePace()) {
    self.pace = pace
    self.journal = journal
    self.wantsEvents = wantsEvents
    self.waits = ContinuousClock.now
  }

  /// Takes in what happened next, with the decisions that led to it.
  ///
  /// - Parameter run: Where the engines are looked at once a keyframe is due: they stand behind all
  ///   that happened.
  public mutating func take(_ happened: [Event], of run: Shards) {
    for event in happened {
      if let command = event.command { batch.add(command, at: event.at) }
      if wantsEvents { events.append((batch.count, event)) }
      batch.add(event)
    }
    count += happened.count
    if pace.isDue(events: count) { engines = run.engines }
  }

  /// Takes in that nothing more happens.
  public mutating func take(overAt moment: Moment) { batch.add(.over, at: moment) }

  /// Sends what was collected off to be written, where it is time to.
  ///
  /// - Parameter each: Gets every event that is now on the disk, with its sequence number.
  public mutating func write(_ each: (Event, Int) throws -> Void) throws {
    let now = ContinuousClock.now
    guard batch.count >= Self.most || engines != nil || now - waits >= Self.longest else { return }
    waits = now
    try land(each)
    takeOff()
  }

  /// Writes what is left, lets the journal go, and returns when all is on the disk.
  public mutating func finish(_ each: (Event, Int) throws -> Void) throws {
    try land(each)
    takeOff()
    try land(each)
    journal.close()
  }

  private mutating func takeOff() {
    let landing = Landing()
    flight = Flight(events: events, landing: landing)
    queue.async { [journal, batch, engines] in
      var batch = batch
      if let engines { batch.add(Engine.Keyframe(merging: engines.map(\.keyframe))) }
      landing.report(Result { () throws(JournalError) in try journal.append(batch) })
    }
    batch = Batch()
    engines = nil
    events.removeAll(keepingCapacity: true)
  }

  /// Waits until the batch that was sent off is on the disk.
  private mutating func land(_ each: (Event, Int) throws -> Void) throws {
    guard let flight else { return }
    self.flight = nil
    guard let sequences = try flight.landing.sequences() else { return }
    for (place, event) in flight.events { try each(event, sequences.lowerBound + place) }
  }
}

extension Event {
  /// The command that led to it, where nobody told of that: a decision of the run's own moderator.
  fileprivate var command: Command? {
    guard let video, case .decided(let decision) = what else { return nil }
    return .decide(
      video, allowed: decision.allowed, reason: decision.reason, moderator: decision.moderator)
  }
}
