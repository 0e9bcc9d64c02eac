public import Catalogue

/// The cases that wait at the moderation desk.
public struct Queue: Sendable, Hashable, Codable {
  /// The open cases, in order of arrival.
  public private(set) var cases: [Case] = []

  /// Creates an empty queue.
  public init() {}

  /// Takes a case in.
  public mutating func open(_ item: Case) { cases.append(item) }

  /// Takes the case of a video out, or gives nil where none is open.
  public mutating func close(upload: Int, platform: Int) -> Case? {
    guard let index = cases.firstIndex(where: { $0.upload == upload && $0.platform == platform })
    else { return nil }
    return cases.remove(at: index)
  }

  /// The cases in the order in which they should be decided; ties by arrival.
  public func ordered(at now: Moment) -> [Case] {
    cases.enumerated()
      .map { (offset: $0.offset, item: $0.element, urgency: $0.element.urgency(at: now).value) }
      .sorted { ($1.urgency, $0.offset) < ($0.urgency, $1.offset) }
      .map(\.item)
  }
}
