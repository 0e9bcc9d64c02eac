/// The `[upload.NAME]` tables of a scenario file.
struct UploadSections {
  let file: Section
  /// The wall-clock time of moment 0.
  let start: Int
  let platforms: [String]
  let creators: Names

  /// The longest time from the start to a post, or from a gate to a cross-post.
  static let longest: Moment = 366 * 86_400

  /// Every upload, in order of posting; at the same moment in the order of writing.
  func uploads() throws(InputError) -> [Upload] {
    let sections = try file.named("upload", like: "[upload.my-video]")
    let originals = try originals(of: sections)
    var read: [String: Upload] = [:]
    for (name, section) in sections where originals[name] == nil {
      read[name] = try upload(name, section, alike: nil)
    }
    for (name, section) in sections {
      guard let original = originals[name] else { continue }
      read[name] = try upload(name, section, alike: read[original])
    }
    let uploads = sections.compactMap { read[$0.name] }
    return uploads.enumerated()
      .sorted { ($0.element.postedAt, $0.offset) < ($1.element.postedAt, $1.offset) }
      .map(\.element)
  }

  /// The upload that each one with `same-content-as` takes its content from.
  private func originals(
    of sections: [(name: String, Section)]
  ) throws(InputError) -> [String: String] {
    let names = Names(sections.map(\.name))
    let own = Names(sections.filter { $0.1["same-content-as"] == nil }.map(\.name))
    var originals: [String: String] = [:]
    for (name, section) in sections {
      guard let entry = section["same-content-as"] else { continue }
      let original = try entry.choice(of: names, what: "an upload of the file")
      guard own.contains(original) else {
        throw entry.failure(
          expected: "an upload with content of its own",
          mend: "name the one that the video was first made for")
      }
      originals[name] = original
    }
    return originals
  }

  private static let keys = [
    "creator", "platform", "at", "caption", "transcript", "on-screen-text", "hashtags", "sound",
    "duration", "concerns-minors", "same-content-as", "cross-post", "truth", "reading",
    "reported",
  ]

  /// Reads one; what is left out is taken over from the upload whose content it shares.
  private func upload(
    _ name: String, _ section: Section, alike: Upload?
  ) throws(InputError) -> Upload {
    try section.allow(Self.keys)
    let creator = try section.required("creator", "who posts it", like: "\"bart\"")
      .choice(of: creators, what: "a creator of the file")
    let platform =
      try section["platform"]?.choice(of: platforms, what: "a platform of the file")
      ?? platforms.first ?? ""
    var upload = Upload(
      id: name, creator: creator, platform: platform,
      postedAt: try section["at"].map { entry throws(InputError) in try moment(entry) } ?? 0)
    if let alike { upload.takeContent(of: alike) }
    try upload.readContent(of: section)
    if let entry = section["concerns-minors"] { upload.concernsMinors = try entry.flag() }
    upload.crossPost = try crossPost(section, from: platform)
    if let truth = try section["truth"]?.section(like: "[upload.\(name).truth]") {
      upload.truth = try Truth(reading: truth)
    }
    upload.reported = try reported(section)
    if let reading = try section["reading"]?.section(like: "[upload.\(name).reading]") {
      upload.pinnedReading = try Reading(reading: reading)
    }
    return upload
  }

  /// A time after the start, or a date and time.
  private func moment(_ entry: Entry) throws(InputError) -> Moment {
    let example = "2h30m"
    if let text = entry.letters, Timestamp.parse(text) == nil {
      return try entry.duration(atMost: Self.longest, like: example)
    }
    guard let instant = try? entry.instant() else {
      return try entry.duration(atMost: Self.longest, like: example)
    }
    guard (0...Self.longest).contains(instant - start) else {
      throw entry.failure(
        expected: "a moment from the start on (\(Timestamp.text(start))), within a year",
        found: Timestamp.text(instant), write: "\"\(example)\"")
    }
    return instant - start
  }

  private func reported(_ section: Section) throws(InputError) -> Reported? {
    guard let report = try section["reported"]?.section(like: "{ views = 1000, forwards = 3 }")
    else { return nil }
    try report.allow(["views", "forwards"])
    return Reported(
      views: try report.required("views", "all views", like: "1000")
        .whole(in: 1...4_000_000_000, like: 1_000),
      forwards: try report["forwards"]?.whole(in: 0...4_000_000_000, like: 3) ?? 0)
  }

  private func crossPost(
    _ section: Section, from platform: String
  ) throws(InputError) -> CrossPost? {
    guard let plan = try section["cross-post"]?.section(like: "{ platform = \"reels\" }") else {
      return nil
    }
    try plan.allow(["platform", "after-gate", "delay"])
    let others = platforms.filter { $0 != platform }
    let target = try plan.required("platform", "where it is posted next", like: "\"reels\"")
      .choice(of: others, what: "another platform of the file")
    return CrossPost(
      platform: target,
      afterGate: try plan["after-gate"]?.whole(in: 1...30, like: 4) ?? 4,
      delay: try plan["delay"]?.duration(atMost: Self.longest, like: "6h") ?? 6 * 3_600)
  }
}

extension Upload {
  /// Takes over what makes up a video, but not who posts it, where and when.
  fileprivate mutating func takeContent(of other: Upload) {
    caption = other.caption
    transcript = other.transcript
    onScreenText = other.onScreenText
    hashtags = other.hashtags
    sound = other.sound
    duration = other.duration
    concernsMinors = other.concernsMinors
    content = other.content
    truth = other.truth
    pinnedReading = other.pinnedReading
  }
}
