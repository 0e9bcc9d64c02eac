import Glibc

/// The right to write to a file, held until it is let go or the program ends.
///
/// It is `flock`'s, which SQLite does not use, so that its own locks stay as they are.
final class Lock: Sendable {
  private let descriptor: Int32
  private let file: FileIdentity

  /// Takes the right; nil where another program has it.
  ///
  /// - Parameter creates: Whether to make an empty file where there is none.
  /// - Returns: nil also where the file cannot be opened: its database says why.
  init?(path: String, creates: Bool = false) {
    let flags = creates ? O_RDWR | O_CREAT | O_CLOEXEC : O_RDONLY | O_CLOEXEC
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { return nil }
    // Where it is not to be had the descriptor stays open: closing any descriptor of a file lets go
    // of the locks that SQLite holds on it in this program.
    guard Self.takes(descriptor) else { return nil }
    guard let file = FileIdentity(of: descriptor), file == FileIdentity(at: path) else {
      flock(descriptor, LOCK_UN)
      return nil
    }
    self.descriptor = descriptor
    self.file = file
  }

  /// Asks for the right for a fifth of a second.
  ///
  /// A program that another one is just starting has a copy of its descriptors until it begins, and
  /// so may hold for a moment what was let go already.
  private static func takes(_ descriptor: Int32) -> Bool {
    for _ in 0..<20 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      usleep(10_000)
    }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  deinit { close(descriptor) }

  /// Whether the file still lies there, and no other in its place.
  func holds(_ path: String) -> Bool { FileIdentity(at: path) == file }
}

/// Which file a name stands for.
struct FileIdentity: Sendable, Hashable {
  private let device: UInt
  private let number: UInt

  /// The file that lies at a path; nil where there is none.
  init?(at path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    self.init(facts)
  }

  /// An open file.
  init?(of descriptor: Int32) {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return nil }
    self.init(facts)
  }

  private init(_ facts: stat) {
    device = UInt(facts.st_dev)
    number = UInt(facts.st_ino)
  }
}
