import Catalogue
import FoundationEssentials
import GRDB

/// Where a file's chain ends.
struct Last {
  var row = 0
  var sequence = 0
  var totals = Block.Totals()
  var link: Digest

  /// The beginning of a chain.
  init(origin: Digest) { link = origin }

  init(block: Block) {
    row = block.row
    sequence = block.sequences.upperBound
    totals = block.totals
    link = block.link
  }

  /// The end of the chain in a file.
  init(in database: Database, origin: Digest) throws {
    self.init(origin: origin)
    let last = try Row.fetchOne(
      database,
      sql: "SELECT row, last, commands, events, link FROM block ORDER BY row DESC LIMIT 1")
    guard let last else { return }
    row = try last.whole("row")
    sequence = try last.whole("last")
    totals = Block.Totals(
      commands: try last.whole("commands"), events: try last.whole("events"))
    if let link = Digest(bytes: try last.bytes("link")) { self.link = link }
  }

  /// Writes a batch behind it.
  mutating func append(_ batch: Batch, to branch: Int, in database: Database) throws {
    for keyframe in batch.keyframes {
      try database.execute(
        sql: "INSERT INTO keyframe VALUES (?, ?, ?, ?)",
        arguments: [sequence + 1 + keyframe.place, branch, keyframe.at, Data(keyframe.body)])
    }
    for row in batch.finished() {
      let block = next(row, branch: branch)
      try Journal.insert(block, body: row.body, into: database)
      self = Last(block: block)
    }
  }

  /// The row behind it that holds some entries.
  private func next(_ row: Batch.Row, branch: Int) -> Block {
    var block = Block(
      row: self.row + 1, branch: branch, sequences: (sequence + 1)...(sequence + row.count),
      moments: row.starts...row.ends,
      totals: Block.Totals(
        commands: totals.commands + row.commands, events: totals.events + row.events),
      contents: Digest(of: row.body), link: link)
    block.link = block.link(after: link)
    return block
  }
}

extension Row {
  /// A column's whole number.
  ///
  /// A file with bytes changed may hold anything in any column, or have none of that name: that
  /// must be an error, which a subscript cannot throw.
  func whole(_ column: String) throws -> Int { try decode(Int.self, forColumn: column) }

  /// A column's bytes.
  func bytes(_ column: String) throws -> [UInt8] {
    [UInt8](try decode(Data.self, forColumn: column))
  }

  /// A column's text.
  func text(_ column: String) throws -> String { try decode(String.self, forColumn: column) }
}

extension Block {
  /// A row of the table.
  init(_ row: Row, path: String) throws(JournalError) {
    let number = (try? row.whole("row")) ?? 0
    do {
      let (first, last) = (try row.whole("first"), try row.whole("last"))
      let (starts, ends) = (try row.whole("starts"), try row.whole("ends"))
      guard 0 < first, first <= last, last - first < 1 << 20, starts <= ends,
        let contents = Digest(bytes: try row.bytes("contents")),
        let link = Digest(bytes: try row.bytes("link"))
      else { throw JournalError.altered(path: path, row: number) }
      self.init(
        row: try row.whole("row"), branch: try row.whole("branch"), sequences: first...last,
        moments: starts...ends,
        totals: Totals(commands: try row.whole("commands"), events: try row.whole("events")),
        contents: contents, link: link)
    } catch {
      throw .altered(path: path, row: number)
    }
  }
}

extension Branch {
  /// A row of the table.
  init(_ row: Row) throws {
    guard let kind = Kind(rawValue: try row.text("kind")) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a branch of no kind")
    }
    self.init(
      id: try row.whole("id"), parent: try row.decode(Int?.self, forColumn: "parent"),
      name: try row.text("name"), from: try row.whole("from"), after: try row.whole("after"),
      kind: kind)
  }
}

