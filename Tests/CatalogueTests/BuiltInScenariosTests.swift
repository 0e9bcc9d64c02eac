import Catalogue
import Testing

@Suite("Built-in scenarios")
struct BuiltInScenariosTests {
  private func scenario(_ name: String) throws -> Scenario {
    try #require(BuiltInScenarios.named(name)).scenario()
  }

  @Test("every one parses under its own name and says what it is", arguments: BuiltInScenarios.all)
  func parses(_ builtIn: BuiltInScenario) throws {
    let scenario = try builtIn.scenario()
    #expect(scenario.name == builtIn.name)
    #expect(!builtIn.summary.isEmpty)
    #expect(scenario.uploads.contains { $0.id == scenario.star })
    #expect(scenario.review == ReviewSettings())
    #expect(scenario.platforms.allSatisfy { $0.settings == PlatformSettings() })
  }

  @Test("bee-bike starts on a Wednesday evening with Bart's upload on the first of two platforms")
  func beeBike() throws {
    let scenario = try scenario("bee-bike")
    #expect(Timestamp.text(scenario.start) == "2017-06-14T18:42:00Z")
    #expect(scenario.platforms.map(\.id) == ["for-you", "reels"])
    #expect(scenario.platforms.map(\.name) == ["For You", "Reels"])
    #expect(scenario.platforms.map(\.population) == [10_000_000, 5_000_000])
    let first = try #require(scenario.uploads.first)
    #expect(first.id == "bee-bike")
    #expect(first.creator == "bart")
    #expect(first.postedAt == 0)
    #expect(first.duration == 15)
    #expect(first.reported == Reported(views: 721_000, forwards: 26))
    #expect((first.truth?.forward ?? 1) < 4e-5)
    #expect(
      first.truth?.topics.map(\.topic.id)
        == ["animals/beekeeping", "sports/cycling", "fun/jokes_memes"])
  }

  @Test("the cast is there, in words enough for a model, within two days")
  func cast() throws {
    let uploads = try scenario("bee-bike").uploads
    #expect(
      Set(uploads.map(\.id)) == [
        "bee-bike", "cat-cucumber", "walibi-drop", "ew-lobby", "baby-shower", "boxer-pup",
        "boxer-bout", "boxer-shorts", "knife-trick", "pills-haul", "ko-compilation",
      ])
    for upload in uploads {
      let texts = Field.allCases.filter { $0 != .hashtags && $0 != .sound }.map(upload.text(of:))
      let words = texts.joined(separator: " ").split(separator: " ").count
      #expect((40...80).contains(words), "\(upload.id) has \(words) words")
      #expect((0...172_800).contains(upload.postedAt))
    }
    #expect(uploads.first { $0.id == "baby-shower" }?.hashtags == [])
    #expect(uploads.compactMap(\.crossPost).map(\.platform) == ["reels", "reels"])
    #expect(Dictionary(grouping: uploads, by: \.creator)["paws-and-co"]?.count == 2)
  }

  @Test("one of the three doubtful uploads breaks a policy, and nothing else does")
  func doubtful() throws {
    let uploads = try scenario("bee-bike").uploads
    #expect(uploads.filter { $0.truth?.breaks != nil }.map(\.id) == ["knife-trick"])
  }

  @Test("newcomer: one content, two creators, one platform, one moment")
  func newcomer() throws {
    let scenario = try scenario("newcomer")
    #expect(scenario.creators.map(\.followers) == [0, 500_000])
    #expect(scenario.uploads.count == 2)
    #expect(Set(scenario.uploads.map(\.content)).count == 1)
    #expect(Set(scenario.uploads.map(\.creator)).count == 2)
    #expect(Set(scenario.uploads.map(\.platform)).count == 1)
    #expect(Set(scenario.uploads.map(\.postedAt)) == [0])
    #expect(Set(scenario.uploads.map(\.truth)).count == 1)
    #expect(Set(scenario.uploads.map(\.transcript)).count == 1)
  }

  @Test("busy-day: 2,000 uploads in 24 hours, and a few with names")
  func busyDay() throws {
    let scenario = try scenario("busy-day")
    let background = try #require(scenario.background)
    #expect(background.hours == 24)
    #expect((background.perHour * background.hours).rounded() == 2_000)
    #expect((2...3).contains(scenario.uploads.count))
  }
}
