import Catalogue
import Readers
import Testing

@Suite("Readings of the built-in scenarios")
struct ScenarioReadingTests {
  @Test(
    "A video's first topic is what it is about, and nobody need ask",
    arguments: [
      ("bee-bike", "animals/beekeeping"), ("cat-cucumber", "animals/cats"),
      ("walibi-drop", "places/amusement_parks"), ("baby-shower", "family/pregnancy_baby"),
      ("boxer-pup", "animals/dogs"), ("boxer-bout", "sports/boxing"),
      ("boxer-shorts", "style/underwear"), ("ew-lobby", "places/hotels"),
    ])
  func innocents(id: String, topic: String) throws {
    let reading = try Reader.shipped().read(Sample.upload(id))
    let first = try #require(reading.topics.first)
    #expect(first.topic.id == topic)
    #expect(first.score >= 0.4)
    #expect(reading.illegal < 0.05)
  }

  @Test("Bees on a bike are about bees first and about bikes second")
  func bikeIsSecond() throws {
    let topics = try Reader.shipped().read(Sample.upload("bee-bike")).topics
    try #require(topics.count >= 2)
    #expect(topics[1].topic.id == "sports/cycling")
    #expect(topics[0].score > topics[1].score + 0.1)
  }

  @Test("A cleaned lobby is about hotels and about cleaning")
  func lobbyIsBoth() throws {
    let topics = try Reader.shipped().read(Sample.upload("ew-lobby")).topics.prefix(2)
    #expect(Set(topics.map(\.topic.id)) == ["places/hotels", "home/cleaning"])
    #expect(topics.allSatisfy { $0.score >= 0.4 })
  }

  @Test(
    "A doubtful video goes to a person, for a policy that makes sense",
    arguments: [
      ("knife-trick", Policy.weapons), ("pills-haul", .drugs), ("ko-compilation", .violence),
    ])
  func doubtful(id: String, policy: Policy) throws {
    let reading = try Reader.shipped().read(Sample.upload(id))
    #expect(reading.policies.first?.policy == policy)
    #expect(reading.illegal >= Sample.doubt)
  }

  @Test(
    "What only sounds like crime is not held to be certain",
    arguments: ["pills-haul", "ko-compilation"])
  func uncertain(id: String) throws {
    #expect(try Reader.shipped().read(Sample.upload(id)).illegal <= 0.8)
  }

  @Test("A newcomer's workbench is woodworking and innocent")
  func newcomer() throws {
    let reading = try Reader.shipped().read(Sample.upload("newcomer", of: "newcomer"))
    #expect(reading.topics.first?.topic.id == "home/woodworking_diy")
    #expect(reading.illegal < 0.05)
  }

  @Test("Who posts it changes nothing of what is read")
  func creatorDoesNotMatter() throws {
    let reader = try Reader.shipped()
    var upload = try Sample.upload("bee-bike")
    let before = reader.read(upload)
    upload.creator = "somebody-else"
    #expect(reader.read(upload) == before)
  }

  @Test("Hashtags that contradict what is said do not win")
  func hashtagsDoNotWin() throws {
    var upload = try Sample.upload("cat-cucumber")
    upload.hashtags = ["football", "soccer", "goal", "makeup", "gaming"]
    #expect(try Reader.shipped().read(upload).topics.first?.topic.id == "animals/cats")
  }
}
