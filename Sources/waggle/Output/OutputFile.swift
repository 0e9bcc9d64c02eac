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
        throw Failure.io("\(name): cannot be written: \(error.words)")
      }
      return name
    }
    throw Failure.cannotCreate("\(path): is there already, and 998 numbered ones; name another")
  }
}

extension Failure {
  /// A file cannot be made, for the reason that the system gave last: 73.
  static func cannotCreate(file path: String) -> Failure {
    let code = errno
    let end = path.drop { $0 == "/" }.isEmpty ? nil : path.dropLast().lastIndex(of: "/")
    let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let words =
      switch code {
      case ENOENT: "there is no folder \(folder); make it first"
      case ENOTDIR: "\(folder) is no folder; name another"
      case EISDIR: "it is a folder; name a file in it"
      case EACCES, EPERM, EROFS: "you may not write in \(folder); name another folder"
      default: String(cString: strerror(code))
      }
    return .cannotCreate("\(path): cannot be made: \(words)")
  }
}
