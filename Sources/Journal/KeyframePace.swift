/// When a keyframe is due: after some tens of thousands of events, then each time that the run is
/// twice as long, so that there are few however long it is.
public struct KeyframePace: Sendable {
  private var next: Int

  /// The events before the first, where nobody says otherwise: some tenth of a second of work.
  public static let first = 65_536

  /// A pace whose first keyframe comes after so many events, 1 or more.
  public init(first: Int = Self.first) { next = max(1, first) }

  /// Whether one is due after so many events; if so, the next is due later.
  public mutating func isDue(events: Int) -> Bool {
    guard events >= next else { return false }
    next = events * 2
    return true
  }
}
