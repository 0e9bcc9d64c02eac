import Catalogue
import Readers
import Testing

@Suite("Evidence")
struct EvidenceTests {
  private static let uploads: [Upload] = [
    Upload(
      id: "1", creator: "ann", platform: "for-you",
      caption: "Fresh c\u{200B}o\u{200B}ke in lond\u{0301}on 🐝🚲, 80 a gram",
      transcript: "The queen bee left the hive. D M  me, I s-e-l-l w33d",
      onScreenText: "ﬁve PILLS for ＴＷＥＮＴＹ", hashtags: ["beekeeping", "dmme", "сoke"],
      sound: "Buzz – The Bees")
  ]

  @Test("Every piece stands where it says, in scalars of the field as it was written")
  func standsWhereItSays() throws {
    let reader = try Reader.shipped()
    let held = try Sample.heldOut("review").map { Sample.caption($0.text) }
    for upload in Self.uploads + held + [try Sample.upload("knife-trick")] {
      let reading = reader.read(upload)
      for piece in reading.policyEvidence + reading.topicEvidence {
        let scalars = Array(upload.text(of: piece.field).unicodeScalars)
        try #require(0 <= piece.start && piece.start < piece.end && piece.end <= scalars.count)
        let there = String(String.UnicodeScalarView(scalars[piece.start..<piece.end]))
        #expect(Array(there.unicodeScalars) == Array(piece.text.unicodeScalars))
      }
    }
  }

  @Test(
    "An offer hidden in a field is shown in that field",
    arguments: [Field.caption, .transcript, .onScreenText])
  func showsTheField(field: Field) throws {
    var upload = Sample.caption("we bake bread on sunday")
    let offer = "selling coke and pills in london, 80 a gram, dm me"
    switch field {
    case .caption: upload.caption = offer
    case .transcript: upload.transcript = offer
    default: upload.onScreenText = offer
    }
    let reading = try Reader.shipped().read(upload)
    #expect(reading.policies.first?.policy == .drugs)
    let piece = try #require(reading.policyEvidence.first)
    #expect(piece.field == field)
    #expect(piece.about == "DRU")
    #expect(piece.weight > 0)
  }

  @Test("Topics are backed by words that speak for them, never more than twelve pieces")
  func topicsAreBacked() throws {
    let reader = try Reader.shipped()
    for text in try Sample.heldOut("topics") {
      let reading = reader.read(Sample.caption(text.text))
      #expect(reading.topicEvidence.count <= 12)
      #expect(reading.topicEvidence.allSatisfy { $0.weight > 0 })
      if let first = reading.topics.first, first.score > 0.5 {
        #expect(reading.topicEvidence.contains { $0.about == first.topic.id })
      }
    }
  }
}
