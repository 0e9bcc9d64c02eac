import FoundationEssentials
import Testing

@testable import Catalogue

@Suite("A line of uploads")
struct UploadLineTests {
  private func upload(_ text: String) throws(InputError) -> Upload {
    try upload(Array(text.utf8))
  }

  private func upload(_ bytes: [UInt8]) throws(InputError) -> Upload {
    try bytes.withUnsafeBufferPointer { bytes throws(InputError) in
      var line = UploadLine(bytes, file: "a.ndjson", line: 3)
      return try line.upload()
    }
  }

  @Test("Every field is read, under either spelling")
  func fields() throws {
    let text = try upload(
      #"""
      { "id" : "a b", "caption":"x\ty", "transcript":"\u00e9\ud83d\udc1d", "on-screen-text":"É",
      """#.replacing("\n", with: " ")
        + ##"   "hashtags" : [ "#bees" , "honey", "" ] , "sound":"s", "duration":2.5e1 } "##)
    #expect(text.id == "a b")
    #expect(text.caption == "x\ty")
    #expect(text.transcript == "é🐝")
    #expect(text.onScreenText == "É")
    #expect(text.hashtags == ["bees", "honey"])
    #expect(text.sound == "s")
    #expect(text.duration == 25)
    #expect(try upload(##"{"hashtags":" #a  b\t#c "}"##).hashtags == ["a", "b", "c"])
    #expect(try upload("{}").id == "3")
  }

  @Test("Half a surrogate pair becomes the replacement character")
  func surrogates() throws {
    for (written, read) in [
      (#"\ud800"#, "\u{FFFD}"), (#"\udc00x"#, "\u{FFFD}x"), (#"\ud800\ud83d\udc1d"#, "\u{FFFD}🐝"),
      (#"\ud83dA"#, "\u{FFFD}A"), (#"\ud83d\n"#, "\u{FFFD}\n"), (#"\u0000"#, "\0"),
    ] {
      let text = try upload("{\"caption\":\"\(written)\"}").caption
      #expect(Array(text.unicodeScalars) == Array(read.unicodeScalars), "\(written)")
    }
    #expect(throws: InputError.self) { try upload(#"{"caption":"\ud83d\u12"}"#) }
  }

  @Test("What another reader of JSON takes for a text is read the same")
  func sameAsDecoder() throws {
    struct Row: Codable, Equatable {
      var id: String
      var caption: String
      var hashtags: [String]
      var sound: String
    }
    var random = Dice(state: 5)
    let alphabet = Array(
      " \"\\/bnrtu0aé🐝\u{301}\u{200B}\u{7F}\u{9B}\r\n\t\u{1}{}[],:".unicodeScalars)
    for _ in 0..<300 {
      func word() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...12, using: &random) {
          text.append(alphabet.randomElement(using: &random) ?? "a")
        }
        return String(text)
      }
      let row = Row(
        id: "i" + word(), caption: word(), hashtags: ["h" + word(), "h" + word()], sound: word())
      let read = try upload(Array(try JSONEncoder().encode(row)))
      let same = Row(
        id: read.id, caption: read.caption, hashtags: read.hashtags, sound: read.sound)
      #expect(same == row)
    }
  }

  @Test("Whatever bytes stand there, they are an upload or an error")
  func noise() {
    let seed = Array(
      ##"{"id":"a","caption":"x\u00e9\ud83d","hashtags":["#b"],"duration":15,"n":[{"a":null}]}"##
        .utf8
    )
    let letters = Array("{}[]\",:\\u0dn-eE.+".utf8) + [0x00, 0x7F, 0x80, 0xC3, 0xED, 0xFF]
    var random = Dice(state: 5)
    var refused = 0
    for _ in 0..<5_000 {
      var bytes = seed
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = letters.randomElement(using: &random) ?? 0
        case 1: bytes.insert(letters.randomElement(using: &random) ?? 0, at: place)
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { bytes = [0x7B] }
      }
      do {
        _ = try upload(bytes)
      } catch {
        #expect(error.exitCode == 65)
        #expect(error.description.hasPrefix("a.ndjson:3: "))
        refused += 1
      }
    }
    #expect(refused > 1_000)
  }

  @Test("Keys of others are passed over, misspelt ones are not")
  func strangers() throws {
    #expect(try upload(#"{"lang":"en","views":[1,{"a":"b"}],"caption":"a"}"#).caption == "a")
    #expect(try upload(#"{"id":"1","url":"x","caption":null}"#).caption.isEmpty)
    let error = #expect(throws: InputError.self) { try upload(#"{"captoin":"a"}"#) }
    #expect(error?.mend == "did you mean caption?")
    #expect(throws: InputError.self) { try upload(#"{"text":"a"}"#) }
    // Near a key that is there, or one whose text no model reads, it is another key.
    #expect(try upload(#"{"caption":"a","captions":"b","duration_ms":3}"#).caption == "a")
    let many = (0...1_000).map { "\"k\($0)\":1" }.joined(separator: ",")
    #expect(throws: InputError.self) { try upload("{\"caption\":\"a\",\(many)}") }
  }
}
