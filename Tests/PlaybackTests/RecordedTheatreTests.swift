import Catalogue
import Dashboard
import Distribution
import FoundationEssentials
import Journal
import Playback
import Testing

@Suite("A theatre that records")
struct RecordedTheatreTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "waggle-theatre-\(UUID().uuidString)").path
  private let doubtful = VideoID(upload: 2, platform: 0)

  /// A theatre on a new journal, or on one that is there.
  private func house(replaying journal: Journal? = nil) throws -> RecordedHouse {
    if let journal {
      let recording = try Recording(journal, branch: journal.branch())
      return try RecordedHouse(
        show: Show(recording), journal: journal, branch: recording.branch)
    }
    let scenario = Sample.scenario()
    let script = Sample.staging.script(of: scenario)
    let journal = try Journal.create(
      path: path, about: About(scenario: scenario),
      plan: script.map { (at: $0.at, command: $0.command) })
    let show = Show(scenario: scenario, script: script, told: 0)
    return try RecordedHouse(show: show, journal: journal, branch: .first)
  }

  private func commands(of branch: String? = nil) throws -> [Command] {
    let journal = try Journal.open(path: path)
    return try journal.entries(of: journal.branch(named: branch)).compactMap { entry in
      if case .command(let command) = entry.content { command } else { nil }
    }
  }

  private func end(of branch: String? = nil, at moment: Moment) throws -> Snapshot {
    let journal = try Journal.open(path: path)
    var show = Show(try Recording(journal, branch: journal.branch(named: branch)))
    show.seek(to: moment)
    return show.snapshot
  }

  @Test("has a decision on the disk before it is shown as done, and the rest when it ends")
  func recordsDecisions() async throws {
    let house = try house()
    house.theatre.send(.seek(20_000))
    house.theatre.send(.decide(doubtful, allowed: true, reason: "fine"))
    let scene = try await house.scene { !$0.snapshot.decisions.isEmpty }
    #expect(scene.record?.isReplay == false)
    #expect(
      try commands() == [.decide(doubtful, allowed: true, reason: "fine", moderator: "you")])
    house.theatre.send(.seek(90_000))
    let last = try await house.scene { $0.snapshot.now == 90_000 }
    try await house.close()
    #expect(try end(at: 90_000) == last.snapshot)
    #expect(try Journal.open(path: path).verify().alteration == nil)
  }

  @Test("keeps the way that was left when somebody goes back and decides otherwise")
  func keepsTheOtherWay() async throws {
    let house = try house()
    house.theatre.send(.seek(20_000))
    house.theatre.send(.decide(doubtful, allowed: true, reason: "fine"))
    house.theatre.send(.seek(90_000))
    let first = try await house.scene { $0.snapshot.now == 90_000 }
    house.theatre.send(.seek(19_000))
    house.theatre.send(.decide(doubtful, allowed: false, reason: "weapons"))
    house.theatre.send(.seek(90_000))
    let second = try await house.scene {
      $0.snapshot.now == 90_000 && $0.snapshot.decisions.first?.decision.allowed == false
    }
    try await house.close()
    #expect(try Journal.open(path: path).branches().map(\.kind) == [.run, .run])
    #expect(try end(of: "run", at: 90_000) == first.snapshot)
    #expect(try end(at: 90_000) == second.snapshot)
  }

  @Test("keeps a fork as a branch, which differs by what was changed in it alone")
  func keepsForks() async throws {
    let house = try house()
    house.theatre.send(.seek(5_000))
    house.theatre.send(.fork([]))
    house.theatre.send(.seek(60_000))
    let same = try await house.scene { $0.snapshot.now == 60_000 && $0.fork != nil }
    #expect(same.fork?.snapshot == same.snapshot)
    house.theatre.send(.seek(20_000))
    house.theatre.send(.steer(.fork))
    house.theatre.send(.decide(doubtful, allowed: true, reason: "fine"))
    house.theatre.send(.seek(60_000))
    let other = try await house.scene { $0.snapshot.now == 60_000 && $0.steered == .fork }
    #expect(other.fork?.snapshot.decisions.count == 1)
    #expect(other.snapshot == same.snapshot)
    try await house.close()
    let forks = try Journal.open(path: path).branches().filter { $0.kind == .fork }
    #expect(forks.count == 2)
    #expect(try end(of: forks.last?.name, at: 60_000) == other.fork?.snapshot)
    #expect(try end(at: 60_000) == other.snapshot)
  }

  @Test("closes a fork where somebody changes what was before it, and keeps both ways whole")
  func changesBeforeTheFork() async throws {
    let house = try house()
    house.theatre.send(.seek(20_000))
    house.theatre.send(.fork([]))
    house.theatre.send(.seek(60_000))
    let first = try await house.scene { $0.snapshot.now == 60_000 && $0.fork != nil }
    house.theatre.send(.seek(10_000))
    house.theatre.send(.decide(doubtful, allowed: true, reason: "fine"))
    let closed = try await house.scene { $0.fork == nil && !$0.snapshot.decisions.isEmpty }
    #expect(closed.notice != nil)
    house.theatre.send(.seek(60_000))
    let second = try await house.scene { $0.snapshot.now == 60_000 }
    try await house.close()
    #expect(try Journal.open(path: path).branches().map(\.kind) == [.run, .fork, .run])
    #expect(try end(of: "run", at: 60_000) == first.snapshot)
    #expect(try end(at: 60_000) == second.snapshot)
  }

  @Test("stops where the record ends, says so, and goes no further by a jump")
  func endsWithItsRecord() async throws {
    let first = try house()
    first.theatre.send(.seek(20_000))
    _ = try await first.scene { $0.snapshot.now == 20_000 }
    try await first.close()
    let replay = try house(replaying: Journal.open(path: path))
    replay.theatre.send(.seek(90_000))
    let end = try await replay.scene { $0.notice?.text.contains("record ends") == true }
    #expect(end.snapshot.now <= 20_000)
    #expect(end.furthest <= 20_000)
    replay.theatre.send(.seek(5_000))
    _ = try await replay.scene { $0.snapshot.now == 5_000 && $0.notice == nil }
    replay.theatre.send(.setSpeed(0))
    replay.theatre.send(.setPaused(false))
    let again = try await replay.scene { $0.isPaused && $0.snapshot.now == end.snapshot.now }
    #expect(again.notice?.text.contains("record ends") == true)
    try await replay.close()
  }

  @Test("replays without changing what was recorded, forks it, and opens the fork again")
  func replays() async throws {
    let first = try house()
    first.theatre.send(.seek(70_000))
    _ = try await first.scene { $0.snapshot.now == 70_000 }
    try await first.close()
    let before = try end(at: 60_000)

    let replay = try house(replaying: Journal.open(path: path))
    replay.theatre.send(.seek(30_000))
    replay.theatre.send(.decide(doubtful, allowed: true, reason: "fine"))
    let refused = try await replay.scene { $0.notice?.isError == true }
    #expect(!refused.canChange)
    #expect(refused.snapshot.decisions.isEmpty)
    replay.theatre.send(.fork([DraftChange(key: "platform.for-you.bar", value: 0.8)]))
    _ = try await replay.scene { $0.fork != nil }
    replay.theatre.send(.decide(doubtful, allowed: true, reason: "fine"))
    let forked = try await replay.scene { $0.fork?.snapshot.decisions.count == 1 }
    #expect(forked.snapshot.decisions.isEmpty)
    replay.theatre.send(.seek(60_000))
    let end = try await replay.scene { $0.snapshot.now == 60_000 }
    #expect(end.snapshot == before)
    let branch = try #require(end.record?.branches.first { !$0.isRun })
    replay.theatre.send(.closeFork)
    replay.theatre.send(.openBranch(branch.id))
    let again = try await replay.scene { $0.fork?.label == branch.name }
    #expect(again.fork?.snapshot == end.fork?.snapshot)
    replay.theatre.send(.deleteBranch(branch.id))
    let deleted = try await replay.scene { $0.record?.branches.count == 1 }
    #expect(deleted.fork == nil)
    try await replay.close()
    #expect(try Journal.open(path: path).verify().alteration == nil)
    #expect(try self.end(at: 60_000) == before)
  }

  @Test("refuses what cannot be recorded, and shows the run as it was")
  func refusesWhatIsNotRecorded() async throws {
    let house = try house()
    house.theatre.send(.seek(20_000))
    _ = try await house.scene { $0.snapshot.now == 20_000 }
    let other = try Journal.open(path: path)
    #expect(!other.isWritten)
    house.journal.close()
    house.theatre.send(.decide(doubtful, allowed: true, reason: "fine"))
    let scene = try await house.scene { $0.notice?.isError == true }
    #expect(scene.snapshot.decisions.isEmpty)
    house.theatre.close()
  }
}

