public import Catalogue
public import Distribution
import FoundationEssentials
import GRDB
import Synchronization

/// The append-only record of a run: the scenario it began with, what was planned, every command,
/// every event, and every fork.
///
/// It is one SQLite file. Entries lie in rows of many, each chained to the row before by its
/// digest, so that what was changed later can be found.
///
/// While it is written the file is in write-ahead mode with `synchronous = FULL`: each call that
/// writes is one transaction and has reached the disk when it returns, so what is acknowledged
/// survives a kill and a power cut, and a reader never sees half of it. One program at a time may
/// write; any number may read meanwhile.
public final class Journal: Sendable {
  /// Where it lies.
  public let path: String
  /// What it says of the run.
  public let about: About
  /// How many of its first entries are what the scenario planned.
  public let planned: Int

  let database: DatabaseQueue
  let origin: Digest
  /// The right to write; nil where it was opened to be read, or let go.
  private let lock: Mutex<Lock?>
  /// The last row that this object has seen; another's rows behind it are a second writer's.
  private let seen: Mutex<Int>

  /// The schema that this version writes.
  public static let schema = Schema.version

  /// Takes what an open database holds.
  init(
    path: String, database: DatabaseQueue, lock: Lock?, isChecked: Bool = true
  ) throws(JournalError) {
    let (about, planned, origin, last) = try Self.reading(path: path, database) { database in
      let facts = try Self.facts(in: database)
      return (
        try Self.about(facts, path: path), try Self.planned(facts, path: path),
        Self.origin(of: facts), try Int.fetchOne(database, sql: "SELECT max(row) FROM block") ?? 0
      )
    }
    self.path = path
    self.database = database
    self.lock = Mutex(lock)
    self.about = about
    self.planned = planned
    self.origin = origin
    self.seen = Mutex(last)
    if isChecked { try checkTail() }
  }

  /// Whether it was opened to be written, and not let go yet.
  public var isWritten: Bool { lock.withLock { $0 != nil } }

  /// Lets the file go, as a single file that can be read from a read-only folder.
  public func close() {
    if isWritten {
      // A reader that looks into it now keeps it in write-ahead mode, which is as good.
      try? database.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")
      }
    }
    try? database.close()
    lock.withLock { $0 = nil }
  }
}

// MARK: Writing

extension Journal {
  /// Writes entries as one transaction; they are on the disk when it returns.
  ///
  /// - Returns: Their sequence numbers; nil where there were none.
  @discardableResult
  public func append(
    _ batch: Batch, to branch: Branch.ID = 1
  ) throws(JournalError) -> ClosedRange<Int>? {
    guard batch.count > 0 else { return nil }
    return try writing { database, last in
      let first = last.sequence + 1
      try last.append(batch, to: branch, in: database)
      return first...last.sequence
    }
  }

  /// Begins a branch that shares its parent's entries up to one of them.
  ///
  /// - Parameters:
  ///   - name: What people read; a number is added where another branch is called so.
  ///   - after: The sequence number of the last entry shared.
  ///   - entries: Its first entries, written in the same transaction.
  public func fork(
    from parent: Branch.ID, after: Int, at moment: Moment, name: String, kind: Branch.Kind,
    with entries: Batch = Batch()
  ) throws(JournalError) -> Branch {
    try writing { database, last in
      let id = 1 + (try Int.fetchOne(database, sql: "SELECT max(id) FROM branch") ?? 0)
      let branch = Branch(
        id: id, parent: parent, name: try Self.free(name, in: database), from: moment,
        after: after, kind: kind)
      try Self.insert(branch, into: database)
      var batch = Batch()
      batch.add(.branched(branch), at: moment)
      try last.append(batch, to: id, in: database)
      try last.append(entries, to: id, in: database)
      return branch
    }
  }

  /// Deletes what a branch holds; that it was there stays on record.
  public func delete(branch name: String) throws(JournalError) {
    let branches = try branches()
    guard let branch = branches.first(where: { $0.name == name }) else {
      let names = branches.map(\.name).joined(separator: ", ")
      throw .branch(path: path, name: name, why: "there is none of that name, but: \(names)")
    }
    guard branch.id != branches.last(where: { $0.kind == .run })?.id, branch.parent != nil else {
      throw .branch(path: path, name: name, why: "is the run itself, which stays")
    }
    if let child = branches.first(where: { $0.parent == branch.id }) {
      throw .branch(path: path, name: name, why: "“\(child.name)” left it; delete that one first")
    }
    try writing { database, last in
      var batch = Batch()
      let latest = try Int.fetchOne(
        database, sql: "SELECT ends FROM block WHERE branch = ? ORDER BY row DESC LIMIT 1",
        arguments: [Branch.first.id])
      batch.add(.deleted(branch: branch.id), at: max(branch.from, latest ?? 0))
      try last.append(batch, to: Branch.first.id, in: database)
      try database.execute(
        sql: "UPDATE branch SET deleted = 1 WHERE id = ?", arguments: [branch.id])
      try database.execute(
        sql: "UPDATE block SET body = NULL WHERE branch = ?", arguments: [branch.id])
      try database.execute(sql: "DELETE FROM keyframe WHERE branch = ?", arguments: [branch.id])
    }
  }

