/// What a scenario's uploads and a person's own upload have in common.
extension Upload {
  /// Reads texts, hashtags, sound and length, as far as they are there.
  mutating func readContent(of section: Section) throws(InputError) {
    if let entry = section["caption"] { caption = try entry.text(atMost: 20_000) }
    if let entry = section["transcript"] { transcript = try entry.text(atMost: 400_000) }
    if let entry = section["on-screen-text"] { onScreenText = try entry.text(atMost: 20_000) }
    if let entry = section["hashtags"] { hashtags = try entry.hashtags() }
    if let entry = section["sound"] { sound = try entry.text(atMost: 1_000) }
    if let entry = section["duration"] { duration = try entry.seconds() }
  }
}

extension Entry {
  /// Hashtags with or without `#`: a list of them, or one text with blanks between.
  fileprivate func hashtags() throws(InputError) -> [String] {
    let example = #"["bees", "cycling"]"#
    var tags: [String] = []
    if let text = letters {
      guard text.unicodeScalars.count <= 10_000 else {
        throw failure(expected: "at most 10,000 characters of hashtags")
      }
      tags = text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map(String.init)
    } else {
      for element in try list(atMost: 100, like: example) {
        tags.append(try element.text(atMost: 100, like: "bees"))
      }
    }
    return tags.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }.filter { !$0.isEmpty }
  }

  /// A length in seconds: a number, or a text such as `15s` or `1m30s`.
  fileprivate func seconds() throws(InputError) -> Double {
    if case .text(let text) = node.value, let seconds = DurationText.parse(text),
      (1...3_600).contains(seconds)
    {
      return Double(seconds)
    }
    guard case .text = node.value else { return try number(in: 0.5...3_600, like: 15) }
    throw failure(expected: "seconds, 0.5 … 3,600", write: "15")
  }
}

extension Truth {
  /// Reads `[upload.NAME.truth]`.
  init(reading section: Section) throws(InputError) {
    try section.allow([
      "appeal", "like", "comment", "forward", "save", "click-through", "follow", "topics", "breaks",
    ])
    self.init()
    try read("appeal", of: section, in: -3...3, \.appeal)
    try read("like", of: section, in: 0...0.5, \.like)
    try read("comment", of: section, in: 0...0.2, \.comment)
    try read("forward", of: section, in: 0...0.08, \.forward)
    try read("save", of: section, in: 0...0.2, \.save)
    try read("click-through", of: section, in: 0...0.2, \.clickThrough)
    try read("follow", of: section, in: 0...0.1, \.follow)
    if let entry = section["topics"] { topics = try entry.topicShares() }
    if let entry = section["breaks"] {
      breaks = Policy(
        rawValue: try entry.choice(of: Policy.allCases.map(\.rawValue), what: "a policy"))
    }
  }

  private mutating func read(
    _ key: String, of section: Section, in range: ClosedRange<Double>,
    _ path: WritableKeyPath<Truth, Double>
  ) throws(InputError) {
    guard let entry = section[key] else { return }
    self[keyPath: path] = try entry.number(in: range, like: self[keyPath: path])
  }
}
