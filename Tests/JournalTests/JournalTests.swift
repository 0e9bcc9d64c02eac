import Catalogue
import Distribution
import FoundationEssentials
import Glibc
import Journal
import Testing

@Suite("The journal")
struct JournalTests {
  let folder: Folder
  let run: SmallRun

  init() throws {
    folder = try Folder()
    run = try SmallRun()
  }

  private func path(_ name: String) -> String { folder.path(name) }

  private func events(of journal: Journal, _ branch: Branch? = nil) throws -> [Event] {
    try journal.entries(of: branch ?? journal.branch()).compactMap { entry in
      if case .event(let event) = entry.content { event } else { nil }
    }
  }

  @Test("what was appended is read back, in order, and folds into the same picture")
  func readsBack() throws {
    let file = path("a.waggle")
    let journal = try run.journal(at: file)
    #expect(try journal.append(run.batch(0..<3)) == 2...4)
    let last = run.events.count + 1
    #expect(try journal.append(run.batch(3..<run.events.count)) == 5...last)
    journal.close()

    let again = try Journal.open(path: file)
    #expect(again.about == About(scenario: run.scenario))
    #expect(try events(of: again) == run.events)
    #expect(try again.plan().map(\.command) == [run.command])
    let entries = try again.entries(of: again.branch())
    #expect(entries.map(\.sequence) == Array(2...last))
    let totals = try again.totals()
    #expect(totals.commands == 1)
    #expect(totals.events == run.events.count)
    #expect(totals.lastSequence == last)
    #expect(totals.lastMoment == run.events.last?.at)

    var live = Snapshot(scenario: run.scenario)
    var replayed = Snapshot(scenario: again.about.scenario)
    for event in run.events { live.apply(event) }
    for event in try events(of: again) { replayed.apply(event) }
    #expect(live == replayed)
  }

  @Test("every kind of command and event is read back as it was")
  func readsBackEverything() throws {
    let video = VideoID(upload: 3, platform: 1)
    let contents: [Event.What] = [
      .reviewed(Review(verdict: .doubt, policy: nil, probability: 0.25, threshold: 0.12)),
      .caseOpened(CaseFacts(policy: .minors, probability: 1, due: 0)),
      .decided(Decision(allowed: true, reason: "\u{1B}[2J", moderator: "x", waited: 1 << 40)),
      .published(Publication(followersReached: 0, socialGraphOnlyViews: 7)),
      .crossPosted(CrossPosting(to: video, due: 9, gate: 2)),
      .settingChanged(SettingChange(key: "review.doubt-from", from: 0.1, to: .infinity)),
    ]
    let commands: [Command] = [
      run.command, .decide(video, allowed: false, reason: "é", moderator: ""),
      .set(key: "platform.for-you.bar", value: -0.0),
    ]
    let journal = try run.journal(at: path("all.waggle"))
    var batch = Batch()
    for what in contents { batch.add(Event(at: 1 << 40, video: video, what: what)) }
    for command in commands { batch.add(command, at: -3) }
    try journal.append(batch)
    let read = try journal.entries(of: journal.branch()).map(\.content)
    #expect(
      read == contents.map { .event(Event(at: 1 << 40, video: video, what: $0)) }
        + commands.map { .command($0) })
  }

  @Test("a number that no run comes to is refused, so that no sum of some overflows")
  func refusesHugeNumbers() throws {
    var progress = Progress()
    progress.forYou = .max
    let forged: [Event] = [
      Event(at: 5, what: .delivered(progress)),
      Event(at: .max, what: .settingChanged(SettingChange(key: "", from: 0, to: 0))),
      Event(at: .min, what: .settingChanged(SettingChange(key: "", from: 0, to: 0))),
    ]
    for (number, event) in forged.enumerated() {
      let journal = try run.journal(at: path("forged-\(number).waggle"))
      var batch = Batch()
      batch.add(event)
      try journal.append(batch)
      #expect(throws: JournalError.self) { try journal.entries(of: journal.branch()) }
    }
  }

  @Test("a journal is never overwritten, and two do not write one file")
  func isNotOverwritten() throws {
    let file = path("b.waggle")
    let journal = try run.journal(at: file)
    #expect(throws: JournalError.self) { try run.journal(at: file) }
    #expect(throws: JournalError.self) { try Journal.open(path: file, for: .writing) }
    #expect(try Journal.open(path: file).totals().commands == 1)
    journal.close()
    try run.journal(at: path("c.waggle")).append(run.batch())
    let next = try Journal.open(path: file, for: .writing)
    #expect(try next.append(run.batch()) != nil)
  }

  @Test("what is no journal is refused with one line")
  func refusesOthers() throws {
    let hostile: [(String, Data)] = [
      ("empty", Data()), ("text", Data("not a journal at all, but long enough".utf8)),
      ("header", Data("SQLite format 3\0".utf8) + Data(repeating: 255, count: 4_096)),
    ]
    for (name, bytes) in hostile {
      try bytes.write(to: folder.url.appending(path: name))
      for access in [Journal.Access.reading, .writing] {
        #expect(throws: JournalError.self) { try Journal.open(path: path(name), for: access) }
      }
      #expect(try Data(contentsOf: folder.url.appending(path: name)) == bytes)
    }
    #expect(throws: JournalError.self) { try Journal.open(path: path("missing")) }
    #expect(throws: JournalError.self) { try run.journal(at: path("no/such/folder/x")) }
    do {
      _ = try Journal.open(path: path("missing"))
    } catch {
      #expect(!error.description.contains("\n"))
      #expect(error.exitCode == 66)
    }
  }

  @Test("a closed journal is one file, which is read in a folder that cannot be written to")
  func readsInReadOnlyFolder() throws {
    let journal = try run.journal(at: path("r.waggle"))
    try journal.append(run.batch())
    journal.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["r.waggle"])
    #expect(chmod(folder.url.path, 0o555) == 0)
    defer { chmod(folder.url.path, 0o755) }
    #expect(try events(of: Journal.open(path: path("r.waggle"))) == run.events)
  }
}
