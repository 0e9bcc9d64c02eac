public import Catalogue
public import Distribution
import FoundationEssentials
import GRDB

extension Journal {
  /// What a journal is opened for.
  public enum Access: Sendable {
    /// To look into it; nothing is changed, and another program may be writing to it.
    case reading
    /// To go on with it; no other program may.
    case writing
  }

  /// Makes a new journal of a run.
  ///
  /// It is written under another name and gets its own when it is whole, so that there is never
  /// half a journal of that name.
  ///
  /// - Parameter plan: What the scenario will ask of the engine, in order of time.
  public static func create(
    path: String, about: About, plan: [(at: Moment, command: Command)] = []
  ) throws(JournalError) -> Journal {
    do {
      guard !FileManager.default.fileExists(atPath: path) else {
        throw JournalError.exists(path: path)
      }
      let draft = try Draft(path: path)
      try fill(draft, about: about, plan: plan)
      let lock = try draft.publish()
      let database = try DatabaseQueue(
        path: address(of: path), configuration: configuration(writes: true))
      return try Journal(path: path, database: database, lock: lock)
    } catch let error as JournalError {
      throw error
    } catch let error as DatabaseError {
      throw .uncreatable(path: path, cause: error)
    } catch {
      throw .damaged(path: path, cause: nil)
    }
  }

