import Glibc

/// Files that the program writes.
enum OutputFile {
  /// Writes a file in place of what was there; at no moment is there half of one.
  static func write(_ bytes: [UInt8], replacing path: String) throws {
    let draft = try OutputDraft(path: path)
    try draft.write(bytes)
    try draft.finish()
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
      guard file >= 0 else { throw Failure.cannotCreate(file: name) }
      defer { close(file) }
      do {
        try Outlet(file: file).write(Array(text.utf8))
      } catch {
        unlink(name)
        throw Failure.io("\(name) cannot be written: \(error.words)")
      }
      return name
    }
    throw Failure.cannotCreate("\(path) and 998 numbered ones are there already")
  }
}

extension Failure {
  /// A file cannot be made, for the reason that the system gave last: 73.
  static func cannotCreate(file path: String) -> Failure {
    .cannotCreate("\(path) cannot be made: \(String(cString: strerror(errno)))")
  }
}