/// A theatre whose scenes are read as a screen would.
private struct RecordedHouse {
  let theatre: Theatre
  let mailbox: Mailbox<Scene>
  let journal: Journal

  init(show: Show, journal: Journal, branch: Branch) throws {
    mailbox = try #require(Mailbox<Scene>())
    self.journal = journal
    theatre = Theatre(
      playhead: Playhead(show: show, speed: 0), staging: Sample.staging, mailbox: mailbox,
      journal: journal, branch: branch)
    theatre.open()
  }

  /// Waits for a scene for which something holds; rounds are counted, not time.
  func scene(where holds: (Scene) -> Bool) async throws -> Scene {
    var last: Scene?
    for _ in 0..<3_000 {
      if let scene = mailbox.take() {
        if holds(scene) { return scene }
        last = scene
      }
      try await Task.sleep(for: .milliseconds(5))
    }
    throw Missing(now: last?.snapshot.now, notice: last?.notice?.text)
  }

  /// Ends the theatre and waits until its journal is let go.
  func close() async throws {
    theatre.close()
    for _ in 0..<3_000 {
      if !journal.isWritten { return }
      try await Task.sleep(for: .milliseconds(5))
    }
    throw Missing(now: nil, notice: "not let go")
  }

  /// What was waited for did not come; the last scene that did.
  struct Missing: Error {
    var now: Moment?
    var notice: String?
  }
}
