/// A person's own upload, written as TOML or JSON.
///
/// ```toml
/// caption = "My first sourdough"
/// subtitles = "bread.srt"        # or transcript = "…"
/// on-screen-text = "24 hours later"
/// hashtags = ["baking"]
/// duration = 42                  # seconds, or "42s"
/// creator = "anna"
/// followers = 210
/// appeal = 0.2                   # a guess: 0 is the median video, one standard deviation is 0.20
/// ```
public enum UploadFile {
  /// What the file is written in.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// TOML.
    case toml
    /// JSON: an object with the same keys; `onScreenText` is understood as well.
    case json

    /// The format that a file's name tells, or nil.
    public init?(path: String) {
      guard let dot = path.utf8.lastIndex(of: 0x2E) else { return nil }
      self.init(rawValue: path[path.index(after: dot)...].lowercased())
    }
  }

  private static let keys = [
    "name", "caption", "transcript", "subtitles", "on-screen-text", "hashtags", "sound", "duration",
    "concerns-minors", "creator", "followers", "platform", "at", "appeal",
  ]

  /// Reads an upload from the file's text.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: its name, for messages; the upload is named after it unless `name` is given.
  ///   - format: what it is written in.
  ///   - platforms: the platforms there are; it goes to the first unless `platform` is given.
  ///   - companion: gives the text of the file that `subtitles` names; where that cannot be read,
  ///     the error says who names it.
  /// - Returns: the upload and its creator's followers. Its truth is nil without a guess of its
  ///   appeal; with one, its topics are as recognised.
  public static func parse(
    _ text: String, file: String, format: Format, platforms: [String] = ["for-you"],
    companion: (String) throws(InputError) -> String
  ) throws(InputError) -> (upload: Upload, followers: Int) {
    let section = try section(text, file: file, format: format)
    try section.allow(keys)
    guard !section.entries.isEmpty else {
      let example = "My first sourdough".quoted
      throw InputError(
        at: section.place, expected: "an upload", found: "a file that says nothing",
        mend: "write at least "
          + (format == .toml ? "caption = \(example)" : "{\("caption".quoted): \(example)}"))
    }
    var upload = Upload(
      id: try section["name"]?.name() ?? name(of: file),
      creator: try section["creator"]?.name() ?? "you",
      platform: try section["platform"]?.choice(of: platforms, what: "a platform")
        ?? platforms.first ?? "for-you",
      postedAt: try section["at"]?.duration(atMost: UploadSections.longest, like: "2h30m") ?? 0)
    try upload.readContent(of: section)
    if let entry = section["subtitles"] {
      upload.transcript = try transcript(entry, in: section, companion: companion)
    }
    if let entry = section["concerns-minors"] { upload.concernsMinors = try entry.flag() }
    if let entry = section["appeal"] {
      upload.truth = Truth(appeal: try entry.number(in: -3...3, like: 0))
    }
    let followers = try section["followers"]?.whole(in: 0...100_000_000, like: 120) ?? 0
    return (upload, followers)
  }

  /// Reads an upload from a `.toml` or `.json` file, and its subtitles from beside it.
  public static func read(
    path: String, platforms: [String] = ["for-you"]
  ) throws(InputError) -> (upload: Upload, followers: Int) {
    let text = try InputBytes.read(path: path)
    guard let format = Format(path: path) else {
      throw InputError(
        at: .file(path, line: nil), expected: "a file whose name ends in .toml or .json",
        found: "another name", mend: "rename it")
    }
    let folder = path.utf8.lastIndex(of: 0x2F).map { path[...$0] } ?? ""
    return try parse(text, file: path, format: format, platforms: platforms) {
      name throws(InputError) in
      try InputBytes.read(path: name.utf8.first == 0x2F ? name : folder + name)
    }
  }

  private static func section(
    _ text: String, file: String, format: Format
  ) throws(InputError) -> Section {
    let root: Node
    switch format {
    case .toml: root = try TOMLDocument.read(text, file: file)
    case .json: root = try JSONDocument.read(text, file: file)
    }
    guard case .table(let table) = root.value else {
      throw InputError(at: .file(file, line: 1), expected: "a table", found: root.found)
    }
    var kebab = Node.Table()
    for key in table.keys {
      let name = key == "onScreenText" ? "on-screen-text" : key
      if let twin = table[key], kebab[name] != nil {
        throw InputError(
          at: twin.place, key: key, expected: "on-screen-text once", found: "it twice")
      }
      kebab[name] = table[key]
    }
    return Section(path: .root, table: kebab, place: .file(file, line: nil))
  }

  private static func transcript(
    _ entry: Entry, in section: Section, companion: (String) throws(InputError) -> String
  ) throws(InputError) -> String {
    let name = try entry.text(atMost: 1_000, like: "video.srt")
    let lowercased = name.lowercased()
    guard lowercased.hasSuffix(".srt") || lowercased.hasSuffix(".vtt") else {
      throw entry.failure(expected: "the name of an .srt or .vtt file", write: "\"video.srt\"")
    }
    guard section["transcript"] == nil else {
      throw entry.failure(
        expected: "either transcript or subtitles", found: "both", mend: "take one out")
    }
    let text = try Subtitles.parse(read(name, of: entry, companion), file: name).plainText
    guard text.unicodeScalars.count <= 400_000 else {
      throw entry.failure(expected: "subtitles of at most 400,000 characters", found: "more")
    }
    return text
  }

  /// The text of a file that an upload names; where it cannot be had, the upload is to be mended.
  private static func read(
    _ name: String, of entry: Entry, _ companion: (String) throws(InputError) -> String
  ) throws(InputError) -> String {
    do {
      return try companion(name)
    } catch {
      guard error.kind == .unreadable, case .file(let path, _) = error.place else { throw error }
      throw InputError(
        .unreadable, at: entry.node.place, key: entry.path.text,
        expected: "a subtitle file that can be read", found: "\(path): \(error.found)",
        mend: "its path begins in the upload's folder")
    }
  }

  /// The name of an upload from a file called so: `My video (2).toml` is `my-video-2`.
  private static func name(of file: String) -> String {
    let base = file.utf8.split(separator: 0x2F).last.map { String(Substring($0)) } ?? ""
    let stem = base.utf8.lastIndex(of: 0x2E).map { String(base[..<$0]) } ?? base
    var words: [String] = []
    var word = ""
    for scalar in stem.lowercased().unicodeScalars.prefix(200) {
      if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    let name = String(words.joined(separator: "-").prefix(60))
    return name.isName ? name : "upload"
  }
}
