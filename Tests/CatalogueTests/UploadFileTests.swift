import Catalogue
import Testing

@Suite("A person's own upload")
struct UploadFileTests {
  private func parse(
    _ text: String, _ format: UploadFile.Format = .toml, file: String = "clips/My bread (2).toml",
    subtitles: String = ""
  ) throws(InputError) -> (upload: Upload, followers: Int) {
    try UploadFile.parse(text, file: file, format: format, platforms: ["first", "second"]) {
      _ throws(InputError) in subtitles
    }
  }

  @Test("TOML and JSON say the same")
  func formats() throws {
    let toml = try parse(
      """
      caption = "A loaf"
      transcript = "I bake"
      on-screen-text = "24 hours"
      hashtags = ["#baking", "bread"]
      sound = "oven"
      duration = "1m30s"
      creator = "anna"
      followers = 210
      platform = "second"
      appeal = 0.2
      """)
    let json = try parse(
      """
      {"caption": "A loaf", "transcript": "I bake", "onScreenText": "24 hours",
       "hashtags": "#baking bread", "sound": "oven", "duration": 90, "creator": "anna",
       "followers": 210, "platform": "second", "appeal": 0.2}
      """, .json)
    #expect(toml == json)
    #expect(toml.followers == 210)
    #expect(toml.upload.id == "my-bread-2")
    #expect(toml.upload.duration == 90)
    #expect(toml.upload.truth == Truth(appeal: 0.2))
    #expect(toml.upload.hashtags == ["baking", "bread"])
    #expect(toml.upload.onScreenText == "24 hours")
  }

