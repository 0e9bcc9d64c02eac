public import Catalogue
public import Distribution

/// A command and the moment at which it is given.
public struct TimedCommand: Sendable, Hashable {
  /// When: seconds after the scenario's start.
  public var at: Moment
  /// What is asked of the engine.
  public var command: Command
  /// Whether a person gave it while the run went on; else it stands in the scenario.
  public var isLive: Bool

  /// Creates a timed command.
  public init(at: Moment, command: Command, isLive: Bool = false) {
    self.at = at
    self.command = command
    self.isLive = isLive
  }

  /// The upload's number, where it is an upload.
  public var number: Int? {
    guard case .upload(_, _, _, let number) = command else { return nil }
    return number
  }

  /// The upload, where it is one.
  public var upload: Upload? {
    guard case .upload(let upload, _, _, _) = command else { return nil }
    return upload
  }
}
