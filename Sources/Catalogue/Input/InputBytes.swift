#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that people bring along, read with suspicion.
public enum InputBytes {
  /// The most bytes a file may have.
  public static let limit = 8_000_000

  /// Reads a text file: at most 8 MB of UTF-8, with or without a byte order mark, without NULs.
  ///
  /// The size is known before anything is read, so a huge file costs nothing. Only plain files are
  /// read: a pipe could keep a screen waiting for ever.
  public static func read(path: String) throws(InputError) -> String {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw unreadable(path, String(cString: strerror(errno))) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw unreadable(path, String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw unreadable(path, "a folder") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw unreadable(path, "a device or a pipe")
    }
    try check(size: Int(status.st_size), of: path)
    let bytes = try contents(of: file, path: path)
    try check(size: bytes.count, of: path)
    return try text(of: bytes, file: path)
  }

  /// The text that bytes spell in UTF-8, without its byte order mark.
  public static func text(of bytes: [UInt8], file: String) throws(InputError) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw InputError(
        at: .file(file, line: nil), expected: "UTF-8", found: "UTF-16", mend: "save it as UTF-8")
    }
    if let nul = bytes.firstIndex(of: 0) {
      throw malformed(bytes, at: nul, file: file, "a NUL")
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: body, as: UTF8.self) { return text }
    throw malformed(bytes, at: firstInvalid(in: bytes), file: file, "a byte that spells nothing")
  }

  private static func firstInvalid(in bytes: [UInt8]) -> Int {
    var parser = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
    return min(offset, max(0, bytes.count - 1))
  }

  private static func malformed(
    _ bytes: [UInt8], at offset: Int, file: String, _ what: String
  ) -> InputError {
    let line = 1 + bytes[..<offset].count { $0 == 0x0A }
    let value = bytes.indices.contains(offset) ? String(bytes[offset], radix: 16) : "?"
    return InputError(
      at: .file(file, line: line), expected: "UTF-8 text",
      found: "\(what) (0x\(value) at byte \(offset.grouped))", mend: "save it as UTF-8")
  }

  private static func check(size: Int, of path: String) throws(InputError) {
    guard size <= limit else {
      throw InputError(
        at: .file(path, line: nil), expected: "a file of at most 8 MB",
        found: (Double(size) / 1e6).fixed(1) + " MB")
    }
  }

  private static func unreadable(_ path: String, _ why: String) -> InputError {
    InputError(
      .unreadable, at: .file(path, line: nil), expected: "a file that can be read", found: why)
  }

  /// Everything up to one byte more than the limit: the file may be growing.
  private static func contents(of file: Int32, path: String) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = buffer.withUnsafeMutableBytes { readBytes(file, $0.baseAddress, $0.count) }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path, String(cString: strerror(errno)))
      }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }
}

/// The system's `read`, which `InputBytes.read` hides.
private func readBytes(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}
