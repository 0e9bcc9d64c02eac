public import Catalogue
public import Distribution

/// One row of a journal.
public struct Entry: Sendable, Hashable {
  /// Its place, 1 first, without gaps.
  public var sequence: Int
  /// Seconds after the scenario's start.
  public var at: Moment
  /// What was asked, or what happened.
  public var content: Content

  /// A command or an event.
  public enum Content: Sendable, Hashable, Codable {
    /// What was asked of the engine.
    case command(Command)
    /// What happened.
    case event(Event)
  }
}
