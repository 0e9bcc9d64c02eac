import Catalogue
import Distribution
import Journal

/// Writes a run nobody watches into a journal, some thousands of entries at a time, and hands each
/// event on once it is on the disk.
struct Recorder {
  private let journal: Journal
  private let wantsEvents: Bool
  private var batch = Batch()
  private var events: [(place: Int, event: Event)] = []
  private var waits: ContinuousClock.Instant

  /// When what was collected is written: so many entries, or so long after the last time.
  private static let most = 8_192
  private static let longest = Duration.milliseconds(250)

  /// Records into a journal; hands events on only where they are wanted.
  init(journal: Journal, wantsEvents: Bool) {
    self.journal = journal
    self.wantsEvents = wantsEvents
    self.waits = ContinuousClock.now
  }

  /// Takes an event in, with the decision that led to it where one did.
  mutating func take(_ event: Event) {
    if let video = event.video, case .decided(let decision) = event.what {
      let command = Command.decide(
        video, allowed: decision.allowed, reason: decision.reason, moderator: decision.moderator)
      batch.add(command, at: event.at)
    }
    if wantsEvents { events.append((batch.count, event)) }
    batch.add(event)
  }

  /// Takes in that nothing more happens.
  mutating func take(overAt moment: Moment) { batch.add(.over, at: moment) }

  /// Writes what was collected where it is time to.
  ///
  /// - Parameter each: Gets every event that is now on the disk, with its sequence number.
  mutating func write(
    isLast: Bool = false, _ each: (Event, Int) throws -> Void
  ) throws {
    let now = ContinuousClock.now
    guard isLast || batch.count >= Self.most || now - waits >= Self.longest else { return }
    waits = now
    guard let sequences = try journal.append(batch) else { return }
    for (place, event) in events { try each(event, sequences.lowerBound + place) }
    batch = Batch()
    events.removeAll(keepingCapacity: true)
  }

  /// Lets the journal go.
  func close() { journal.close() }
}
