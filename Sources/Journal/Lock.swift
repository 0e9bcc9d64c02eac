import Glibc

/// The right to write to a file, held until it is let go or the program ends.
///
/// It is `flock`'s, which SQLite does not use, so that its own locks stay as they are.
final class Lock: Sendable {
  private let descriptor: Int32

  /// Takes the right; nil where another program has it.
  ///
  /// - Returns: nil also where the file cannot be opened: its database says why.
  init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
