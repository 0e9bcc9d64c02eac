import Catalogue
import Distribution
import FoundationEssentials
import GRDB

extension Schema {
  /// Brings a journal of an older version up to this one, in one transaction.
  static func migrate(_ database: Database, from version: Int) throws {
    if version == 1 { try migrateFromOne(database) }
    if version == 2 { try migrateFromTwo(database) }
  }

  /// Version 2 had another table for keyframes, which nothing was written to.
  private static func migrateFromTwo(_ database: Database) throws {
    try database.execute(
      sql: "DROP TABLE keyframe; \(keyframes) PRAGMA user_version = \(Self.version)")
  }

  /// What version 1 wrote as JSON in each row.
  private enum FirstContent: Decodable {
    case command(Command)
    case event(Event)
  }

  private static func migrateFromOne(_ database: Database) throws {
    let scenario = try Data.fetchOne(
      database, sql: "SELECT value FROM about WHERE name = 'scenario'")
    guard let scenario, let world = try? JSONDecoder().decode(Scenario.self, from: scenario) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "no scenario")
    }
    let rows = try Row.fetchAll(database, sql: "SELECT at, content FROM entry ORDER BY sequence")
    var planned = Batch()
    var line = Batch()
    for row in rows {
      let at = try row.whole("at")
      let content = Data(try row.bytes("content"))
      switch try JSONDecoder().decode(FirstContent.self, from: content) {
      case .command(.upload(let upload, let reading, let followers, let number)):
        let command = Command.upload(upload, reading, followers: followers, number: number)
        planned.add(.planned(command), at: at)
      case .command(let command): line.add(command, at: at)
      case .event(let event): line.add(event)
      }
    }
    try database.execute(sql: "DROP TABLE entry; DROP TABLE about")
    try create(database)
    // Version 1 did not say which engine had run.
    let facts = try Journal.facts(About(scenario: world, engine: 0), planned: planned.count)
    try Journal.insert(facts, into: database)
    try Journal.insert(.first, into: database)
    var last = Last(origin: Journal.origin(of: facts))
    try last.append(planned, to: Branch.first.id, in: database)
    try last.append(line, to: Branch.first.id, in: database)
  }
}
