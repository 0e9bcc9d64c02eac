import Catalogue
import Testing

/// Small numbers that look thrown, the same each time.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("Hostile files")
struct HostileInputTests {
  @Test("a file that is cut anywhere is read or refused, and never ends the program")
  func truncated() throws {
    let bytes = Array(Sample.text.utf8)
    var refused = 0
    for end in stride(from: 0, to: bytes.count, by: 7) {
      guard let text = String(validating: bytes[..<end], as: UTF8.self) else { continue }
      guard let error = Sample.failure(text) else { continue }
      refused += 1
      #expect(error.exitCode == 65)
      #expect(!error.description.contains("\n"))
    }
    #expect(refused > 50)
  }

  @Test("a file with any few bytes changed is read or refused", arguments: 0..<16)
  func mutated(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    let marks = Array("[]{}\"'\\=,.#\n\r\t -_0x1e\u{7F}".utf8)
    for text in [Sample.text] + BuiltInScenarios.all.map(\.text) {
      for _ in 0..<10 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
          let place = Int.random(in: bytes.indices, using: &dice)
          switch Int.random(in: 0..<3, using: &dice) {
          case 0: bytes[place] = marks.randomElement(using: &dice) ?? 0
          case 1: bytes.insert(marks.randomElement(using: &dice) ?? 0, at: place)
          default: bytes.remove(at: place)
          }
        }
        guard let error = Sample.failure(String(decoding: bytes, as: UTF8.self)) else { continue }
        #expect(error.exitCode == 65)
        #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
      }
    }
  }

  @Test("words of TOML in any order are read or refused", arguments: 0..<20)
  func soup(_ seed: UInt64) {
    var dice = Dice(state: seed)
    let words = [
      "[", "]", "{", "}", "[[", "]]", "\"", "'", "\"\"\"", "=", ",", ".", "#", "\n", "\r\n", "\t",
      " ",
      "a", "b.c", "a = 1\n", "[a]\n", "[[a]]\n", "2017-06-14", "T18:42:00Z", "-", "+", "0", "1_0",
      "e5", "inf", "true", "{ a = 1 }", "[1, 2]", "\\u00e9", "é", "\u{A0}", "\u{FEFF}",
    ]
    var refused = 0
    for _ in 0..<200 {
      let count = Int.random(in: 1...12, using: &dice)
      let text = (0..<count).compactMap { _ in words.randomElement(using: &dice) }.joined()
      // A name is missing at least, so every one of them is refused.
      if Sample.failure(text)?.exitCode == 65 { refused += 1 }
    }
    #expect(refused == 200)
  }

  @Test(
    "deep nesting of every kind is refused before the parser meets it",
    arguments: [
      "a = " + String(repeating: "[", count: 100_000),
      "a = " + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
      "a = " + String(repeating: "{b=", count: 100_000),
      "a = " + String(repeating: "[{b=", count: 100_000),
      "a" + String(repeating: ".a", count: 100_000) + " = 1",
      "[a" + String(repeating: ".a", count: 100_000) + "]",
      String(repeating: "[", count: 100_000),
    ])
  func deep(_ text: String) throws {
    let error = try #require(Sample.failure(text))
    #expect(error.exitCode == 65)
    let json = text.replacing("a = ", with: "")
    #expect(throws: InputError.self) {
      try UploadFile.parse(json, file: "x.json", format: .json) { _ in "" }
    }
  }

  @Test(
    "a flood of entries is refused",
    arguments: [
      String(repeating: "k = 0\n", count: 1_000_000),
      "a = [" + String(repeating: "0,", count: 1_000_000) + "]",
      String(repeating: "[[a]]\n", count: 300_000),
      "a = [" + String(repeating: "[],", count: 300_000) + "]",
    ])
  func flood(_ text: String) throws {
    let error = try #require(Sample.failure(text))
    #expect(error.expected.contains("100,000"))
  }

  @Test("200,000 combining marks on one letter are counted, and quoted in part")
  func marks() throws {
    let letter = "a" + String(repeating: "\u{0301}", count: 200_000)
    let caption = try #require(
      Sample.failure(minimal("[upload.u]\ncreator = \"anna\"\ncaption = \"\(letter)\"")))
    #expect(caption.key == "upload.u.caption")
    #expect(caption.found == "one of 200,001")
    let creator = try #require(Sample.failure(minimal("[upload.u]\ncreator = \"\(letter)\"")))
    #expect(creator.description.unicodeScalars.count < 300)
    let key = try #require(Sample.failure(minimal("[upload.u]\n\"\(letter)\" = 1")))
    #expect(key.description.unicodeScalars.count < 900)
    let transcript = minimal("[upload.u]\ncreator = \"anna\"\ntranscript = \"\(letter)\"")
    #expect(Sample.failure(transcript) == nil)
  }

  @Test(
    "NULs are refused, raw and escaped, in values and in keys",
    arguments: [
      "summary = \"a\0b\"", "# \0", "summary = \"a\\u0000b\"", "summary = \"a\\U00000000b\"",
      "\"na\\u0000me\" = 1", "summary = \"\"\"\na\\u0000\"\"\"",
    ])
  func nuls(_ line: String) throws {
    let error = try #require(Sample.failure(line + "\n" + minimal("")))
    #expect(error.found.contains("NUL"))
  }

  @Test(
    "what a file says cannot steer a terminal",
    arguments: [
      "\u{1B}[2J", "\u{202E}evil", "\u{200B}", "\u{E0041}", "\u{9B}31m", "\u{2028}", "\u{7F}",
    ])
  func terminal(_ evil: String) throws {
    let escaped = evil.unicodeScalars.map {
      let hex = String($0.value, radix: 16)
      return "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
    }.joined()
    for text in [
      "star = \"\(escaped)\"\n" + minimal(""), "\"\(escaped)\" = 1\n" + minimal(""),
      minimal("[upload.\"\(escaped)\"]"), "star = \(evil)\n" + minimal(""), evil + minimal(""),
    ] {
      let error = try #require(Sample.failure(text))
      #expect(!(error.description + (error.key ?? "") + error.found).contains(evil))
      let shows = error.description.contains("\\u{") || error.found.contains("(0x")
      #expect(shows, "\(error)")
    }
  }

  @Test("a name too long for the messages is cut")
  func long() throws {
    let name = String(repeating: "x", count: 1_000_000)
    let error = try #require(Sample.failure("star = \"\(name)\"\n" + minimal("")))
    #expect(error.description.utf8.count < 400)
    let file = try #require(throws: InputError.self) {
      try ScenarioFile.parse("", file: name, overrides: [])
    }
    #expect(file.description.utf8.count < 600)
  }

  @Test("many uploads that share one content, and many creators, are read")
  func many() throws {
    var text = minimal("[upload.first]\ncreator = \"anna\"\n")
    for place in 0..<3_000 {
      text += "[upload.u\(place)]\ncreator = \"anna\"\nsame-content-as = \"first\"\n"
    }
    let scenario = try ScenarioFile.parse(text, file: "many.toml")
    #expect(scenario.uploads.count == 3_001)
    #expect(scenario.uploads.allSatisfy { $0.content == "first" })
  }
}
