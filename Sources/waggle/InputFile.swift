import Glibc

/// Files of bytes that the program reads whole.
enum InputFile {
  /// The most bytes of one: weights have some megabytes.
  static let limit = 256_000_000

  /// The bytes of a plain file.
  static func read(path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw unreadable(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw unreadable(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable(path, "it is no plain file") }
    guard status.st_size <= limit else { throw unreadable(path, "it is too long") }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { bytes in
        let free = UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
        return Glibc.read(file, free.baseAddress, free.count)
      }
      if count > 0 {
        done += count
      } else if count == 0 {
        bytes.removeLast(bytes.count - done)
      } else if errno != EINTR {
        throw unreadable(path)
      }
    }
    return bytes
  }

  private static func unreadable(_ path: String, _ why: String? = nil) -> Failure {
    .noInput("\(path): cannot be read: \(why ?? String(cString: strerror(errno)))")
  }
}
