import Glibc

/// Where an export is written: a folder for several files, or one file.
struct ExportTarget {
  /// Whether files get names of their own in it.
  let isFolder: Bool
  private let path: String

  /// Takes a path for a folder where it is one, ends with a slash, or where one file cannot hold so
  /// many and its name has no ending.
  init(_ path: String, files: Int) {
    var facts = stat()
    let isThere = stat(path, &facts) == 0
    let name = path.split(separator: "/").last ?? ""
    isFolder =
      isThere
      ? facts.st_mode & S_IFMT == S_IFDIR
      : path.hasSuffix("/") || files > 1 && !name.dropFirst().contains(".")
    self.path = path
  }

  /// The path of a file.
  func path(of name: String) -> String {
    guard isFolder else { return path }
    return path.hasSuffix("/") ? path + name : path + "/" + name
  }

  /// A path with another ending.
  static func swapEnding(of path: String, to ending: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return path + "." + ending
    }
    return path[..<dot] + "." + ending
  }

  /// Writes files, none of them before all could be written.
  ///
  /// - Parameter isForced: Whether they may take the place of what is there.
  func write(
    _ files: [(path: String, text: String)], sparing journal: String, isForced: Bool
  ) throws {
    guard isFolder || Set(files.map(\.path)).count == files.count else {
      throw Failure.usage("\(path) must be a folder: there are \(files.count) files to write")
    }
    try prepare(sparing: journal, paths: files.map(\.path), isForced: isForced)
    let drafts = try files.map { path, text in
      let draft = try OutputDraft(path: path)
      try draft.write(Array(text.utf8))
      return draft
    }
    for draft in drafts { try draft.finish() }
  }

  /// Makes the folder where it is not there, and refuses to write over the journal itself, or over
  /// anything else without force.
  func prepare(sparing journal: String, paths: [String], isForced: Bool) throws {
    if isFolder, mkdir(path, 0o755) != 0, errno != EEXIST {
      throw Failure.cannotCreate(file: path)
    }
    for path in paths {
      guard let other = FileFacts(path) else { continue }
      if other == FileFacts(journal) {
        throw Failure.usage("\(path): is the journal itself; name another file")
      }
      guard isForced || !other.isPlain else {
        throw Failure.cannotCreate(
          "\(path): exists already and is not overwritten; name a new file, or add --force")
      }
    }
  }

  /// Which file lies at a path, and whether it is one that can be lost.
  private struct FileFacts: Equatable {
    let device: UInt
    let number: UInt
    /// No pipe, terminal or the like.
    let isPlain: Bool

    init?(_ path: String) {
      var facts = stat()
      guard stat(path, &facts) == 0 else { return nil }
      device = UInt(facts.st_dev)
      number = UInt(facts.st_ino)
      isPlain = facts.st_mode & S_IFMT == S_IFREG
    }
  }
}
