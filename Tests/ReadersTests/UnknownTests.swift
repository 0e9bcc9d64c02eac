import Catalogue
import Readers
import Testing

@Suite("Texts about nothing")
struct UnknownTests {
  @Test("An upload without a word has no topic and breaks nothing")
  func empty() throws {
    let reading = try Reader.shipped().read(Sample.caption(""))
    #expect(reading.topics.isEmpty)
    #expect(reading.illegal < 0.02)
    #expect(reading.topicEvidence.isEmpty)
  }

  @Test(
    "Nonsense has no topic",
    arguments: [
      "asdf qwer zxcv", "lkjh poiu mnbv qazx", "!!! ??? ...", "\u{200B}\u{200B}", "   \n\t ",
      "aaaaaaaaaaaaaaaa", "xyzbca fyp fyp fyp", "blorp gribnak fluzzle", "12345 67890",
    ])
  func nonsense(text: String) throws {
    let reading = try Reader.shipped().read(Sample.caption(text))
    #expect(reading.topics.isEmpty || reading.topics[0].score < 0.3)
    #expect(reading.illegal < Sample.doubt)
  }

  @Test(
    "Greetings, calls to follow and names of files are about nothing, in any language",
    arguments: [
      "pov", "wait for it", "part 2", "link in bio", "😂😂😂", "follow for more, see you tomorrow",
      "volg voor meer", "Guten Morgen zusammen", "abonne-toi pour la suite", "hola a todos",
      "ciao a tutti", "deixa o like", "IMG_4032", "VID_20220105_101500", "007 1234",
    ])
  func stockPhrases(text: String) throws {
    let reader = try Reader.shipped()
    var upload = Sample.caption(text)
    #expect(reader.read(upload).topics.isEmpty)
    upload.sound = "son original"
    upload.hashtags = ["fyp", "viral"]
    #expect(reader.read(upload).topics.isEmpty)
  }

  @Test(
    "A description is about something, however little its words say",
    arguments: [
      "we drove all the way back because she had left it on the kitchen table again",
      "hij kwam gisteren thuis met een doos en niemand weet wat erin zit",
      "elle est revenue avec une boîte énorme et personne ne sait ce qu'il y a dedans",
    ])
  func descriptions(text: String) throws {
    #expect(!(try Reader.shipped().read(Sample.caption(text)).topics.isEmpty))
  }

  @Test(
    "Tags do not turn a description to what it does not speak of",
    arguments: [
      (
        "the dough rests overnight, then into the oven until the crust sings", "food/baking",
        ["football", "goal", "soccer", "worldcup"]
      ),
      (
        "wir öffnen den Bienenstock und die Königin legt wieder", "animals/beekeeping",
        ["makeup", "grwm", "lipstick", "beauty"]
      ),
      (
        "el mago saca una carta y desaparece la moneda", "fun/magic",
        ["cat", "kitten", "catsoftiktok", "meow"]
      ),
    ])
  func tags(text: String, topic: String, tags: [String]) throws {
    var upload = Sample.caption(text)
    upload.hashtags = tags
    #expect(try Reader.shipped().read(upload).topics.first?.topic.id == topic)
  }

  @Test("At most four topics are told, best first, the first of 0.1 to 1, none under 0.01")
  func atMostFour() throws {
    let reader = try Reader.shipped()
    for text in try Sample.heldOut("topics") {
      let scores = reader.read(Sample.caption(text.text)).topics.map(\.score)
      #expect(scores.count <= 4)
      #expect(scores == scores.sorted(by: >))
      #expect(scores.allSatisfy { (0.01...1).contains($0) })
      #expect(scores.first.map { $0 >= 0.1 } ?? true)
    }
  }

  @Test("There is a probability for every trained policy and none for minors")
  func everyPolicy() throws {
    let policies = try Reader.shipped().read(Sample.caption("a quiet day")).policies
    #expect(Set(policies.map(\.policy)) == Set(Policy.allCases).subtracting([.minors]))
    #expect(policies.allSatisfy { (0...1).contains($0.probability) })
  }

  @Test("An upload marked as concerning minors is told so first, whatever it says")
  func minors() throws {
    var upload = Sample.caption("my cat sleeps")
    upload.concernsMinors = true
    let first = try Reader.shipped().read(upload).policies.first
    #expect(first == PolicyProbability(.minors, 1))
  }
}