extension Journal {
  fileprivate static func insert(_ block: Block, body: [UInt8], into database: Database) throws {
    let insert = try database.cachedStatement(
      sql: "INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try insert.execute(
      arguments: [
        block.row, block.branch, block.sequences.lowerBound, block.sequences.upperBound,
        block.moments.lowerBound, block.moments.upperBound, block.totals.commands,
        block.totals.events, Data(block.contents.bytes), Data(block.link.bytes), Data(body),
      ])
  }

  static func insert(
    _ facts: [(name: String, value: [UInt8])], into database: Database
  ) throws {
    for (name, value) in facts {
      try database.execute(sql: "INSERT INTO about VALUES (?, ?)", arguments: [name, Data(value)])
    }
  }

  static func insert(_ branch: Branch, into database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO branch (id, parent, name, "from", after, kind) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        branch.id, branch.parent, branch.name, branch.from, branch.after, branch.kind.rawValue,
      ])
  }

  /// A name that no branch has: the one wished for, with a number where it is taken.
  static func free(_ name: String, in database: Database) throws -> String {
    let taken = Set(
      try String.fetchAll(database, sql: "SELECT name FROM branch WHERE deleted = 0"))
    guard taken.contains(name) else { return name }
    var count = 2
    while taken.contains("\(name) (\(count))") { count += 1 }
    return "\(name) (\(count))"
  }

  // MARK: What it says of the run

  /// What the table `about` holds, by name.
  static func facts(_ about: About, planned: Int) throws -> [(name: String, value: [UInt8])] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return [
      ("engine", Array(String(about.engine).utf8)),
      ("planned", Array(String(planned).utf8)),
      ("scenario", Array(try encoder.encode(about.scenario))),
      ("source", Array(about.source.utf8)),
    ]
  }

  static func facts(in database: Database) throws -> [(name: String, value: [UInt8])] {
    try Row.fetchAll(database, sql: "SELECT name, value FROM about ORDER BY name")
      .map { (name: try $0.text("name"), value: try $0.bytes("value")) }
  }

  static func about(_ facts: [(name: String, value: [UInt8])], path: String) throws -> About {
    guard let scenario = facts.first(where: { $0.name == "scenario" })?.value,
      let world = try? JSONDecoder().decode(Scenario.self, from: Data(scenario)),
      !world.platforms.isEmpty
    else { throw JournalError.altered(path: path, row: 0) }
    return About(
      scenario: world, source: text("source", in: facts),
      engine: text("engine", in: facts).flatMap(Int.init) ?? 0)
  }

  static func planned(_ facts: [(name: String, value: [UInt8])], path: String) throws -> Int {
    guard let planned = text("planned", in: facts).flatMap(Int.init), planned >= 0 else {
      throw JournalError.altered(path: path, row: 0)
    }
    return planned
  }

  private static func text(
    _ name: String, in facts: [(name: String, value: [UInt8])]
  ) -> String? {
    facts.first { $0.name == name }.flatMap { String(validating: $0.value, as: UTF8.self) }
  }

  /// What the first row is linked to: all that the journal says of the run.
  static func origin(of facts: [(name: String, value: [UInt8])]) -> Digest {
    var bytes = ByteWriter()
    for (name, value) in facts {
      bytes.write(name)
      bytes.write(list: value) { $0.write(tag: $1) }
    }
    return Digest(of: bytes.bytes)
  }

  /// Holds the last row against the one before it.
  func checkTail() throws(JournalError) {
    let rows = try reading { database in
      try Row.fetchAll(database, sql: "SELECT * FROM block ORDER BY row DESC LIMIT 2")
    }
    guard let last = rows.first else { return }
    let block = try Block(last, path: path)
    let previous = rows.count > 1 ? try Block(rows[1], path: path).link : origin
    guard block.link(after: previous) == block.link, rows.count > 1 || block.row == 1 else {
      throw .altered(path: path, row: block.row)
    }
    if let body = try? last.bytes("body") { _ = try entries(in: block, body: Data(body)) }
  }
}
