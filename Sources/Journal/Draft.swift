import Glibc
import GRDB

/// A new journal's file under the name that it has until it is whole.
final class Draft {
  /// The name that it has meanwhile: the journal's and `.new`.
  let name: String
  private let path: String
  private let lock: Lock
  private var isPublished = false

  /// Begins a file in place of what another program may have left when it was ended.
  init(path: String) throws {
    self.path = path
    name = path + ".new"
    guard let lock = Lock(path: name, creates: true) else {
      // The next look at the file would have a reason of its own.
      let (code, cause) = (errno, DatabaseError.system(.SQLITE_CANTOPEN))
      if FileIdentity(at: path) != nil { throw JournalError.exists(path: path) }
      throw code == EWOULDBLOCK
        ? JournalError.busy(path: path) : JournalError.uncreatable(path: path, cause: cause)
    }
    self.lock = lock
    // Somebody may have made it between the first look and the lock.
    guard FileIdentity(at: path) == nil else {
      unlink(name)
      throw JournalError.exists(path: path)
    }
    unlink(name + "-journal")
    guard truncate(name, 0) == 0 else {
      throw JournalError.uncreatable(path: path, cause: .system(.SQLITE_IOERR))
    }
  }

  /// Gives the file its name, for good, and its lock to who goes on with it.
  func publish() throws -> Lock {
    // What a journal of that name left behind that was removed since would be taken for part of it.
    for rest in ["-wal", "-shm", "-journal"] { unlink(path + rest) }
    guard rename(name, path) == 0 else {
      throw JournalError.uncreatable(path: path, cause: .system(.SQLITE_CANTOPEN))
    }
    isPublished = true
    try syncFolder()
    return lock
  }

  /// A name is safe when its folder is on the disk.
  private func syncFolder() throws {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // A few file systems know no such thing: there a folder is on the disk at once, or never.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw JournalError.uncreatable(path: path, cause: .system(.SQLITE_IOERR))
    }
  }

  deinit {
    if !isPublished { unlink(name) }
  }
}

extension DatabaseError {
  /// The system's word for what just went wrong.
  static func system(_ code: ResultCode) -> DatabaseError {
    DatabaseError(resultCode: code, message: String(cString: strerror(errno)))
  }
}
