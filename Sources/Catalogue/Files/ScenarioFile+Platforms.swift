/// Platforms and background uploads of scenario files.
extension ScenarioFile {
  /// Every `[platform.NAME]`, in the order of writing.
  static func platforms(_ file: Section) throws(InputError) -> [Platform] {
    var platforms: [Platform] = []
    for (name, section) in try file.named("platform", like: "[platform.for-you]") {
      platforms.append(try platform(name, section))
    }
    guard !platforms.isEmpty else {
      throw InputError(
        at: file.place, key: "platform", expected: "at least one platform", found: "none",
        mend: "write [platform.for-you]")
    }
    guard platforms.count <= 100 else {
      throw InputError(
        at: file.place, key: "platform", expected: "at most 100 platforms",
        found: platforms.count.grouped)
    }
    return platforms
  }

  private static func platform(_ id: String, _ section: Section) throws(InputError) -> Platform {
    try section.allow(["name", "population", "zones", "rule"] + Setting.all.map(\.id))
    var platform = Platform(id: id, name: id)
    if let entry = section["name"] {
      platform.name = try entry.text(atMost: 40, like: "For You")
      guard !platform.name.isEmpty else {
        throw entry.failure(expected: "a name to show", write: "\"For You\"")
      }
    }
    if let entry = section["population"] {
      platform.population = try entry.whole(in: 10_000...4_294_967_296, like: 10_000_000)
    }
    if let entry = section["zones"] { platform.zones = try zones(entry) }
    if let entry = section["rule"] {
      let word = try entry.choice(of: Rule.allCases.map(\.rawValue), what: "a rule")
      platform.settings.rule = Rule(rawValue: word) ?? platform.settings.rule
    }
    for setting in Setting.all {
      guard let entry = section[setting.id] else { continue }
      let value = try entry.number(in: setting.range, like: setting.standard)
      setting.set(value, in: &platform.settings)
    }
    return platform
  }

  private static func zones(_ entry: Entry) throws(InputError) -> [Zone] {
    let example = "[{ offset = 2, share = 1.0 }]"
    var zones: [Zone] = []
    for element in try entry.list(atMost: 27, like: example) {
      let section = try element.section(like: "{ offset = 2, share = 1.0 }")
      try section.allow(["offset", "share"])
      let offset = try section.required("offset", "hours east of UTC", like: "2")
      let share = try section.required("share", "a share of the people", like: "1.0")
      zones.append(
        Zone(
          offset: try offset.whole(in: -12...14, like: 2),
          share: try share.number(in: 0...1, like: 1)))
      if zones.dropLast().contains(where: { $0.offset == zones.last?.offset }) {
        throw offset.failure(expected: "each zone once", mend: "add up the shares of the two")
      }
    }
    let total = zones.reduce(0) { $0 + $1.share }
    guard abs(total - 1) <= 0.001 else {
      throw entry.failure(
        expected: "shares that add up to 1", found: "a total of " + total.fixed(3), write: example)
    }
    return zones.map { Zone(offset: $0.offset, share: $0.share / total) }
  }

  /// `[background]`, if it is there.
  static func background(
    _ file: Section, platforms: [Platform]
  ) throws(InputError) -> Background? {
    guard let section = try file["background"]?.section(like: "[background]") else { return nil }
    try section.allow([
      "platform", "per-hour", "hours", "uploads-per-creator", "appeal-spread", "median-followers",
      "followers-spread", "skill-correlation", "illegal-share",
    ])
    let rate = try section.required("per-hour", "uploads an hour", like: "83.3")
    let hours = try section.required("hours", "for how many hours they come", like: "24")
    var background = Background(
      perHour: try rate.number(in: 0...1_000_000, like: 83.3),
      hours: try hours.number(in: 0...8_784, like: 24),
      platform: platforms.first?.id ?? "")
    guard background.perHour * background.hours <= 10_000_000 else {
      throw hours.failure(
        expected: "at most 10,000,000 uploads in all",
        found: (background.perHour * background.hours).fixed(0))
    }
    if let entry = section["platform"] {
      background.platform = try entry.choice(of: platforms.map(\.id), what: "a platform")
    }
    try read("uploads-per-creator", of: section, in: 1...1_000, \.uploadsPerCreator, &background)
    try read("appeal-spread", of: section, in: 0...2, \.appealSpread, &background)
    try read("median-followers", of: section, in: 1...10_000_000, \.medianFollowers, &background)
    try read("followers-spread", of: section, in: 0...4, \.followersSpread, &background)
    try read("skill-correlation", of: section, in: 0...1, \.skillCorrelation, &background)
    try read("illegal-share", of: section, in: 0...1, \.illegalShare, &background)
    return background
  }

  private static func read(
    _ key: String, of section: Section, in range: ClosedRange<Double>,
    _ path: WritableKeyPath<Background, Double>, _ background: inout Background
  ) throws(InputError) {
    guard let entry = section[key] else { return }
    background[keyPath: path] = try entry.number(in: range, like: background[keyPath: path])
  }
}
