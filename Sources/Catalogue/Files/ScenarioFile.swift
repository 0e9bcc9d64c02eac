/// Scenario files: TOML that names platforms, creators, uploads and a seed.
///
/// The built-in scenarios are files of this format, with comments to learn it from.
public enum ScenarioFile {
  /// Reads a scenario and puts the values of `--set` into it.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: its name, for messages.
  ///   - overrides: values that take the place of the file's, the last one of a key counts.
  public static func parse(
    _ text: String, file: String, overrides: [Override] = []
  ) throws(InputError) -> Scenario {
    var root = try TOMLDocument.read(text, file: file)
    for override in overrides { try override.apply(to: &root) }
    guard case .table(let table) = root.value else { return try noTable(file) }
    return try scenario(Section(path: .root, table: table, place: .file(file, line: nil)))
  }

  /// Reads a scenario file.
  public static func read(path: String, overrides: [Override] = []) throws(InputError) -> Scenario {
    try parse(InputBytes.read(path: path), file: path, overrides: overrides)
  }

  private static let keys = [
    "name", "summary", "seed", "start", "star", "review", "platform", "creator", "upload",
    "background",
  ]

  private static func scenario(_ file: Section) throws(InputError) -> Scenario {
    try file.allow(keys)
    let name = try file.required("name", "a name", like: "\"my-scenario\"").name()
    let start = try file["start"]?.instant() ?? 0
    let platforms = try platforms(file)
    let creators = try creators(file, on: platforms)
    let uploads = try UploadSections(
      file: file, start: start, platforms: platforms.map(\.id), creators: Names(creators.map(\.id))
    ).uploads()
    return Scenario(
      name: name,
      summary: try file["summary"]?.text(atMost: 300) ?? "",
      seed: UInt64(try file["seed"]?.whole(in: 0...Int.max, like: 7) ?? 7),
      start: start,
      star: try file["star"]?.choice(of: uploads.map(\.id), what: "an upload of the file"),
      platforms: platforms,
      creators: creators,
      uploads: uploads,
      background: try background(file, platforms: platforms),
      review: try review(file))
  }

  private static func creators(
    _ file: Section, on platforms: [Platform]
  ) throws(InputError) -> [Creator] {
    // Nobody has more followers than there are people, or than any creator has had.
    let most = min(platforms.map(\.population).min() ?? 0, 100_000_000)
    var creators: [Creator] = []
    for (name, section) in try file.named("creator", like: "[creator.bart]") {
      try section.allow(["followers"])
      let followers = try section["followers"]?.whole(in: 0...most, like: 120) ?? 0
      creators.append(Creator(id: name, followers: followers))
    }
    return creators
  }

  private static func review(_ file: Section) throws(InputError) -> ReviewSettings {
    var review = ReviewSettings()
    guard let section = try file["review"]?.section(like: "[review]") else { return review }
    try section.allow(["doubt-from", "remove-from"])
    if let entry = section["doubt-from"] {
      review.doubtFrom = try entry.number(in: ReviewSettings.doubtRange, like: review.doubtFrom)
    }
    if let entry = section["remove-from"] {
      review.removeFrom = try entry.number(
        in: ReviewSettings.removeRange, like: review.removeFrom)
    }
    return review
  }

  private static func noTable(_ file: String) throws(InputError) -> Scenario {
    throw InputError(at: .file(file, line: 1), expected: "a table", found: "something else")
  }
}

extension Entry {
  /// A name of lower-case letters, digits and hyphens.
  func name() throws(InputError) -> String {
    guard let name = letters, name.isName else {
      throw failure(
        expected: "a name of 1 to 64 letters a-z, digits and hyphens", write: "\"my-name\"")
    }
    return name
  }
}

extension Override {
  /// Puts the value into the tables of a scenario; it changes what the file names and names
  /// nothing new.
  func apply(to root: inout Node) throws(InputError) {
    let parts = try parts()
    if let group = parts.first, ["platform", "creator", "upload"].contains(group) {
      let names = root.keys(of: group)
      guard parts.count > 1, names.contains(parts[1]) else {
        let near = parts.count > 1 ? Nearest.word(to: parts[1], among: names) : nil
        throw InputError(
          at: place, key: key, expected: "\(group).NAME with a NAME of: \(names.briefly)",
          found: parts.count > 1 ? parts[1].quoted : "nothing",
          mend: near.map { "did you mean \($0)?" } ?? "")
      }
    }
    try root.put(try node(), under: parts[...])
  }
}

extension Node {
  fileprivate func keys(of group: String) -> [String] {
    guard case .table(let table) = value, case .table(let inner)? = table[group]?.value else {
      return []
    }
    return inner.keys
  }
}
