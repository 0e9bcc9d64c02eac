public import Catalogue

/// One way that a run went: the run itself, or a fork of it.
///
/// A branch has its parent's entries up to one of them, then its own.
public struct Branch: Sendable, Hashable, Identifiable {
  /// Its number, 1 the first.
  public var id: Int
  /// The branch that it left; nil for the first.
  public var parent: Int?
  /// The name that people read, unique among those not deleted.
  public var name: String
  /// When it left its parent: seconds after the scenario's start.
  public var from: Moment
  /// The sequence number of the last entry that it shares with its parent; 0 for the first.
  public var after: Int
  /// Whether it is the run itself or goes beside it.
  public var kind: Kind

  /// What a branch is.
  public enum Kind: String, Sendable, Hashable {
    /// The run itself: the newest of them is the one to go on with. A second one begins where
    /// somebody went back in time and decided otherwise.
    case run
    /// A fork: other settings or decisions beside the run.
    case fork
  }

  /// Creates a branch.
  public init(
    id: Int, parent: Int?, name: String, from: Moment, after: Int, kind: Kind
  ) {
    self.id = id
    self.parent = parent
    self.name = name
    self.from = from
    self.after = after
    self.kind = kind
  }

  /// The branch that every journal begins with.
  public static let first = Branch(id: 1, parent: nil, name: "run", from: 0, after: 0, kind: .run)
}
