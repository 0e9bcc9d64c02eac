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

  /// A journal as version 2 wrote it, with the table for keyframes that nothing was written to.
  private func second(at path: String) throws {
    let journal = try run.journal(at: path)
    try journal.append(run.batch())
    journal.close()
    try DatabaseQueue(path: path).write { database in
      try database.execute(
        sql: """
          DROP TABLE keyframe;
          CREATE TABLE keyframe (
            branch INTEGER NOT NULL, sequence INTEGER NOT NULL, at INTEGER NOT NULL,
            seal BLOB NOT NULL, body BLOB NOT NULL, PRIMARY KEY (branch, sequence)) STRICT;
          PRAGMA user_version = 2
          """)
    }
  }

  @Test("one without keyframes is read, and gets them where it is gone on with")
  func readsSecond() throws {
    let path = folder.path("second.waggle")
    try second(at: path)
    #expect(try events(of: Journal.open(path: path)) == run.events)
    #expect(try Journal.open(path: path).verify().alteration == nil)
    let writing = try Journal.open(path: path, for: .writing)
    var batch = Batch()
    batch.add(run.keyframe)
    try writing.append(batch)
    writing.close()
    let again = try Journal.open(path: path)
    #expect(try events(of: again) == run.events)
    #expect(again.about.isComputable)
    #expect(try again.verify().alteration == nil)
  }

  @Test("an older one with changed bytes is refused or read, and never crashes the program")
  func survivesDamage() throws {
    let path = folder.path("first.waggle")
    try first(at: path)
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    var refused = 0
    for seed in 0..<60 {
      var draws = Draws(seed: seed)
      var changed = bytes
      for _ in 0..<8 {
        let page = Int.random(in: 0..<(bytes.count / 4_096), using: &draws) * 4_096
        changed[page + Int.random(in: 0..<512, using: &draws)] ^= 1 << (seed % 8)
      }
      let copy = folder.path("\(seed).waggle")
      try Data(changed).write(to: URL(filePath: copy))
      do throws(JournalError) {
        let journal = try Journal.open(path: copy)
        _ = try journal.entries(of: journal.branch())
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0)
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
