import Catalogue
import Distribution
import FoundationEssentials
import GRDB
import Journal
import Testing

@Suite("Verifying a journal")
struct VerifyTests {
  let folder: Folder
  let run: SmallRun

  init() throws {
    folder = try Folder()
    run = try SmallRun()
  }

  /// A closed journal of rows of ten entries, with a fork and a deleted one.
  private func file() throws -> String {
    let path = folder.path("\(UUID().uuidString).waggle")
    let journal = try run.journal(at: path)
    for start in stride(from: 0, to: run.events.count, by: 10) {
      var batch = run.batch(start..<min(start + 10, run.events.count))
      if start == 10 { batch.add(run.keyframe) }
      try journal.append(batch)
    }
    let fork = try journal.fork(from: 1, after: 12, at: 100, name: "fork", kind: .fork)
    try journal.append(run.batch(0..<5), to: fork.id)
    _ = try journal.fork(from: 1, after: 12, at: 100, name: "gone", kind: .fork)
    try journal.delete(branch: "gone")
    journal.close()
    return path
  }

  /// Changes a closed journal behind its back.
  private func change(_ path: String, _ sql: String) throws {
    let database = try DatabaseQueue(path: path)
    try database.write { database in
      try database.execute(sql: "DROP TRIGGER block_stays; DROP TRIGGER block_remains; " + sql)
    }
  }

  @Test("finds nothing in a journal that nobody touched")
  func findsNothing() throws {
    let verification = try Journal.open(path: file()).verify()
    #expect(verification.alteration == nil)
    #expect(verification.totals.branches == 2)
  }

  @Test(
    "names the first altered row",
    arguments: [
      ("UPDATE block SET body = zeroblob(length(body)) WHERE row IN (3, 5)", 3),
      ("UPDATE block SET starts = starts - 1 WHERE row = 4", 4),
      ("UPDATE block SET branch = 2 WHERE row = 4", 4),
      ("UPDATE block SET body = NULL WHERE row = 4", 4),
      ("DELETE FROM block WHERE row = 3", 3),
      ("UPDATE block SET link = zeroblob(32) WHERE row = 2", 2),
      ("UPDATE about SET value = CAST('2' AS BLOB) WHERE name = 'engine'", 1),
      ("UPDATE block SET contents = zeroblob(9) WHERE row = 2", 2),
      ("UPDATE keyframe SET body = zeroblob(length(body))", 3),
      ("DELETE FROM keyframe", 3),
      ("UPDATE keyframe SET branch = 2", 3),
      ("UPDATE keyframe SET at = at + 1", 3),
    ])
  func namesTheRow(sql: String, row: Int) throws {
    let path = try file()
    try change(path, sql)
    #expect(try Journal.open(path: path, isChecked: false).verify().alteration?.row == row)
  }

  @Test("says where in the run an altered row stands")
  func namesThePlace() throws {
    let path = try file()
    try change(path, "UPDATE block SET body = zeroblob(length(body)) WHERE row = 3")
    let journal = try Journal.open(path: path, isChecked: false)
    let alteration = try journal.verify().alteration
    #expect(alteration?.branch == "run")
    let at = try #require(alteration?.at)
    #expect(run.events.contains { $0.at == at })
  }

  @Test("says how much of a copy that was cut short is whole")
  func cutShort() throws {
    let path = try file()
    let all = Journal.wholePart(path: path)
    let bytes = try Data(contentsOf: URL(filePath: path))
    let copy = folder.path("short.waggle")
    var rows: [Int] = []
    for part in [0, 1, 8, 12, 15] {
      try bytes.prefix(bytes.count * part / 16).write(to: URL(filePath: copy))
      rows.append(Journal.wholePart(path: copy).rows)
    }
    #expect(rows == rows.sorted() && rows.allSatisfy { $0 <= all.rows })
    #expect(rows.first == 0 && all.rows > 3)
  }

  @Test("finds a keyframe that no row speaks of")
  func findsKeyframes() throws {
    let path = try file()
    try change(path, "INSERT INTO keyframe SELECT sequence + 1, branch, at, body FROM keyframe")
    let alteration = try Journal.open(path: path).verify().alteration
    #expect(alteration?.words.contains("keyframe") == true)
  }

  @Test("finds a branch that was hidden, renamed back to life or taken away")
  func findsBranches() throws {
    for sql in [
      "UPDATE branch SET deleted = 1 WHERE id = 2", "UPDATE branch SET deleted = 0 WHERE id = 3",
      "DELETE FROM branch WHERE id = 2",
    ] {
      let path = try file()
      try change(path, sql)
      #expect(try Journal.open(path: path, isChecked: false).verify().alteration != nil, "\(sql)")
    }
  }

  @Test("a changed last row is found when the journal is opened")
  func opensOnlyWithItsTail() throws {
    let path = try file()
    try change(
      path, "UPDATE block SET body = zeroblob(9) WHERE row = (SELECT max(row) FROM block)")
    #expect(throws: JournalError.self) { try Journal.open(path: path) }
  }

  @Test("SQL alone cannot change what stands")
  func isAppendOnly() throws {
    let path = try file()
    let database = try DatabaseQueue(path: path)
    for sql in [
      "UPDATE block SET body = NULL WHERE row = 2", "UPDATE block SET first = 0 WHERE row = 2",
      "DELETE FROM block",
    ] {
      #expect(throws: DatabaseError.self) { try database.write { try $0.execute(sql: sql) } }
    }
  }
}
