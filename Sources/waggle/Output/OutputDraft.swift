import Glibc

/// A file in the making: it has another name until it is whole, and is gone where it never is.
final class OutputDraft {
  private let path: String
  private let draft: String
  private let file: Int32
  private var isFinished = false

  /// Begins a file that will take the place of what is there.
  init(path: String) throws {
    self.path = path
    draft = path + ".part"
    file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      isFinished = true
      throw Failure.cannotCreate(file: path)
    }
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws {
    do {
      try Outlet(file: file).write(bytes)
    } catch {
      throw Failure.io("\(path): cannot be written: \(error.words)")
    }
  }

  /// Gives it its name.
  func finish() throws {
    guard fsync(file) == 0 || errno == EINVAL, rename(draft, path) == 0 else {
      throw Failure.cannotCreate(file: path)
    }
    isFinished = true
  }

  deinit {
    if file >= 0 { close(file) }
    if !isFinished { unlink(draft) }
  }
}
