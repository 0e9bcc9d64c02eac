import Glibc

/// Files that the program writes.
enum OutputFile {
  /// Writes a file in place of what was there; at no moment is there half of one.
  static func write(_ bytes: [UInt8], replacing path: String) throws {
    let draft = path + ".part"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw cannotCreate(draft) }
    try fill(file, with: bytes, path: draft)
    guard rename(draft, path) == 0 else { throw cannotCreate(path) }
  }

  /// Writes a file that was not there before: a name that is taken gets a number, `frame-2.svg`.
  ///
  /// - Returns: The path that it got.
  static func write(_ text: String, near path: String) throws -> String {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let dot = path[slash...].lastIndex(of: ".") ?? path.endIndex
    for number in 1...999 {
      let name = number == 1 ? path : "\(path[..<dot])-\(number)\(path[dot...])"
      let file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if file < 0, errno == EEXIST { continue }
      guard file >= 0 else { throw cannotCreate(name) }
      try fill(file, with: Array(text.utf8), path: name)
      return name
    }
    throw Failure.cannotCreate("\(path) and 998 numbered ones are there already")
  }

  private static func fill(_ file: Int32, with bytes: [UInt8], path: String) throws {
    defer { close(file) }
    try bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if count > 0 {
          done += count
        } else if errno != EINTR {
          throw Failure.io("\(path) cannot be written: \(String(cString: strerror(errno)))")
        }
      }
    }
  }

  private static func cannotCreate(_ path: String) -> Failure {
    .cannotCreate("\(path) cannot be made: \(String(cString: strerror(errno)))")
  }
}
