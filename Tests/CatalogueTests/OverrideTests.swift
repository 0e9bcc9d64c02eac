import Catalogue
import Testing

@Suite("Values from the command line")
struct OverrideTests {
  private func beeBike(_ texts: String...) throws -> Scenario {
    let overrides = try texts.map { try #require(Override($0)) }
    let builtIn = try #require(BuiltInScenarios.named("bee-bike"))
    return try builtIn.scenario(overrides: overrides)
  }

  private func upload(_ texts: String...) throws -> Upload {
    let overrides = try texts.map { try #require(Override($0)) }
    let builtIn = try #require(BuiltInScenarios.named("bee-bike"))
    return try #require(
      try builtIn.scenario(overrides: overrides).uploads.first { $0.id == "bee-bike" })
  }

  @Test("numbers, words and flags take the place of the file's")
  func scalars() throws {
    let scenario = try beeBike(
      "seed=3", "platform.for-you.bar=1.10", "platform.for-you.rule=wilson",
      "platform.reels.growth=4", "review.doubt-from=0.3", "creator.bart.followers=0",
      "summary=two words", "start=2020-02-29T00:00:00Z")
    #expect(scenario.seed == 3)
    #expect(scenario.platforms[0].settings.bar == 1.1)
    #expect(scenario.platforms[0].settings.rule == .wilson)
    #expect(scenario.platforms[1].settings.growth == 4)
    #expect(scenario.review.doubtFrom == 0.3)
    #expect(scenario.creators.first { $0.id == "bart" }?.followers == 0)
    #expect(scenario.summary == "two words")
    #expect(Timestamp.text(scenario.start) == "2020-02-29T00:00:00Z")
    #expect(try upload("upload.bee-bike.truth.appeal=0.5").truth?.appeal == 0.5)
    #expect(try upload("upload.bee-bike.concerns-minors=true").concernsMinors)
    #expect(try upload("upload.bee-bike.at=2h30m").postedAt == 9_000)
    #expect(try upload("upload.bee-bike.caption=2017").caption == "2017")
  }

  @Test("nothing else changes")
  func onlyThat() throws {
    let plain = try beeBike()
    var moved = try beeBike("platform.for-you.bar=1.10")
    #expect(moved != plain)
    moved.platforms[0].settings.bar = 1.05
    #expect(moved == plain)
  }

  @Test(
    "topics may be a word, a list or a table, with or without quotation marks",
    arguments: [
      "animals/cats", "[animals/cats]", "[\"animals/cats\"]", "['animals/cats',]",
      "{animals/cats=1}", "{ \"animals/cats\" = 1.0 }", "\"animals/cats\"",
    ])
  func topics(_ value: String) throws {
    let reading = try upload("upload.bee-bike.reading.topics=" + value).pinnedReading
    let topics = try #require(reading).topics
    #expect(topics == [TopicScore(try #require(Topic(id: "animals/cats")), 1)])
  }

  @Test("a single topic of a table can be set")
  func oneTopic() throws {
    let upload = try upload(
      "upload.bee-bike.reading.topics.animals/cats=0.25",
      "upload.bee-bike.reading.topics.animals/dogs=0.5",
      "upload.bee-bike.reading.policies={DRU=0.4}")
    #expect(upload.pinnedReading?.topics.map(\.topic.id) == ["animals/dogs", "animals/cats"])
    #expect(upload.pinnedReading?.policies == [PolicyProbability(.drugs, 0.4)])
  }

  @Test("the last value of a key counts")
  func last() throws {
    #expect(try beeBike("seed=3", "seed=4").seed == 4)
  }

  @Test(
    "messages name the option in place of file and line",
    arguments: [
      (
        "platform.for-you.bar=high",
        "--set platform.for-you.bar=high: expected a number 0.5 … 2, found \"high\"; "
          + "write --set platform.for-you.bar=1.05"
      ),
      (
        "platform.foryou.bar=1",
        "--set platform.foryou.bar=1: expected platform.NAME with a NAME of: for-you, reels, "
          + "found \"foryou\"; did you mean for-you?"
      ),
      (
        "platform.for-you.baar=1",
        "--set platform.for-you.baar=1: expected a key of [platform.for-you], found \"baar\"; "
          + "did you mean bar?"
      ),
      (
        "upload.bee-bike.reading.topics=[animals/cat]",
        "--set upload.bee-bike.reading.topics=[animals/cat]: expected a topic of the topic tree, "
          + "found \"animals/cat\"; did you mean \"animals/cats\"?"
      ),
      (
        "seed.more=1", "--set seed.more=1: expected a table at seed, found 11"
      ),
    ])
  func messages(_ text: String, _ message: String) throws {
    let error = try #require(throws: InputError.self) { try beeBike(text) }
    #expect(error.description == message)
    #expect(error.exitCode == 65)
  }

  @Test("what is no KEY=VALUE is no override", arguments: ["seed", "=3", ""])
  func malformed(_ text: String) {
    #expect(Override(text) == nil)
  }

  @Test(
    "hostile values are refused or taken for text, and add no other key",
    arguments: [
      "seed=1\nname = \"other\"", "seed=" + String(repeating: "[", count: 100_000),
      "seed={", "seed=[1", "seed=\"", "seed=", "a..b=1", ".=1", "seed=\u{1B}[2J", "platform=1",
      "upload={}", "platform.for-you=3", "seed=99999999999999999999", "seed=nan", "seed=-1",
      String(repeating: "a.", count: 100_000) + "a=1", "upload.bee-bike.truth.topics={a/b=}",
    ])
  func hostile(_ text: String) throws {
    let error = try #require(throws: InputError.self) { try beeBike(text) }
    #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    #expect(error.description.unicodeScalars.count < 1_000)
  }
}
