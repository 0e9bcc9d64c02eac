public import Catalogue

/// What is known of the file that a run is recorded in or replayed from.
public struct Record: Sendable, Hashable {
  /// The file's name as people know it, without its folder.
  public var name: String
  /// The path that a command line finds the file by.
  public var path: String
  /// Whether the run is read from the file; else it is run and written to it.
  public var isReplay: Bool
  /// The name of the branch that is shown.
  public var branch: String
  /// Every branch that the file keeps, in the order in which they were opened.
  public var branches: [RecordedBranch]

  /// Creates what is known of a file; without a path its name is its path.
  public init(
    name: String, path: String? = nil, isReplay: Bool = false, branch: String = "run",
    branches: [RecordedBranch] = []
  ) {
    self.name = name
    self.path = path ?? name
    self.isReplay = isReplay
    self.branch = branch
    self.branches = branches
  }
}

/// One way that a recorded run went: the run itself, or a fork of it.
public struct RecordedBranch: Sendable, Hashable, Identifiable {
  /// Its number in the file.
  public var id: Int
  /// The name that people read.
  public var name: String
  /// The name of the branch that it left; nil for the first.
  public var parent: String?
  /// When it left its parent.
  public var from: Moment
  /// Whether it is the run itself; else it goes beside it.
  public var isRun: Bool
  /// Whether it is on the screen: as the run, or as the fork beside it.
  public var isShown: Bool

  /// Creates a branch.
  public init(
    id: Int, name: String, parent: String? = nil, from: Moment = 0, isRun: Bool = false,
    isShown: Bool = false
  ) {
    self.id = id
    self.name = name
    self.parent = parent
    self.from = from
    self.isRun = isRun
    self.isShown = isShown
  }
}

/// Where decisions and settings given now go while a fork is open.
public enum Steered: String, Sendable, Hashable, CaseIterable {
  /// To the run and to the fork: the two differ only by what the fork began with.
  case both
  /// To the fork alone: the run stays as it is.
  case fork
}
