public import Catalogue
import FoundationEssentials
import GRDB

/// The append-only record of a run: the scenario it began with, every command, every event.
///
/// It is one SQLite file in write-ahead mode. A call to ``append(_:)`` is one transaction, and has
/// reached the disk when it returns: what is acknowledged survives a kill or a power cut, and a
/// reader never sees half of it.
public final class Journal: Sendable {
  /// Where it lies.
  public let path: String
  private let database: DatabaseQueue

  /// The schema that this version writes.
  public static let schema = 1

  private init(path: String, database: DatabaseQueue) {
    self.path = path
    self.database = database
  }

  /// Makes a new journal of a run of a scenario.
  public static func create(path: String, scenario: Scenario) throws(JournalError) -> Journal {
    guard !FileManager.default.fileExists(atPath: path) else { throw .exists(path: path) }
    let journal = try open(path, writes: true)
    try journal.write { database in
      try database.execute(
        sql: """
          CREATE TABLE about (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL) STRICT;
          CREATE TABLE entry (
            sequence INTEGER PRIMARY KEY NOT NULL CHECK (sequence > 0),
            at INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('command', 'event')),
            content BLOB NOT NULL
          ) STRICT;
          CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
            BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END;
          CREATE TRIGGER entry_remains BEFORE DELETE ON entry
            BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END;
          """)
      try database.execute(
        sql: "INSERT INTO about VALUES ('scenario', ?)", arguments: [Self.bytes(scenario)])
      try database.execute(sql: "PRAGMA user_version = \(Self.schema)")
    }
    return journal
  }

  /// Opens a journal that is there, to read it.
  public static func open(path: String) throws(JournalError) -> Journal {
    guard FileManager.default.fileExists(atPath: path) else {
      throw .unreadable(
        path: path, cause: DatabaseError(resultCode: .SQLITE_CANTOPEN, message: "no such file"))
    }
    let journal = try open(path, writes: false)
    let schema = try journal.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    if schema > Self.schema { throw .fromNewerVersion(path: path, schema: schema) }
    if schema < 1 { throw .notAJournal(path: path) }
    return journal
  }

  /// The scenario that the run began with.
  public func scenario() throws(JournalError) -> Scenario {
    let bytes = try read {
      try Data.fetchOne($0, sql: "SELECT value FROM about WHERE name = 'scenario'")
    }
    guard let bytes, let scenario = try? JSONDecoder().decode(Scenario.self, from: bytes) else {
      throw .notAJournal(path: path)
    }
    return scenario
  }

  /// Writes entries as one transaction and gives the sequence number of the last.
  @discardableResult
  public func append(_ contents: [(at: Moment, content: Entry.Content)]) throws(JournalError) -> Int
  {
    try write { database in
      let last = try Int.fetchOne(database, sql: "SELECT max(sequence) FROM entry") ?? 0
      let insert = try database.cachedStatement(sql: "INSERT INTO entry VALUES (?, ?, ?, ?)")
      for (place, item) in contents.enumerated() {
        let kind = if case .command = item.content { "command" } else { "event" }
        try insert.execute(
          arguments: [last + place + 1, item.at, kind, Self.bytes(item.content)])
      }
      return last + contents.count
    }
  }

  /// Entries in order, from a sequence number on, at most so many.
  public func entries(from sequence: Int = 1, limit: Int = .max) throws(JournalError) -> [Entry] {
    let rows = try read {
      try Row.fetchAll(
        $0,
        sql: "SELECT sequence, at, content FROM entry WHERE sequence >= ? ORDER BY 1 LIMIT ?",
        arguments: [sequence, limit])
    }
    var entries: [Entry] = []
    for row in rows {
      guard let bytes = row["content"] as Data?,
        let content = try? JSONDecoder().decode(Entry.Content.self, from: bytes)
      else { throw .notAJournal(path: path) }
      entries.append(Entry(sequence: row["sequence"], at: row["at"], content: content))
    }
    return entries
  }

  /// The moment of the last entry; 0 where there is none.
  public func lastMoment() throws(JournalError) -> Moment {
    try read { try Int.fetchOne($0, sql: "SELECT max(at) FROM entry") ?? 0 }
  }

  /// How many commands and events it holds.
  public func counts() throws(JournalError) -> (commands: Int, events: Int) {
    try read { database in
      let commands = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM entry WHERE kind = 'command'")
      let events = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM entry WHERE kind = 'event'")
      return (commands ?? 0, events ?? 0)
    }
  }
}

// MARK: The database

extension Journal {
  private static func open(_ path: String, writes: Bool) throws(JournalError) -> Journal {
    var configuration = Configuration()
    configuration.readonly = !writes
    configuration.prepareDatabase { database in
      guard writes else { return }
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    do {
      return Journal(
        path: path, database: try DatabaseQueue(path: path, configuration: configuration))
    } catch let error as DatabaseError {
      if error.resultCode == .SQLITE_NOTADB { throw .notAJournal(path: path) }
      throw .unreadable(path: path, cause: error)
    } catch {
      throw .notAJournal(path: path)
    }
  }

  private func read<T>(_ body: (Database) throws -> T) throws(JournalError) -> T {
    do {
      return try database.read(body)
    } catch {
      throw .notAJournal(path: path)
    }
  }

  private func write<T>(_ body: (Database) throws -> T) throws(JournalError) -> T {
    do {
      return try database.write(body)
    } catch let error as DatabaseError {
      throw .unwritable(path: path, cause: error)
    } catch {
      throw .notAJournal(path: path)
    }
  }

  /// The same value gives the same bytes.
  private static func bytes(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(value)
  }
}