  /// Writes in one transaction behind the last row, which must be the last that was seen.
  func writing<Result>(
    _ body: (Database, inout Last) throws -> Result
  ) throws(JournalError) -> Result {
    try checkPlace()
    do {
      let (result, row) = try database.write { database in
        var last = try Last(in: database, origin: origin)
        guard seen.withLock({ $0 == last.row }) else { throw JournalError.busy(path: path) }
        let result = try body(database, &last)
        return (result, last.row)
      }
      seen.withLock { $0 = row }
      try checkPlace()
      return result
    } catch let error as JournalError {
      throw error
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw .damaged(path: path, cause: error)
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw .busy(path: path)
      default: throw .unwritable(path: path, cause: error)
      }
    } catch {
      throw .damaged(path: path, cause: nil)
    }
  }

  /// Refuses to write into a file that is no longer where it was: nobody would find it again.
  private func checkPlace() throws(JournalError) {
    guard lock.withLock({ $0?.holds(path) ?? true }) else {
      throw .unwritable(
        path: path,
        cause: DatabaseError(
          resultCode: .SQLITE_IOERR, message: "it was removed or replaced while it was open"))
    }
  }
}

// MARK: Reading

extension Journal {
  /// The branches that are not deleted, in the order in which they began.
  public func branches() throws(JournalError) -> [Branch] {
    try reading { database in
      try Row.fetchAll(database, sql: "SELECT * FROM branch WHERE deleted = 0 ORDER BY id")
        .map { try Branch($0) }
    }
  }

  /// The branch of a name; the run to go on with where no name is given.
  public func branch(named name: String? = nil) throws(JournalError) -> Branch {
    let branches = try branches()
    let found =
      name == nil
      ? branches.last { $0.kind == .run } : branches.first { $0.name == name }
    guard let found else {
      let names = branches.map(\.name).joined(separator: ", ")
      throw .branch(path: path, name: name ?? "", why: "there is none of that name, but: \(names)")
    }
    return found
  }

  /// What the scenario planned, in order of time.
  public func plan() throws(JournalError) -> [(at: Moment, command: Command)] {
    let rows = try reading { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM block WHERE last <= ? ORDER BY row", arguments: [planned])
    }
    var plan: [(at: Moment, command: Command)] = []
    for row in rows {
      let body = try? row.bytes("body")
      for entry in try entries(in: Block(row, path: path), body: body.map { Data($0) }) {
        guard case .planned(let command) = entry.content else { continue }
        plan.append((entry.at, command))
      }
    }
    return plan
  }

