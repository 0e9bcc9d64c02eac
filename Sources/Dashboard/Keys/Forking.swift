import Catalogue
import Distribution

/// A fork that was asked for, or asked to close, and what is said once that has happened.
enum Forking: Sendable, Hashable {
  /// One was asked for, under this draft.
  case opening([DraftChange])
  /// The one of this label was asked to close, kept as this branch; nil where it is not kept.
  case closing(label: String, branch: String?)

  /// Whether the scene shows that it has happened.
  func isDone(in scene: Scene) -> Bool {
    switch self {
    case .opening: scene.fork != nil
    case .closing: scene.fork == nil
    }
  }

  /// What is said of it: where the fork left the run, and where it is kept.
  func words(_ view: View) -> String {
    switch self {
    case .opening:
      guard let fork = view.scene.fork else { return "" }
      let start = "Forked at \(view.time(fork.from).short) under \(fork.label.clipped(40))"
      guard let record = view.scene.record, let branch = record.forkBeside else {
        return start + ". It is not kept: the run is not recorded."
      }
      return start + ", kept as branch “\(branch.clipped(40))” in \(record.name.clipped(30))."
    case .closing(let label, let branch):
      guard let branch else { return "The fork “\(label.clipped(40))” is closed; it was not kept." }
      return "The fork is closed, kept as “\(branch.clipped(40))”: k shows the kept ones."
    }
  }
}

extension Record {
  /// The name of the branch that the fork on the screen is kept as; nil where it is not kept.
  var forkBeside: String? { branches.last { $0.isShown && !$0.isRun }?.name }
}

extension Dashboard {
  /// Once a fork has come, it has the draft; gives what happened for the message.
  @discardableResult
  mutating func settleFork(with scene: Scene) -> Forking? {
    guard let forking else { return nil }
    if scene.notice?.isError == true { self.forking = nil }
    guard forking.isDone(in: scene) else { return nil }
    if case .opening(let changes) = forking, tune.changes == changes { tune.draft = [:] }
    self.forking = nil
    return scene.notice == nil ? forking : nil
  }
}
