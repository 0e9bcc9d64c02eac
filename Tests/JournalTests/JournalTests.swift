import Catalogue
import Distribution
import FoundationEssentials
import Journal
import Testing

@Suite("The journal")
struct JournalTests {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "waggle-journal-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func run() throws -> (Scenario, [(at: Moment, content: Entry.Content)]) {
    let scenario = Scenario(
      name: "small", seed: 3, platforms: [Platform(id: "for-you", name: "For You")])
    let upload = Upload(
      id: "one", creator: "ann", platform: "for-you", truth: Truth(appeal: 0.2))
    let command = Command.upload(upload, Reading(), followers: 10, number: 0)
    var engine = Engine(scenario: scenario)
    var contents: [(at: Moment, content: Entry.Content)] = [(0, .command(command))]
    var events = try engine.perform(command)
    events += try engine.advance(to: 40_000)
    contents += events.map { ($0.at, .event($0)) }
    return (scenario, contents)
  }

  @Test("what was appended is read back, in order, and folds into the same picture")
  func readsBack() throws {
    let (scenario, contents) = try run()
    let file = path("a.waggle")
    let journal = try Journal.create(path: file, scenario: scenario)
    try journal.append(Array(contents.prefix(3)))
    #expect(try journal.append(Array(contents.dropFirst(3))) == contents.count)

    let again = try Journal.open(path: file)
    #expect(try again.scenario() == scenario)
    let entries = try again.entries()
    #expect(entries.map(\.content) == contents.map(\.content))
    #expect(entries.map(\.sequence) == Array(1...contents.count))
    #expect(try again.counts() == (1, contents.count - 1))

    var live = Snapshot(scenario: scenario)
    var replayed = Snapshot(scenario: try again.scenario())
    for item in contents { if case .event(let event) = item.content { live.apply(event) } }
    for entry in entries { if case .event(let event) = entry.content { replayed.apply(event) } }
    #expect(live == replayed)
  }

  @Test("a journal is never overwritten")
  func isNotOverwritten() throws {
    let (scenario, _) = try run()
    _ = try Journal.create(path: path("b.waggle"), scenario: scenario)
    #expect(throws: JournalError.self) {
      try Journal.create(path: path("b.waggle"), scenario: scenario)
    }
  }

  @Test("what is no journal is refused with one line")
  func refusesOthers() throws {
    let hostile: [(String, Data)] = [
      ("empty", Data()), ("text", Data("not a journal at all, but long enough".utf8)),
      ("header", Data("SQLite format 3\0".utf8) + Data(repeating: 255, count: 4_096)),
    ]
    for (name, bytes) in hostile {
      try bytes.write(to: folder.appending(path: name))
      #expect(throws: JournalError.self) { try Journal.open(path: path(name)).entries() }
    }
    #expect(throws: JournalError.self) { try Journal.open(path: path("missing")) }
    #expect(throws: JournalError.self) {
      try Journal.create(path: path("no/such/folder/x"), scenario: try run().0)
    }
    do {
      _ = try Journal.open(path: path("missing"))
    } catch {
      #expect(!error.description.contains("\n"))
    }
  }
}
