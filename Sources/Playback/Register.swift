import Catalogue
import Dashboard
import Journal

/// Where a theatre's show is recorded: the journal, and which of its branches the run and the fork
/// beside it are.
struct Register: Sendable {
  /// The journal; in a replay it was opened to be read.
  let journal: Journal
  /// What writes into it; nil in a replay in which nothing was asked yet.
  private(set) var ledger: Ledger?
  /// The branch that is shown.
  var run: Branch
  /// The branch beside it; nil where there is none, or it is not kept.
  var fork: Branch?
  private(set) var branches: [Branch] = []

  /// A journal that is written, or, where it was opened to be read, replayed.
  init(_ journal: Journal, run: Branch) {
    self.journal = journal
    self.run = run
    self.ledger = journal.isWritten ? Ledger(journal) : nil
    look()
  }

  /// What writes into the journal, which is opened for it where it was not.
  mutating func open() throws(JournalError) -> Ledger {
    if let ledger { return ledger }
    let ledger = Ledger(try Journal.open(path: journal.path, for: .writing))
    self.ledger = ledger
    return ledger
  }

  /// Looks which branches there are.
  mutating func look() { branches = (try? journal.branches()) ?? branches }

  /// What screens say of it.
  func record(isReplay: Bool) -> Record {
    let names = Dictionary(branches.map { ($0.id, $0.name) }) { first, _ in first }
    let file = journal.path.split(separator: "/").last.map(String.init) ?? journal.path
    return Record(
      name: file.hasSuffix(".waggle") ? String(file.dropLast(7)) : file, path: journal.path,
      isReplay: isReplay,
      branch: run.name,
      branches: branches.map { branch in
        RecordedBranch(
          id: branch.id, name: branch.name, parent: branch.parent.flatMap { names[$0] },
          from: branch.from, isRun: branch.kind == .run,
          isShown: branch.id == run.id || branch.id == fork?.id)
      })
  }
}
