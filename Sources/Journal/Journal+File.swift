import Glibc

extension Journal {
  /// Whether a file is a database, as journals are, and no text.
  public static func isOne(path: String) -> Bool {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { Glibc.close(file) }
    let mark = Array("SQLite format 3\0".utf8)
    var bytes = [UInt8](repeating: 0, count: mark.count)
    return Glibc.read(file, &bytes, bytes.count) == bytes.count && bytes == mark
  }
}
