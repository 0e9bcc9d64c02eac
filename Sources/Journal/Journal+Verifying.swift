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
  }
}

extension Journal {
  /// Checks everything: every row against its digest and its link to the row before, the branches
  /// against their records, the keyframes against their seals, and the database itself.
  ///
  /// - Complexity: It reads the file once, a row at a time.
  public func verify() throws(JournalError) -> Verification {
    let totals = try totals()
    return Verification(totals: totals, alteration: try alteration())
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
  private var begun: Set<Int> = [Branch.first.id]
  private var ended: Set<Int> = []

  init(origin: Digest, path: String) {
    link = origin
    self.path = path
  }

  /// What is wrong with the next row; nil where it is what was written.
  mutating func fault(in next: Row, deleted: Set<Int>) throws -> String? {
    let number = next["row"] as Int
    guard number == row + 1 else {
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
    if let words = fault(in: block, body: next["body"] as Data?, deleted: deleted) { return words }
    sequence = block.sequences.upperBound
    link = block.link
    return nil
  }

  private mutating func fault(in block: Block, body: Data?, deleted: Set<Int>) -> String? {
    guard let body else {
      if !deleted.contains(block.branch) { return "its entries are gone" }
      totals = block.totals
      return nil
    }
    let bytes = [UInt8](body)
    guard Digest(of: bytes) == block.contents else { return "its entries were changed" }
    guard let entries = try? block.entries(in: bytes) else { return "its entries make no sense" }
    for entry in entries {
      totals.commands += entry.content.isCommand ? 1 : 0
      totals.events += entry.content.isEvent ? 1 : 0
      if case .branched(let branch) = entry.content { begun.insert(branch.id) }
      if case .deleted(let branch) = entry.content { ended.insert(branch) }
    }
    return totals == block.totals ? nil : "its totals do not add up"
  }

  /// What is wrong with the branches and keyframes behind the last row.
  func faultBehind(_ database: Database) throws -> Verification.Alteration? {
    let branches = try Row.fetchAll(database, sql: "SELECT id, deleted FROM branch")
    for branch in branches {
      let id = branch["id"] as Int
      let isDeleted = (branch["deleted"] as Int) != 0
      // What a deleted branch held is gone, the record of its beginning with it.
      guard isDeleted == ended.contains(id), isDeleted || begun.contains(id) else {
        return Verification.Alteration(
          row: row, words: "branch \(id) is not as the rows say that it began or ended")
      }
    }
    guard begun.isSubset(of: Set(branches.map { $0["id"] as Int })) else {
      return Verification.Alteration(row: row, words: "a branch that the rows speak of is missing")
    }
    return nil
  }
}
