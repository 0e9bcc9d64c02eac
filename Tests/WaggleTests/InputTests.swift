import Testing

@Suite struct InputTests {
  private static let good = """
    name = "mine"
    star = "bread"
    [platform.for-you]
    name = "For You"
    population = 20_000
    [creator.anna]
    followers = 20
    [upload.bread]
    creator = "anna"
    caption = "Sourdough for beginners"

    """

  @Test("A file of one's own runs like a built-in scenario")
  func ownFile() throws {
    let folder = try Folder()
    let path = try folder.file("mine.toml", Self.good)
    let result = try Program.run("run", path, "--json", "--until", "6h")
    #expect(result.status == 0)
    #expect(result.text.contains(#""video":"bread""#))
  }

  @Test(
    "A scenario that cannot be ends with 65, in one line that names the file",
    arguments: [
      "population = 20_000": "population = \"many\"", "followers = 20": "followers = -20",
      "caption = ": "capshun = ", "name = \"For You\"": "name = ",
      "[upload.bread]": "[upload.bread",
      "star = \"bread\"": "star = \"cake\"", "creator = \"anna\"": "creator = \"nobody\"",
    ])
  func malformed(change: (key: String, value: String)) throws {
    let folder = try Folder()
    let pieces = Self.good.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix(change.key) ? change.value + line.dropFirst(change.key.count) : String(line)
    }
    let path = try folder.file("bad.toml", pieces.joined(separator: "\n"))
    let result = try Program.run("run", path, "--json")
    #expect(result.status == 65)
    #expect(result.output.isEmpty)
    #expect(result.complaint.contains(path))
    #expect(result.complaint.split(separator: "\n").count == 1)
  }

  @Test("A file that is no text, or far too long, is refused at once")
  func hostileFiles() throws {
    let folder = try Folder()
    let files = [
      try folder.file("invalid.toml", Array(Self.good.utf8) + [0x23, 0xFF, 0xFE, 0x0A]),
      try folder.file("nul.toml", Self.good + "# \0\n"),
      try folder.file("long.toml", Array(Self.good.utf8), length: 100_000_000),
      try folder.file("empty.toml", ""),
      try folder.file("deep.toml", "a = " + String(repeating: "[", count: 200_000)),
    ]
    for path in files {
      for command in [["run", path], ["frame", path], ["run", "bee-bike", "--upload", path]] {
        let result = try Program.run(command)
        #expect(result.status == 65)
        #expect(result.output.isEmpty)
        #expect(result.complaint.split(separator: "\n").count == 1)
      }
    }
    #expect(try Program.run("run", folder.path).status == 66)
  }

  @Test("An upload of one's own comes in as TOML or JSON, with its subtitles")
  func upload() throws {
    let folder = try Folder()
    _ = try folder.file(
      "say.srt", "1\n00:00:00,000 --> 00:00:02,000\nWe knead the dough\n\n")
    let toml = try folder.file(
      "dough.toml", "caption = \"Bread\"\nsubtitles = \"say.srt\"\nduration = 20\nappeal = 0.2\n")
    let json = try folder.file("cake.json", #"{"caption": "Cake", "onScreenText": "STEP 1"}"#)
    let result = try Program.run(
      "run", "bee-bike", "--upload", toml, "--upload", json, "--until", "2h", "--json")
    #expect(result.status == 0)
    for name in ["dough", "cake"] {
      #expect(result.lines.contains { $0.contains("\"video\":\"\(name)\"") })
    }
  }

  @Test("Subtitles that are not there are an error of their own")
  func missingSubtitles() throws {
    let folder = try Folder()
    let path = try folder.file("dough.toml", "caption = \"x\"\nsubtitles = \"gone.srt\"\n")
    let result = try Program.run("run", "bee-bike", "--upload", path)
    #expect(result.status == 66)
    #expect(result.complaint.contains("gone.srt"))
    #expect(result.complaint.contains(path + ":2: subtitles"))
  }

  @Test("Every built-in scenario is listed, printed, and runs as printed")
  func scenarios() throws {
    let list = try Program.run("scenarios")
    #expect(list.status == 0)
    let names = list.lines.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(Set(names).isSuperset(of: ["bee-bike", "newcomer", "busy-day"]))
    let folder = try Folder()
    for name in names {
      let shown = try Program.run("scenarios", "show", name)
      #expect(shown.status == 0)
      let path = try folder.file(name + ".toml", shown.output)
      let copy = try Program.run("run", path, "--json", "--until", "1h")
      let own = try Program.run("run", name, "--json", "--until", "1h")
      #expect(copy.status == 0)
      #expect(copy.output == own.output)
    }
    #expect(try Program.run("scenarios", "show", "attic").status == 66)
  }
}
