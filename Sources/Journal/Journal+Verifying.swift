public import Catalogue
import FoundationEssentials
import GRDB

/// What a check of a whole journal found.
public struct Verification: Sendable, Hashable {
  /// How much it holds, as far as its last row says.
  public var totals: Totals
  /// The first row that is not what was written, and in what; nil where all is well.
  public var alteration: Alteration?

  /// A row that is not what was written.
  public struct Alteration: Sendable, Hashable {
    /// The row's number; 0 for what the journal says of the run.
    public var row: Int
    /// What is wrong with it.
    public var words: String
    /// The name of the branch that its entries belong to, as far as it can be known.
    public var branch: String?
    /// The moment of its first entry, as far as it can be known.
    public var at: Moment?
  }
}

extension Journal {
  /// Checks everything: every row against its digest and its link to the row before, the branches
  /// against their records, the keyframes against the digests in the rows, and the database itself.
  ///
  /// - Complexity: It reads the file once, a row at a time.
  public func verify() throws(JournalError) -> Verification {
    let totals = try totals()
    var alteration = try alteration()
    if let row = alteration?.row, row > 0, let place = try? place(ofRow: row) {
      alteration?.branch = place.branch
      alteration?.at = place.at
    }
    return Verification(totals: totals, alteration: alteration)
  }

