public import GRDB

/// Why a journal cannot be used; nothing was changed.
public enum JournalError: Error, Sendable {
  /// The file cannot be opened or made.
  case unreadable(path: String, cause: DatabaseError)
  /// The file is no journal, or a damaged one.
  case notAJournal(path: String)
  /// The file was written by a version whose schema is newer than this one's.
  case fromNewerVersion(path: String, schema: Int)
  /// There is a file already, and a new journal was asked for.
  case exists(path: String)
  /// An entry could not be written; nothing after it was.
  case unwritable(path: String, cause: DatabaseError)
}

extension JournalError {
  /// The exit code of a command that ends with it, after sysexits: 65 for what is no journal, 66
  /// for what cannot be opened, 73 for what cannot be made, 74 for what cannot be written.
  public var exitCode: Int32 {
    switch self {
    case .notAJournal, .fromNewerVersion: 65
    case .unreadable: 66
    case .exists: 73
    case .unwritable: 74
    }
  }
}

extension JournalError: CustomStringConvertible {
  /// What is wrong, where, and how to mend it, in one line.
  public var description: String {
    switch self {
    case .unreadable(let path, let cause):
      "\(path): cannot be opened: \(Self.words(cause)); check the path and its permissions"
    case .notAJournal(let path):
      "\(path): is no journal, or a damaged one; name a file that --journal wrote"
    case .fromNewerVersion(let path, let schema):
      "\(path): was written by a newer version (schema \(schema)); update to open it"
    case .exists(let path):
      "\(path): exists already and is not overwritten; name a new file"
    case .unwritable(let path, let cause):
      "\(path): cannot be written: \(Self.words(cause)); what stands in it is whole"
    }
  }

  private static func words(_ error: DatabaseError) -> String {
    error.message ?? "SQLite error \(error.resultCode.rawValue)"
  }
}
