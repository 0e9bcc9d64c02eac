public import Catalogue
public import Distribution

/// One thing that a journal records.
public struct Entry: Sendable, Hashable {
  /// Its place in the file, 1 first, without gaps.
  public var sequence: Int
  /// Seconds after the scenario's start.
  public var at: Moment
  /// What was planned, asked, or what happened.
  public var content: Content

  /// Creates an entry.
  public init(sequence: Int, at: Moment, content: Content) {
    self.sequence = sequence
    self.at = at
    self.content = content
  }

  /// What can be recorded.
  public enum Content: Sendable, Hashable {
    /// What the scenario will ask of the engine at that moment.
    case planned(Command)
    /// What somebody asked of the engine.
    case command(Command)
    /// What happened.
    case event(Event)
    /// Nothing more will happen, unless somebody asks for it.
    case over
    /// A branch begins.
    case branched(Branch)
    /// A branch was deleted: what it held is gone, that it was there is not.
    case deleted(branch: Int)
    /// Where to go on from without computing what came before; its bytes lie beside the rows and
    /// have this digest.
    case keyframe(Digest)
  }
}

extension Entry.Content {
  /// Whether it is something that was asked of the engine.
  var isCommand: Bool {
    switch self {
    case .planned, .command: true
    case .event, .over, .branched, .deleted, .keyframe: false
    }
  }

  /// Whether it says that a branch was deleted: no part of what became of the run.
  var isDeletion: Bool {
    if case .deleted = self { true } else { false }
  }

  /// Whether it is something that happened.
  var isEvent: Bool {
    if case .event = self { true } else { false }
  }
}