  /// A branch's rows, those of its parents first.
  public func line(of branch: Branch) throws(JournalError) -> Line {
    var branches: [Branch.ID: Branch] = [:]
    for branch in try self.branches() { branches[branch.id] = branch }
    var parts: [(branch: Branch.ID, through: Int)] = []
    var next: Branch? = branch
    var through = Int.max
    while let branch = next {
      parts.append((branch.id, through))
      through = min(through, branch.after)
      guard let parent = branch.parent else { break }
      // A branch is younger than its parent, so this ends even where the file was changed.
      guard parent < branch.id, let older = branches[parent] else {
        throw .branch(path: path, name: branch.name, why: "the branch that it left is gone")
      }
      next = older
    }
    var stretches: [Line.Stretch] = []
    for part in parts.reversed() {
      let rows = try reading { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT row, branch, first, last, starts, ends, commands, events, contents, link
            FROM block WHERE branch = ? AND first > ? AND first <= ? ORDER BY row
            """, arguments: [part.branch, planned, part.through])
      }
      for row in rows {
        let block = try Block(row, path: path)
        stretches.append(Line.Stretch(block: block, through: part.through))
      }
    }
    return Line(branch: branch, stretches: stretches)
  }

  /// The entries of a stretch, read from the file and held against their digest.
  ///
  /// - Parameter isKnown: Whether they were held against it before: a journal is append-only, so
  ///   once is enough for who looks at them again and again.
  public func entries(
    in stretch: Line.Stretch, isKnown: Bool = false
  ) throws(JournalError) -> [Entry] {
    let body = try reading { database in
      try Data.fetchOne(
        database, sql: "SELECT body FROM block WHERE row = ?", arguments: [stretch.block.row])
    }
    let entries = try entries(in: stretch.block, body: body, isKnown: isKnown)
    return stretch.block.sequences.upperBound <= stretch.through
      ? entries : entries.filter { $0.sequence <= stretch.through }
  }

  /// The sequence number of a branch's last entry up to and including a moment: where another branch
  /// leaves it that shares what happened until then.
  public func lastSequence(
    of branch: Branch, through moment: Moment
  ) throws(JournalError) -> Int {
    for stretch in try line(of: branch).stretches.reversed()
    where stretch.moments.lowerBound <= moment {
      if let last = try entries(in: stretch).last(where: {
        $0.at <= moment && !$0.content.isDeletion
      }) {
        return last.sequence
      }
    }
    return planned
  }

  /// All entries of a branch, in order; for short ones.
  public func entries(of branch: Branch) throws(JournalError) -> [Entry] {
    var entries: [Entry] = []
    for stretch in try line(of: branch).stretches { entries += try self.entries(in: stretch) }
    return entries
  }

  /// How much it holds.
  public func totals() throws(JournalError) -> Totals {
    try reading { database in
      let last = try Last(in: database, origin: origin)
      // What is done to forks, such as deleting one, does not move the run itself.
      let run = try Int.fetchOne(
        database, sql: "SELECT max(id) FROM branch WHERE kind = 'run' AND deleted = 0")
      let moment = try Int.fetchOne(
        database,
        sql: "SELECT ends FROM block WHERE first > ? AND branch = ? ORDER BY row DESC LIMIT 1",
        arguments: [planned, run ?? Branch.first.id])
      return Totals(
        commands: last.totals.commands, events: last.totals.events, lastSequence: last.sequence,
        lastMoment: moment ?? 0,
        branches: try Int.fetchOne(database, sql: "SELECT count(*) FROM branch WHERE deleted = 0")
          ?? 0, seal: last.link)
    }
  }

  func entries(
    in block: Block, body: Data?, isKnown: Bool = false
  ) throws(JournalError) -> [Entry] {
    let bytes = body.map([UInt8].init) ?? []
    guard isKnown || Digest(of: bytes) == block.contents,
      let entries = try? block.entries(in: bytes)
    else {
      throw .altered(path: path, row: block.row)
    }
    return entries
  }

  func reading<Result>(_ body: (Database) throws -> Result) throws(JournalError) -> Result {
    try Self.reading(path: path, database, body)
  }

  static func reading<Result>(
    path: String, _ database: DatabaseQueue, _ body: (Database) throws -> Result
  ) throws(JournalError) -> Result {
    try telling(of: path) { try database.read(body) }
  }

  /// Does something with a file, with errors that say what is wrong with it.
  static func telling<Result>(
    of path: String, _ body: () throws -> Result
  ) throws(JournalError) -> Result {
    do {
      return try body()
    } catch let error as JournalError {
      throw error
    } catch let error as DatabaseError {
      throw JournalError(reading: path, error)
    } catch {
      throw .damaged(path: path, cause: nil)
    }
  }
}

/// How much a journal holds.
public struct Totals: Sendable, Hashable {
  /// What was planned or asked, on all branches.
  public var commands: Int
  /// What happened, on all branches.
  public var events: Int
  /// The sequence number of the last entry.
  public var lastSequence: Int
  /// The moment of the last entry of the run to go on with: seconds after the scenario's start.
  public var lastMoment: Moment
  /// The branches that are not deleted.
  public var branches: Int
  /// The digest of the last row, which stands for all before it: noted elsewhere, it proves later
  /// that nothing was cut off either.
  public var seal: Digest
}

/// A branch as its rows, those of its parents first.
public struct Line: Sendable {
  /// The branch.
  public var branch: Branch
  /// Its rows in order, without what the scenario planned.
  public var stretches: [Stretch]

  /// A row, or the first part of one, behind which another branch went on.
  public struct Stretch: Sendable {
    let block: Block
    let through: Int

    /// The first and the last moment of the row's entries.
    public var moments: ClosedRange<Moment> { block.moments }
    /// How many entries the row has.
    public var count: Int { block.sequences.count }
  }
}