  private static func fill(
    _ draft: Draft, about: About, plan: [(at: Moment, command: Command)]
  ) throws {
    let facts = try Self.facts(about, planned: plan.count)
    var batch = Batch()
    for (moment, command) in plan { batch.add(.planned(command), at: moment) }
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      // What is not whole has no name yet, so nothing need be taken back. Rows are long: large pages
      // write them in fewer calls.
      try database.execute(
        sql: """
          PRAGMA page_size = 16384; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = FULL
          """)
    }
    let database = try DatabaseQueue(path: address(of: draft.name), configuration: configuration)
    try database.write { database in
      try Schema.create(database)
      try insert(facts, into: database)
      try insert(.first, into: database)
      var last = Last(origin: origin(of: facts))
      try last.append(batch, to: Branch.first.id, in: database)
    }
    try database.close()
  }

  /// Opens a journal that is there and checks its last row, however long it is.
  ///
  /// One of an older version is brought up to this one: in the file where it is opened to be
  /// written, else in memory.
  ///
  /// - Parameter isChecked: Whether the last row is checked; for `verify` alone it need not be.
  public static func open(
    path: String, for access: Access = .reading, isChecked: Bool = true
  ) throws(JournalError) -> Journal {
    try checkFile(path: path)
    return try telling(of: path) {
      let file = try reader(path: path)
      let schema = try file.read { try found(in: $0, path: path) }
      if access == .writing {
        try file.close()
        return try writer(path: path, schema: schema)
      }
      let isReadable = schema >= Schema.oldestRead
      let database = isReadable ? file : try copy(of: file)
      if !isReadable { try database.write { try Schema.migrate($0, from: schema) } }
      return try Journal(path: path, database: database, lock: nil, isChecked: isChecked)
    }
  }

  /// Refuses what cannot be read as a file, in words that SQLite has not.
  private static func checkFile(path: String) throws(JournalError) {
    let files = FileManager.default
    let words: String? =
      if !files.fileExists(atPath: path) {
        "no such file"
      } else if !files.isReadableFile(atPath: path) {
        "you may not read it"
      } else if (try? files.attributesOfItem(atPath: path)[.type]) as? FileAttributeType
        == .typeDirectory
      {
        "it is a folder"
      } else {
        nil
      }
    guard let words else { return }
    throw .unreadable(
      path: path, cause: DatabaseError(resultCode: .SQLITE_CANTOPEN, message: words))
  }

  private static func configuration(writes: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = !writes
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { database in
      guard writes else { return }
      try database.execute(
        sql: """
          PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 256
          """)
    }
    return configuration
  }

  /// The schema of a file, or why it is none of ours.
  private static func found(in database: Database, path: String) throws -> Int {
    let schema = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    if mark == Schema.mark, schema > Schema.version {
      throw JournalError.fromNewerVersion(path: path, schema: schema)
    }
    // Version 1 did not mark its files.
    let isOurs = mark == Schema.mark ? schema > 1 : schema == 1 && mark == 0
    guard isOurs, try database.tableExists("about") else {
      throw JournalError.notAJournal(path: path)
    }
    return schema
  }

  /// Opens the file to read it; from a folder that cannot be written to as well, where it was closed.
  private static func reader(path: String) throws -> DatabaseQueue {
    do {
      return try plainReader(path: path)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      guard error.resultCode == .SQLITE_READONLY, canWrite(path), canWrite(folder(of: path)) else {
        return try closedReader(path: path)
      }
      // Its writer was ended while it closed or opened the file; a reader cannot take that back.
      guard let lock = Lock(path: path) else { throw JournalError.busy(path: path) }
      defer { withExtendedLifetime(lock) {} }
      var configuration = configuration(writes: false)
      configuration.readonly = false
      let mender = try DatabaseQueue(path: address(of: path), configuration: configuration)
      _ = try mender.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
      try mender.close()
      return try plainReader(path: path)
    }
  }

  /// Opens a closed file as one that nobody changes: write-ahead mode wants files beside it, and
  /// where none can be made nobody writes either.
  private static func closedReader(path: String) throws -> DatabaseQueue {
    try refuseUnclosed(path: path)
    return try DatabaseQueue(
      path: address(of: path) + "?immutable=1", configuration: configuration(writes: false))
  }

  private static func canWrite(_ path: String) -> Bool {
    FileManager.default.isWritableFile(atPath: path)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func plainReader(path: String) throws -> DatabaseQueue {
    let reader = try DatabaseQueue(
      path: address(of: path), configuration: configuration(writes: false))
    _ = try reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    return reader
  }

  /// Refuses a file whose last entries still lie beside it, where they cannot be read from there:
  /// without them it would look whole and not be.
  private static func refuseUnclosed(path: String) throws {
    for rest in ["-wal", "-journal"] {
      let facts = try? FileManager.default.attributesOfItem(atPath: path + rest)
      guard let size = facts?[.size] as? UInt64, size > 0 else { continue }
      throw JournalError.unreadable(
        path: path,
        cause: DatabaseError(
          resultCode: .SQLITE_CANTOPEN,
          message: "its writer did not close it, and its last entries in \(path)\(rest) cannot be "
            + "read in a folder that is read-only; copy both files to another one"))
    }
  }

  /// The path as SQLite's address of a file, whatever characters are in it.
  static func address(of path: String) -> String {
    var address = path.hasPrefix("/") ? "file:" : "file:./"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default: address += (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
      }
    }
    return address
  }

  /// Opens a journal of a known schema to go on with it.
  private static func writer(path: String, schema: Int) throws -> Journal {
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw JournalError.unwritable(
        path: path, cause: DatabaseError(resultCode: .SQLITE_READONLY))
    }
    guard let lock = Lock(path: path) else { throw JournalError.busy(path: path) }
    let database = try DatabaseQueue(
      path: address(of: path), configuration: configuration(writes: true))
    if schema < Schema.version {
      try database.write { try Schema.migrate($0, from: schema) }
    }
    return try Journal(path: path, database: database, lock: lock)
  }

  private static func copy(of database: DatabaseQueue) throws -> DatabaseQueue {
    let memory = try DatabaseQueue()
    try database.backup(to: memory)
    return memory
  }
}

extension JournalError {
  /// What an error while reading means.
  init(reading path: String, _ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAJournal(path: path)
    case .SQLITE_CORRUPT, .SQLITE_ERROR: self = .damaged(path: path, cause: error)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    default: self = .unreadable(path: path, cause: error)
    }
  }
}
