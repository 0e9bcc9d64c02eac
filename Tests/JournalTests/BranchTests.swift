import Catalogue
import Distribution
import Journal
import Testing

@Suite("Branches of a journal")
struct BranchTests {
  let folder: Folder
  let run: SmallRun

  init() throws {
    folder = try Folder()
    run = try SmallRun()
  }

  private func events(of branch: Branch, in journal: Journal) throws -> [Event] {
    try journal.entries(of: branch).compactMap { entry in
      if case .event(let event) = entry.content { event } else { nil }
    }
  }

  @Test("a branch has its parent's entries up to where it left, then its own")
  func sharesTheBeginning() throws {
    let journal = try run.journal(at: folder.path("a"))
    for end in stride(from: 0, to: run.events.count, by: 7) {
      try journal.append(run.batch(end..<min(end + 7, run.events.count)))
    }
    for shared in [0, 1, 6, 7, 8, run.events.count - 1, run.events.count] {
      let fork = try journal.fork(
        from: 1, after: 1 + shared, at: 10, name: "bar 1.10", kind: .fork)
      try journal.append(run.batch(0..<2), to: fork.id)
      #expect(
        try events(of: fork, in: journal) == Array(run.events[..<shared] + run.events[..<2]))
      let second = try journal.fork(
        from: fork.id, after: 1 + min(shared, 3), at: 4, name: "bar 1.10", kind: .fork)
      #expect(try events(of: second, in: journal) == Array(run.events[..<min(shared, 3)]))
      #expect(second.name != fork.name)
    }
    #expect(try events(of: journal.branch(), in: journal) == run.events)
    #expect(try journal.verify().alteration == nil)
  }

  @Test("where a branch leaves does not depend on what was deleted")
  func leavesWhereItLeft() throws {
    let journal = try run.journal(at: folder.path("d"))
    try journal.append(run.batch())
    let moment = try #require(run.events.last).at
    let middle = moment / 2
    let before = try journal.lastSequence(of: journal.branch(), through: middle)
    _ = try journal.fork(from: 1, after: 2, at: 0, name: "early", kind: .fork)
    try journal.delete(branch: "early")
    #expect(try journal.lastSequence(of: journal.branch(), through: middle) == before)
    #expect(try journal.totals().lastMoment == moment)
  }

  @Test("what is done to forks does not move the moment that the run has reached")
  func runStaysWhereItIs() throws {
    let journal = try run.journal(at: folder.path("m"))
    try journal.append(run.batch())
    let moment = try journal.totals().lastMoment
    let fork = try journal.fork(from: 1, after: 12, at: moment + 5, name: "fork", kind: .fork)
    #expect(try journal.totals().lastMoment == moment)
    try journal.append(run.batch(0..<5), to: fork.id)
    #expect(try journal.totals().lastMoment == moment)
  }

  @Test("the newest run is the one to go on with; a fork never is")
  func goesOnWithTheNewestRun() throws {
    let journal = try run.journal(at: folder.path("b"))
    _ = try journal.fork(from: 1, after: 1, at: 0, name: "fork", kind: .fork)
    #expect(try journal.branch().id == 1)
    let other = try journal.fork(from: 1, after: 1, at: 0, name: "run", kind: .run)
    #expect(try journal.branch() == other)
    #expect(try journal.branch(named: "run").id == 1)
    #expect(throws: JournalError.self) { try journal.branch(named: "nothing") }
  }

  @Test("a deleted branch is gone with what it held; that it was there stays on record")
  func deletes() throws {
    let journal = try run.journal(at: folder.path("c"))
    try journal.append(run.batch())
    let fork = try journal.fork(from: 1, after: 5, at: 10, name: "fork", kind: .fork)
    try journal.append(run.batch(), to: fork.id)
    let child = try journal.fork(from: fork.id, after: 5, at: 10, name: "child", kind: .fork)
    for name in ["run", "fork", "nothing"] {
      #expect(throws: JournalError.self) { try journal.delete(branch: name) }
    }
    try journal.delete(branch: child.name)
    try journal.delete(branch: "fork")
    #expect(try journal.branches().map(\.name) == ["run"])
    #expect(try events(of: journal.branch(), in: journal) == run.events)
    #expect(try journal.verify().alteration == nil)
    let again = try journal.fork(from: 1, after: 5, at: 10, name: "fork", kind: .fork)
    #expect(again.id > child.id)
  }
}
