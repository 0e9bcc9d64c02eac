import Catalogue
import Testing

@Suite("Scenario files")
struct ScenarioFileTests {
  private func sample() throws -> Scenario {
    try ScenarioFile.parse(Sample.text, file: "sample.toml")
  }

  @Test("the head, review and creators are read")
  func head() throws {
    let scenario = try sample()
    #expect(scenario.name == "sample")
    #expect(scenario.summary == "Everything once")
    #expect(scenario.seed == 11)
    #expect(scenario.start == 1_497_465_720)
    #expect(scenario.star == "loaf")
    #expect(scenario.review == ReviewSettings(doubtFrom: 0.2, removeFrom: 0.9))
    #expect(scenario.creators == [Creator(id: "anna", followers: 12), Creator(id: "bert")])
  }

  @Test("platforms keep the order of the file, and every setting reaches them")
  func platforms() throws {
    let platforms = try sample().platforms
    #expect(platforms.map(\.id) == ["zeta", "alpha"])
    #expect(platforms[0].name == "Zeta")
    #expect(platforms[0].population == 20_000)
    #expect(platforms[0].zones == [Zone(offset: 2, share: 0.75), Zone(offset: -5, share: 0.25)])
    #expect(platforms[0].settings.rule == .wilson)
    for setting in Setting.all {
      #expect(setting.value(in: platforms[0].settings) == setting.range.lowerBound + setting.step)
    }
    #expect(platforms[1] == Platform(id: "alpha", name: "alpha"))
  }

  @Test("an upload is read with its plan, its truth and its pinned reading")
  func upload() throws {
    let upload = try #require(try sample().uploads.first { $0.id == "loaf" })
    #expect(upload.creator == "anna")
    #expect(upload.platform == "alpha")
    #expect(upload.postedAt == 9_000)
    #expect(upload.hashtags == ["baking", "bread"])
    #expect(upload.text(of: .onScreenText) == "24 hours")
    #expect(upload.duration == 42.5)
    #expect(upload.crossPost == CrossPost(platform: "zeta", afterGate: 3, delay: 21_600))
    let truth = try #require(upload.truth)
    #expect(truth.topics.map(\.topic.id) == ["food/cooking", "food/baking"])
    #expect(truth.topics.map(\.score) == [0.7, 0.3])
    #expect(truth.breaks == .drugs)
    #expect([truth.appeal, truth.like, truth.comment, truth.forward] == [0.4, 0.06, 0.002, 0.004])
    #expect([truth.save, truth.clickThrough, truth.follow] == [0.005, 0.02, 0.001])
    let reading = try #require(upload.pinnedReading)
    #expect(reading.policies.map(\.policy) == [.weapons, .drugs])
    #expect(reading.topics.map(\.topic.id) == ["food/baking"])
  }

  @Test("an upload of the same content takes over all but who, where and when")
  func sameContent() throws {
    let scenario = try sample()
    let echo = try #require(scenario.uploads.first { $0.id == "echo" })
    let loaf = try #require(scenario.uploads.first { $0.id == "loaf" })
    #expect(echo.content == "loaf")
    #expect(echo.truth == loaf.truth)
    #expect(echo.transcript == loaf.transcript)
    #expect(echo.platform == "zeta")
    #expect(echo.creator == "bert")
    #expect(echo.crossPost == nil)
    #expect(echo.postedAt == 1_080)
  }

  @Test("uploads are in order of posting, at one moment in the order of the file")
  func order() throws {
    var text = minimal("")
    let moments = ["3h", "1h", "3h", "0s", "1h", "90m"]
    for (place, moment) in moments.enumerated() {
      text += "[upload.u\(place)]\ncreator = \"anna\"\nat = \"\(moment)\"\n"
    }
    let scenario = try ScenarioFile.parse(text, file: "order.toml")
    #expect(scenario.uploads.map(\.id) == ["u3", "u1", "u4", "u5", "u0", "u2"])
  }

  @Test("what is left out has its default")
  func defaults() throws {
    let text = minimal("[upload.one]\ncreator = \"anna\"")
    let scenario = try ScenarioFile.parse(text, file: "least.toml")
    #expect(scenario.platforms == [Platform(id: "here", name: "here")])
    #expect(scenario.uploads == [Upload(id: "one", creator: "anna", platform: "here")])
    #expect(scenario.review == ReviewSettings())
    #expect(scenario.background == nil)
    #expect(scenario.seed == 7)
  }

  @Test("background uploads are read")
  func background() throws {
    let background = try #require(try sample().background)
    #expect(
      background
        == Background(
          perHour: 2.5, hours: 24, uploadsPerCreator: 3, appealSpread: 0.25, medianFollowers: 90,
          followersSpread: 1.5, skillCorrelation: 0.4, illegalShare: 0.01, platform: "alpha"))
  }

  @Test("the spellings of TOML do not matter: dotted keys, inline tables, CRLF, quotes, comments")
  func spellings() throws {
    let dotted = """
      name = 'least' # with a comment
      creator.anna.followers = 3
      platform.here.bar = 1.2
      platform . here . growth = 4
      upload."one" = { creator = "anna", truth = { appeal = 0.1, topics = ["animals/cats"] } }
      """
    let tables = """
      name = \"""
      least\"""
      [creator]
      anna = { followers = 3 }
      [platform.here]
      bar = 12e-1
      growth = 0x4
      [upload.one.truth]
      topics = [
        "animals/cats", # a list may have many lines
      ]
      appeal = +0.1
      [upload.one]
      creator = 'anna'
      """
    let expected = try ScenarioFile.parse(dotted, file: "a")
    #expect(expected.platforms[0].settings.growth == 4)
    #expect(try ScenarioFile.parse(tables, file: "b") == expected)
    let crlf = tables.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(try ScenarioFile.parse(crlf, file: "c") == expected)
    #expect(try ScenarioFile.parse("\u{FEFF}" + tables, file: "d") == expected)
  }

  @Test("zones may be tables of their own")
  func zoneTables() throws {
    let text = minimal(
      "[[platform.here.zones]]\noffset = 1\nshare = 0.4\n[[platform.here.zones]]\noffset = 2\n"
        + "share = 0.7")
    let error = try #require(Sample.failure(text))
    #expect(error.key == "platform.here.zones")
    let mended = text.replacing("0.7", with: "0.6")
    let scenario = try ScenarioFile.parse(mended, file: "zones.toml")
    #expect(scenario.platforms[0].zones.map(\.offset) == [1, 2])
  }
}

extension String {
  /// The text with every occurrence of another replaced.
  func replacing(_ text: String, with other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
