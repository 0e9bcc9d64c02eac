import Catalogue
import Testing

@Suite("Errors of scenario files")
struct ScenarioErrorTests {
  @Test("a value of a wrong kind is refused with its line and key", arguments: Sample.pairs)
  func wrongKind(_ place: Int) throws {
    let key = try #require(Sample.lines[place].split(separator: " ").first)
    // A list of tables of lists is right nowhere, nor is a time of day.
    for value in ["[[[1]]]", "07:30:00", "{ a = 1 }", "\"\\u202E\"", "nan", "-1e300"] {
      let isText = ["summary", "name", "caption", "transcript", "on-screen-text", "sound"]
        .contains(String(key))
      if (isText || key == "hashtags"), value.hasPrefix("\"") { continue }
      let error = try #require(
        Sample.failure(Sample.replacing(line: place, with: "\(key) = \(value)")),
        "\(key) = \(value) was taken")
      #expect(error.line == place + 1, "\(error)")
      #expect(error.key?.contains(key) == true, "\(error)")
      #expect(error.exitCode == 65)
      #expect(!error.expected.isEmpty && !error.found.isEmpty)
      #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" })
    }
  }

  @Test("a misspelt key is refused and the right one suggested", arguments: Sample.pairs)
  func misspelt(_ place: Int) throws {
    let line = Sample.lines[place]
    let key = try #require(line.split(separator: " ").first)
    let error = try #require(Sample.failure(Sample.replacing(line: place, with: "x" + line)))
    #expect(error.line == place + 1)
    #expect(error.found == "\"x\(key)\"")
    if key.utf8.count > 3 { #expect(error.mend.contains("did you mean \(key)?"), "\(error)") }
  }

  @Test("a number outside its range is refused, at both ends", arguments: Setting.all.map(\.id))
  func outside(_ id: String) throws {
    let setting = try #require(Setting.named(id))
    let place = try #require(Sample.lines.firstIndex { $0.hasPrefix(id + " = ") })
    for value in [setting.range.lowerBound - 0.001, setting.range.upperBound + 0.001] {
      let text = Sample.replacing(line: place, with: "\(id) = \(value)")
      let error = try #require(Sample.failure(text))
      #expect(error.key == "platform.zeta." + id)
      #expect(error.line == place + 1)
    }
    for value in [setting.range.lowerBound, setting.range.upperBound] {
      #expect(Sample.failure(Sample.replacing(line: place, with: "\(id) = \(value)")) == nil)
    }
  }

  @Test("every message says what a person needs in one line", arguments: messages)
  func message(_ text: String, _ message: String) throws {
    let error = try #require(Sample.failure(text))
    #expect(error.description == "sample.toml:" + message)
    #expect(error.exitCode == 65)
  }

  static let messages: [(String, String)] = [
    (
      minimal("[platform.there]\nbar = \"high\""),
      "5: platform.there.bar: expected a number 0.5 … 2, found \"high\"; write bar = 1.05"
    ),
    (
      minimal("[platform.there]\npopulation = -5"),
      "5: platform.there.population: expected a whole number 10,000 … 4,294,967,296, found -5; "
        + "write population = 10000000"
    ),
    (
      minimal("[upload.u]\ncreator = \"ana\""),
      "5: upload.u.creator: expected a creator of the file: anna, found \"ana\"; "
        + "did you mean \"anna\"?"
    ),
    (
      minimal("[upload.u]\nplatform = \"here\""),
      "4: upload.u.creator: expected who posts it, found nothing; write creator = \"bart\""
    ),
    (
      minimal("[upload.Bee_Bike]\ncreator = \"anna\""),
      "4: upload.Bee_Bike: expected a name of 1 to 64 letters a-z, digits and hyphens, "
        + "found \"Bee_Bike\"; write [upload.my-video]"
    ),
    (
      minimal("[upload.u]\ncreator = \"anna\"\ntruth = { topics = [\"animals/cat\"] }"),
      "6: upload.u.truth.topics[0]: expected a topic of the topic tree, found \"animals/cat\"; "
        + "did you mean \"animals/cats\"?"
    ),
    (
      minimal("[upload.u]\ncreator = \"anna\"\nat = 90"),
      "6: upload.u.at: expected a length of time such as \"90s\" or \"2h30m\", found 90; "
        + "write at = \"2h30m\""
    ),
    (
      minimal("star = 1").replacing("star = 1", with: "colour = 1"),
      "4: creator.anna.colour: expected a key of [creator.anna], found \"colour\"; "
        + "known are followers"
    ),
  ]

  @Test(
    "what is named must be there",
    arguments: [
      "star = \"nobody\"\n" + minimal(""),
      minimal("[upload.u]\ncreator = \"anna\"\nplatform = \"there\""),
      minimal("[upload.u]\ncreator = \"anna\"\nsame-content-as = \"v\""),
      minimal("[upload.u]\ncreator = \"anna\"\nsame-content-as = \"u\""),
      minimal("[upload.u]\ncreator = \"anna\"\ncross-post = { platform = \"here\" }"),
      minimal("[upload.u]\ncreator = \"anna\"\ntruth = { breaks = \"XYZ\" }"),
      minimal("[upload.u]\ncreator = \"anna\"\nreading = { topics = [\"nothing\"] }"),
      minimal("[upload.u]\ncreator = \"anna\"\nreading = { policies = { DRU = 0.3 } }"),
      minimal("[background]\nplatform = \"there\"\nper-hour = 1\nhours = 1"),
      minimal("[background]\nhours = 1"),
      "name = \"nothing\"",
      "[platform.here]",
      "",
    ])
  func references(_ text: String) throws {
    let error = try #require(Sample.failure(text))
    #expect(error.key != nil)
    #expect(error.exitCode == 65)
  }

  @Test(
    "what does not fit together is refused",
    arguments: [
      minimal("[upload.u]\ncreator = \"anna\"\ntruth = { topics = { \"animals/cats\" = 0.5 } }"),
      minimal(
        "[upload.u]\ncreator = \"anna\"\ntruth = { topics = [\"fun/magic\", \"fun/magic\"] }"),
      minimal("[upload.u]\ncreator = \"anna\"\nat = 1969-01-01T00:00:00Z"),
      minimal("[upload.u]\ncreator = \"anna\"\nat = \"367d\""),
      minimal("[upload.u]\ncreator = \"anna\"\nduration = 0.4"),
      minimal("[upload.u]\ncreator = \"anna\"\ntruth = { like = inf }"),
      minimal("[background]\nper-hour = 1e6\nhours = 8000"),
      minimal("[creator.bert]\nfollowers = 10_000_001"),
      "start = 1969-12-31T00:00:00Z\n" + minimal(""),
      "seed = -1\n" + minimal(""),
      "name = \"twice\"\n" + minimal(""),
      minimal("[creator.anna]"),
    ])
  func contradictions(_ text: String) throws {
    let error = try #require(Sample.failure(text))
    #expect(error.line != nil)
    #expect(error.exitCode == 65)
  }

  @Test("a mistake in the TOML is reported with its line")
  func syntax() throws {
    for place in Sample.pairs {
      let key = try #require(Sample.lines[place].split(separator: " ").first)
      let error = try #require(Sample.failure(Sample.replacing(line: place, with: "\(key) = = 1")))
      #expect(error.line == place + 1, "\(error)")
      #expect(error.expected == "a value")
      #expect(error.found == "\"= 1\"")
    }
  }
}
