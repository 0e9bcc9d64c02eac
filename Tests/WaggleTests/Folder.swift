import Glibc

/// A folder for one test's files, gone with the test.
final class Folder {
  let path: String
  private var files: [String] = []

  init() throws {
    var name = Array("/tmp/waggle-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw Failure() }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for file in files { unlink(file) }
    rmdir(path)
  }

  struct Failure: Error {}

  /// The text of a file in it.
  func text(_ name: String) throws -> String {
    guard let file = fopen(path + "/" + name, "r") else { throw Failure() }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// Writes a file and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }

  /// Writes a file, made longer by zeros if wanted, and gives its path.
  func file(_ name: String, _ bytes: [UInt8], length: Int? = nil) throws -> String {
    let path = path + "/" + name
    files.append(path)
    guard let file = fopen(path, "w") else { throw Failure() }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure() }
    if let length {
      fflush(file)
      guard ftruncate(fileno(file), length) == 0 else { throw Failure() }
    }
    return path
  }
}