  /// Where a row stands in the run, as its own figures say; of a missing one, where the row before
  /// it ends.
  private func place(ofRow row: Int) throws(JournalError) -> (branch: String?, at: Moment)? {
    try reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT block.row, block.starts, block.ends, branch.name FROM block
          LEFT JOIN branch ON branch.id = block.branch
          WHERE block.row IN (?, ?) ORDER BY block.row DESC LIMIT 1
          """, arguments: [row, row - 1])
      guard let found = rows.first else { return nil }
      let isItself = try found.whole("row") == row
      return (try? found.text("name"), try found.whole(isItself ? "starts" : "ends"))
    }
  }

  /// How much of a damaged file's beginning can still be read and is what was written.
  public struct WholePart: Sendable, Hashable {
    /// Rows, counted from the first.
    public var rows: Int
    /// The moment up to which they tell; nil where there is none.
    public var until: Moment?
  }

  /// Reads a damaged file from its first row on, as far as that goes.
  public static func wholePart(path: String) -> WholePart {
    var whole = WholePart(rows: 0, until: nil)
    var configuration = Configuration()
    configuration.readonly = true
    // Else the database refuses a file that is shorter than its head says.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
    let address = address(of: path) + "?immutable=1"
    guard let database = try? DatabaseQueue(path: address, configuration: configuration) else {
      return whole
    }
    try? database.read { database in
      let facts = try facts(in: database)
      let planned = try planned(facts, path: path)
      var walk = ChainWalk(origin: origin(of: facts), path: path)
      let deleted = try Int.fetchSet(database, sql: "SELECT id FROM branch WHERE deleted = 1")
      while let row = try Row.fetchOne(
        database, sql: "SELECT * FROM block WHERE row = ?", arguments: [walk.row + 1])
      {
        guard try walk.fault(in: row, deleted: deleted) == nil else { return }
        // What was planned tells of times that the run may never have reached.
        let isPlan = try row.whole("first") <= planned
        whole = WholePart(rows: walk.row, until: isPlan ? whole.until : try row.whole("ends"))
      }
    }
    return whole
  }

  private func alteration() throws(JournalError) -> Verification.Alteration? {
    var walk = ChainWalk(origin: origin, path: path)
    do {
      return try database.read { database in
        let deleted = try Int.fetchSet(database, sql: "SELECT id FROM branch WHERE deleted = 1")
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM block ORDER BY row")
        while let row = try rows.next() {
          if let words = try walk.fault(in: row, deleted: deleted) {
            return Verification.Alteration(row: walk.row, words: words)
          }
        }
        return try walk.faultBehind(database) ?? brokenness(of: database, behind: walk.row)
      }
    } catch let error as JournalError {
      throw error
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return Verification.Alteration(
        row: walk.row + 1, words: "the database is broken there: it cannot be read")
    } catch let error as DatabaseError {
      throw JournalError(reading: path, error)
    } catch {
      throw .damaged(path: path, cause: nil)
    }
  }

  private func brokenness(
    of database: Database, behind row: Int
  ) throws -> Verification.Alteration? {
    let words = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") ?? "ok"
    guard words != "ok" else { return nil }
    return Verification.Alteration(
      row: row, words: "every row is whole, but the database around them is not: \(words)")
  }
}

/// Walks a chain of rows from the first on.
private struct ChainWalk {
  private(set) var row = 0
  private var sequence = 0
  private var totals = Block.Totals()
  private var link: Digest
  private let path: String
  private var begun = [Branch.first.id: Branch.first]
  private var ended: Set<Int> = []
  /// The keyframes that the rows speak of: row, branch and digest by sequence number.
  private var keyframes: [Int: (row: Int, branch: Int, at: Moment, digest: Digest)] = [:]

  init(origin: Digest, path: String) {
    link = origin
    self.path = path
  }

  /// What is wrong with the next row; nil where it is what was written.
  mutating func fault(in next: Row, deleted: Set<Int>) throws -> String? {
    guard let number = try? next.whole("row"), number == row + 1 else {
      row += 1
      return "it is missing"
    }
    row = number
    guard let block = try? Block(next, path: path) else { return "its figures make no sense" }
    guard block.sequences.lowerBound == sequence + 1 else { return "its entries do not follow" }
    guard block.link(after: link) == block.link else {
      return row == 1
        ? "it does not follow from what the journal says of the run"
        : "its figures or its link were changed"
    }
    if let words = fault(in: block, body: try? next.bytes("body"), deleted: deleted) {
      return words
    }
    sequence = block.sequences.upperBound
    link = block.link
    return nil
  }

  private mutating func fault(in block: Block, body: [UInt8]?, deleted: Set<Int>) -> String? {
    guard let bytes = body else {
      if !deleted.contains(block.branch) { return "its entries are gone" }
      totals = block.totals
      return nil
    }
    guard Digest(of: bytes) == block.contents else { return "its entries were changed" }
    guard let entries = try? block.entries(in: bytes) else { return "its entries make no sense" }
    for entry in entries {
      totals.commands += entry.content.isCommand ? 1 : 0
      totals.events += entry.content.isEvent ? 1 : 0
      switch entry.content {
      case .branched(let branch): begun[branch.id] = branch
      case .deleted(let branch): ended.insert(branch)
      case .keyframe(let digest):
        keyframes[entry.sequence] = (block.row, block.branch, entry.at, digest)
      case .planned, .command, .event, .over: continue
      }
    }
    return totals == block.totals ? nil : "its totals do not add up"
  }

  /// What is wrong with the branches and keyframes behind the last row.
  func faultBehind(_ database: Database) throws -> Verification.Alteration? {
    try branchFault(in: database) ?? keyframeFault(in: database)
  }

  private func keyframeFault(in database: Database) throws -> Verification.Alteration? {
    var missing = keyframes.filter { !ended.contains($0.value.branch) }
    let records = try Row.fetchCursor(database, sql: "SELECT * FROM keyframe ORDER BY sequence")
    while let record = try records.next() {
      let sequence = try record.whole("sequence")
      guard let spoken = missing.removeValue(forKey: sequence) else {
        return Verification.Alteration(
          row: row, words: "a keyframe of entry \(sequence) is there that no row speaks of")
      }
      guard Digest(of: try record.bytes("body")) == spoken.digest,
        try record.whole("branch") == spoken.branch, try record.whole("at") == spoken.at
      else {
        return Verification.Alteration(row: spoken.row, words: "its keyframe was changed")
      }
    }
    guard let gone = missing.min(by: { $0.key < $1.key }) else { return nil }
    return Verification.Alteration(row: gone.value.row, words: "its keyframe is gone")
  }

  private func branchFault(in database: Database) throws -> Verification.Alteration? {
    var missing = Set(begun.keys)
    for record in try Row.fetchAll(database, sql: "SELECT * FROM branch ORDER BY id") {
      let id = try record.whole("id")
      missing.remove(id)
      let isDeleted = try record.whole("deleted") != 0
      // What a deleted branch held is gone, the record of its beginning with it.
      let isAsBegun = isDeleted || (try? Branch(record)) == begun[id]
      guard isDeleted == ended.contains(id), isAsBegun else {
        return Verification.Alteration(
          row: row, words: "branch \(id) is not as the rows say that it began or ended")
      }
    }
    guard missing.isEmpty else {
      return Verification.Alteration(row: row, words: "a branch that the rows speak of is missing")
    }
    return nil
  }
}
