import Catalogue
import Readers
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  /// Texts that break programs.
  private static let texts: [(name: String, text: String)] = [
    ("ten megabytes", String(repeating: "selling bees ", count: 800_000)),
    ("ten megabytes without a blank", String(repeating: "a1", count: 5_000_000)),
    ("200,000 marks on one letter", "e" + String(repeating: "\u{0301}", count: 200_000)),
    ("zeros", String(repeating: "\u{0}", count: 1_000)),
    ("zeros inside", "cat\u{0}dog\u{0}bee"),
    ("joiners only", String(repeating: "\u{200D}", count: 10_000)),
    ("turned around", "\u{202E}ekoc \u{2066}gnilles\u{2069}\u{202C}"),
    ("replacement characters", String(repeating: "\u{FFFD}", count: 5_000)),
    ("the last planes", "\u{10FFFF}\u{E0041}\u{F0000}"),
    ("stars", String(repeating: "*", count: 30_000)),
    ("single letters", String(repeating: "a b c ", count: 30_000)),
    ("marks and signs", String(repeating: "#@$%#", count: 20_000)),
    ("an endless tag", "#" + String(repeating: "catdogbee", count: 50_000)),
    ("an address", "https://" + String(repeating: "a.", count: 50_000)),
    ("line ends", String(repeating: "\r\n", count: 10_000)),
  ]

  @Test("Any text in any field is read, within bounds")
  func anyText() throws {
    let reader = try Reader.shipped()
    for (name, text) in Self.texts {
      let upload = Upload(
        id: "1", creator: "ann", platform: "for-you", caption: text, transcript: text,
        onScreenText: text, hashtags: [text, text], sound: text)
      let reading = reader.read(upload)
      #expect((0...1).contains(reading.illegal), "\(name)")
      #expect(reading.policyEvidence.count <= 12, "\(name)")
      for piece in reading.policyEvidence + reading.topicEvidence {
        #expect(piece.text.unicodeScalars.count <= 80, "\(name)")
        #expect(piece.end <= 20_000 + 80, "\(name)")
      }
    }
  }

  @Test("Only the beginning of a long text is judged, and judged as by itself")
  func readsTheBeginning() throws {
    let reader = try Reader.shipped()
    let beginning = String(repeating: "bees in the hive. ", count: 1_200).prefix(20_000)
    let longer = beginning + String(repeating: "selling coke, dm me ", count: 5_000)
    #expect(
      reader.read(Sample.caption(String(longer))) == reader.read(Sample.caption(String(beginning))))
  }

  @Test("A hundred thousand hashtags are read as far as a field is read")
  func manyTags() throws {
    var upload = Sample.caption("bees")
    upload.hashtags = Array(repeating: "honeybee", count: 100_000)
    #expect(try Reader.shipped().read(upload).topics.first?.topic.id == "animals/beekeeping")
  }
}
