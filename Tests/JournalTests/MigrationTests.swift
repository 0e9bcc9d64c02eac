import Catalogue
import Distribution
import FoundationEssentials
import GRDB
import Journal
import Testing

@Suite("A journal of another version")
struct MigrationTests {
  let folder: Folder
  let run: SmallRun

  init() throws {
    folder = try Folder()
    run = try SmallRun()
  }

  private enum Content: Encodable {
    case command(Command)
    case event(Event)
  }

  /// A journal as version 1 wrote it.
  private func first(at path: String) throws {
    let encoder = JSONEncoder()
    try DatabaseQueue(path: path).write { database in
      try database.execute(
        sql: """
          CREATE TABLE about (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL) STRICT;
          CREATE TABLE entry (
            sequence INTEGER PRIMARY KEY NOT NULL CHECK (sequence > 0), at INTEGER NOT NULL,
            kind TEXT NOT NULL, content BLOB NOT NULL) STRICT;
          PRAGMA user_version = 1
          """)
      try database.execute(
        sql: "INSERT INTO about VALUES ('scenario', ?)",
        arguments: [try encoder.encode(run.scenario)])
      let contents = [Content.command(run.command)] + run.events.map(Content.event)
      for (place, content) in contents.enumerated() {
        try database.execute(
          sql: "INSERT INTO entry VALUES (?, ?, 'x', ?)",
          arguments: [
            place + 1, place == 0 ? 0 : run.events[place - 1].at, try encoder.encode(content),
          ])
      }
    }
  }

  private func events(of journal: Journal) throws -> [Event] {
    try journal.entries(of: journal.branch()).compactMap { entry in
      if case .event(let event) = entry.content { event } else { nil }
    }
  }

  @Test("an older one is read as it is, and brought up to date where it is gone on with")
  func readsOlder() throws {
    let path = folder.path("old.waggle")
    try first(at: path)
    let before = try Data(contentsOf: URL(filePath: path))
    let reading = try Journal.open(path: path)
    #expect(try events(of: reading) == run.events)
    #expect(!reading.about.isComputable)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)

    let writing = try Journal.open(path: path, for: .writing)
    try writing.append(run.batch(0..<1))
    writing.close()
    let again = try Journal.open(path: path)
    #expect(try events(of: again) == run.events + run.events[..<1])
    #expect(try again.plan().map(\.command) == [run.command])
    #expect(try again.verify().alteration == nil)
  }

  @Test("a newer one is refused and left as it is")
  func refusesNewer() throws {
    let path = folder.path("new.waggle")
    try run.journal(at: path).close()
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
    #expect {
      try Journal.open(path: path)
    } throws: { error in
      (error as? JournalError)?.description.contains("newer") ?? false
    }
  }
}