  @Test("a caption is enough; without a guess the truth is unknown")
  func least() throws {
    let (upload, followers) = try parse("caption = \"A loaf\"")
    #expect(
      upload == Upload(id: "my-bread-2", creator: "you", platform: "first", caption: "A loaf"))
    #expect(upload.truth == nil)
    #expect(followers == 0)
    #expect(try parse("{\"caption\": \"A loaf\"}", .json).upload == upload)
  }

  @Test(
    "a file that says nothing is refused, with what to write",
    arguments: [
      ("", UploadFile.Format.toml), (" \n\n", .toml), ("# caption = \"a\"\n", .toml),
      ("{}", .json), (" {\n} ", .json),
    ])
  func empty(_ text: String, _ format: UploadFile.Format) throws {
    let error = try #require(throws: InputError.self) { try parse(text, format) }
    #expect(error.exitCode == 65)
    #expect(error.description.hasPrefix("clips/My bread (2).toml: expected an upload"))
    #expect(error.mend.contains("caption"))
    let example = error.mend.replacing("write at least ", with: "")
    #expect(try parse(example, format).upload.caption == "My first sourdough")
  }

  @Test("subtitles that cannot be read are a mistake of the file that names them")
  func missingSubtitles() throws {
    let error = try #require(throws: InputError.self) {
      try UploadFile.parse(
        "caption = \"a\"\nsubtitles = \"talk.srt\"", file: "a.toml", format: .toml
      ) { name throws(InputError) in try InputBytes.read(path: "/nowhere/" + name) }
    }
    #expect(error.exitCode == 66)
    #expect(error.description.hasPrefix("a.toml:2: subtitles: "))
    #expect(error.found == "/nowhere/talk.srt: No such file or directory")
  }

  @Test(
    "the file's name becomes a name",
    arguments: [
      ("a.toml", "a"), ("/x/Ünder_score!.json", "nder-score"), ("", "upload"), ("🐝.toml", "upload"),
      (".toml", "upload"),
      (String(repeating: "ab ", count: 400), String(repeating: "ab-", count: 20)),
    ])
  func names(_ file: String, _ name: String) throws {
    #expect(try parse("caption = \"a\"", file: file).upload.id == name)
  }

  @Test("subtitles beside the file become the transcript")
  func subtitles() throws {
    let srt =
      "1\n00:00:01,000 --> 00:00:02,000\nWe bake\n\n2\n00:00:02,000 --> 00:00:04,000\nbread\n"
    var asked = ""
    let (upload, _) = try UploadFile.parse("subtitles = \"talk.SRT\"", file: "a", format: .toml) {
      asked = $0
      return srt
    }
    #expect(asked == "talk.SRT")
    #expect(upload.transcript == "We bake bread")
  }

  @Test(
    "mistakes are refused, with the line in either format",
    arguments: [
      ("\ncaption = 3", "{\n\"caption\": 3}", "caption"),
      ("\nduration = -1", "{\n\"duration\": -1}", "duration"),
      ("\nduration = \"long\"", "{\n\"duration\": \"long\"}", "duration"),
      ("\nhashtags = [1]", "{\n\"hashtags\": [1]}", "hashtags[0]"),
      ("\ncapton = \"\"", "{\n\"capton\": \"\"}", "capton"),
      ("\nfollowers = 1.5", "{\n\"followers\": 1.5}", "followers"),
      ("\nplatform = \"third\"", "{\n\"platform\": \"third\"}", "platform"),
      ("\nappeal = 9", "{\n\"appeal\": 9}", "appeal"),
      ("\ncreator = \"An Na\"", "{\n\"creator\": \"An Na\"}", "creator"),
      ("\nsubtitles = \"talk.doc\"", "{\n\"subtitles\": \"talk.doc\"}", "subtitles"),
      (
        "\nsubtitles = \"a.srt\"\ntranscript = \"\"",
        "{\n\"subtitles\": \"a.srt\", \"transcript\": \"\"}", "subtitles"
      ),
    ])
  func mistakes(_ toml: String, _ json: String, _ key: String) throws {
    for (text, format) in [(toml, UploadFile.Format.toml), (json, .json)] {
      let error = try #require(throws: InputError.self) { try parse(text, format) }
      #expect(error.key == key, "\(error)")
      #expect(error.line == 2, "\(error)")
      #expect(error.exitCode == 65)
    }
  }

  @Test(
    "what is no JSON object is refused",
    arguments: [
      "", "[]", "3", "null", "\"a\"", "{", "{\"caption\": \"a\"", "{\"caption\": \"a}", "{} {}",
      "{\"caption\": \"\\ud83d\"}", "{\"caption\": \"\\udc00\\ud83d\"}",
      "{\"caption\": \"\\u0000\"}",
      "{\"caption\": \"\u{0}\"}", "{\"caption\": null}", "{\"caption\": \"\\x\"}",
      "{\"a\":1e999999}",
      "{\"caption\": \"a\", \"caption\": \"b\"}",
      "{\"onScreenText\": \"\", \"on-screen-text\": \"\"}",
      "{\"followers\": 99999999999999999999}", "{\"\\ud83d\": 1}", "caption = \"a\"",
      "{'caption': 1}",
      "{\"caption\": " + String(repeating: "[", count: 100_000), "{\"a\": NaN}",
      "{\"hashtags\": [" + String(repeating: "\"a\",", count: 300_000) + "\"a\"]}",
    ])
  func noObject(_ text: String) throws {
    let error = try #require(throws: InputError.self) { try parse(text, .json) }
    #expect(error.exitCode == 65)
    #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    #expect(error.description.unicodeScalars.count < 1_000)
  }

  @Test("JSON that is cut anywhere, or in which a byte changed, never ends the program")
  func mutated() throws {
    let json = Array(
      "{\"caption\": \"A \\u00e9 \\ud83d\\udc1d\", \"hashtags\": [\"a\", \"b\"], \"duration\": 1.5e1}"
        .utf8)
    var refused = 0
    for place in json.indices {
      for byte in [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "d"), 0]
      {
        var changed = json
        changed[place] = byte
        let cut = String(decoding: json[..<place], as: UTF8.self)
        #expect(throws: InputError.self) { try parse(cut, .json) }
        if (try? parse(String(decoding: changed, as: UTF8.self), .json)) == nil { refused += 1 }
      }
    }
    #expect(refused > json.count)
    #expect(try parse(String(decoding: json, as: UTF8.self), .json).upload.caption == "A é 🐝")
  }

  @Test("the format is told by the file's name")
  func format() {
    #expect(UploadFile.Format(path: "a/b.toml") == .toml)
    #expect(UploadFile.Format(path: "b.c.JSON") == .json)
    #expect(UploadFile.Format(path: "b.txt") == nil)
    #expect(UploadFile.Format(path: "b") == nil)
  }

  @Test("a scenario takes it in, in its place and under a free name")
  func adding() throws {
    let builtIn = try #require(BuiltInScenarios.named("bee-bike"))
    let scenario = try builtIn.scenario()
    let mine = Upload(id: "bee-bike", creator: "you", platform: "reels", postedAt: 3_600)
    let once = scenario.adding(mine, followers: 30)
    let twice = once.adding(mine, followers: 50)
    #expect(once.uploads.count == scenario.uploads.count + 1)
    #expect(twice.uploads.map(\.postedAt) == twice.uploads.map(\.postedAt).sorted())
    #expect(Set(twice.uploads.map(\.id)).count == twice.uploads.count)
    let added = try #require(twice.uploads.first { $0.id == "bee-bike-3" })
    #expect(added.content == "bee-bike-3")
    #expect(twice.creators.filter { $0.id == "you" } == [Creator(id: "you", followers: 30)])
    #expect(scenario.adding(mine, followers: .max).creators.last?.followers == 5_000_000)
  }
}
