public import GRDB

/// Why a journal cannot be used; nothing was changed.
public enum JournalError: Error, Sendable {
  /// There is no such file, or it cannot be opened.
  case unreadable(path: String, cause: DatabaseError)
  /// The file is something else.
  case notAJournal(path: String)
  /// The file is a journal whose database is broken: cut short, or with bytes changed.
  case damaged(path: String, cause: DatabaseError?)
  /// A row of it is not what was written.
  case altered(path: String, row: Int)
  /// The file was written by a version whose schema is newer than this one's.
  case fromNewerVersion(path: String, schema: Int)
  /// There is a file already, and a new journal was asked for.
  case exists(path: String)
  /// The new file cannot be made.
  case uncreatable(path: String, cause: DatabaseError)
  /// Another program is writing to it.
  case busy(path: String)
  /// An entry could not be written; nothing after it was.
  case unwritable(path: String, cause: DatabaseError)
  /// It has no such branch, or the branch cannot be deleted.
  case branch(path: String, name: String, why: String)
  /// It holds more than can be shown at once.
  case tooLong(path: String, events: Int, limit: Int)
}

extension JournalError {
  /// The exit code of a command that ends with it, after sysexits: 65 for what is no journal or a
  /// damaged one, 66 for what cannot be opened, 73 for what cannot be made, 74 for what cannot be
  /// written, 75 for what another program holds, 64 for a branch that is not there.
  public var exitCode: Int32 {
    switch self {
    case .notAJournal, .damaged, .altered, .fromNewerVersion, .tooLong: 65
    case .unreadable: 66
    case .exists, .uncreatable: 73
    case .unwritable: 74
    case .busy: 75
    case .branch: 64
    }
  }
}

extension JournalError {
  /// Whether the database itself is broken, so that a row cannot be named.
  public var isDamage: Bool {
    if case .damaged = self { true } else { false }
  }
}

extension JournalError: CustomStringConvertible {
  /// What is wrong, where, and how to mend it, in one line.
  public var description: String {
    switch self {
    case .unreadable(let path, let cause):
      "\(path): cannot be opened: \(Self.words(cause)); check the path and its permissions"
    case .notAJournal(let path):
      "\(path): is no journal; name a file that --journal wrote, such as waggle journal list shows"
    case .damaged(let path, let cause):
      "\(path): is a damaged journal\(cause.map { " (\(Self.words($0)))" } ?? ""); "
        + "waggle journal verify says how much of it is whole, a copy from elsewhere mends it"
    case .altered(let path, let row):
      "\(path): row \(row) is not what was written; waggle journal verify names the first such row"
    case .fromNewerVersion(let path, let schema):
      "\(path): was written by a newer version (schema \(schema), this one knows "
        + "\(Journal.schema)); update to open it"
    case .exists(let path):
      "\(path): exists already and is not overwritten; name a new file, or waggle resume goes on with it"
    case .uncreatable(let path, let cause):
      "\(path): cannot be made: \(Self.words(cause)); check that its folder is there and may be written to"
    case .busy(let path):
      "\(path): another program is writing to it; end that one, or replay, which only reads"
    case .unwritable(let path, let cause):
      "\(path): cannot be written: \(Self.words(cause)); what stands in it is whole"
    case .branch(let path, let name, let why): "\(path): branch “\(name)”: \(why)"
    case .tooLong(let path, let events, let limit):
      "\(path): holds \(events) events, and a replay shows at most \(limit); "
        + "waggle journal export writes all of them"
    }
  }

  private static func words(_ error: DatabaseError) -> String {
    switch error.resultCode {
    case .SQLITE_FULL: "the disk is full"
    case .SQLITE_READONLY: "it, or its folder, is read-only"
    case .SQLITE_CANTOPEN: error.message ?? "no such file or no permission"
    default: error.message ?? "SQLite error \(error.resultCode.rawValue)"
    }
  }
}
