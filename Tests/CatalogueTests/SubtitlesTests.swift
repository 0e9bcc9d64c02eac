import Catalogue
import Testing

@Suite("Subtitles")
struct SubtitlesTests {
  private func cues(_ text: String) throws -> [Cue] {
    try Subtitles.parse(text, file: "talk.srt")
  }

  @Test("SubRip: numbers, commas, many lines, CRLF and a byte order mark")
  func subRip() throws {
    let text =
      "\u{FEFF}1\r\n00:00:01,500 --> 00:00:03,000\r\nThere is a swarm\r\non my bike\r\n\r\n"
      + "2\r\n01:00:03,000 --> 01:00:04,250\r\n<i>It is their bike</i> now\r\n"
    #expect(
      try cues(text) == [
        Cue(start: 1.5, end: 3, text: "There is a swarm\non my bike"),
        Cue(start: 3_603, end: 3_604.25, text: "It is their bike now"),
      ])
    #expect(try cues(text).plainText == "There is a swarm on my bike It is their bike now")
  }

  @Test("WebVTT: header, notes, styles, cue names, settings, tags and escapes")
  func webVTT() throws {
    let text = """
      WEBVTT - a talk
      Kind: captions

      STYLE
      ::cue { color: red }

      NOTE
      nobody reads this

      intro
      00:01.000 --> 00:02.5 align:start position:0%
      <v Bart>Bees &amp; <c.yellow>a <00:01.200>bike</c>&nbsp;&lt;3

      00:02.500 --> 00:03.000
      {\\an8}1 < 2
      """
    #expect(
      try cues(text) == [
        Cue(start: 1, end: 2.5, text: "Bees & a bike <3"),
        Cue(start: 2.5, end: 3, text: "1 < 2"),
      ])
  }

  @Test("lines that roll on from cue to cue are said once")
  func rolling() throws {
    let text = """
      00:01.000 --> 00:02.000
      there is a swarm

      00:02.000 --> 00:03.000
      there is a swarm
      on my bike

      00:03.000 --> 00:04.000
      on my bike
      there is a swarm
      """
    #expect(try cues(text).plainText == "there is a swarm on my bike there is a swarm")
  }

  @Test("cues without an empty line between them are parted")
  func tight() throws {
    let text = "0:01.0 --> 0:02.0\nfirst\n0:02.0 --> 0:03.0\nsecond"
    #expect(try cues(text).map(\.text) == ["first", "second"])
  }

  @Test(
    "times that cannot be are refused with their line",
    arguments: [
      "00:00:03,000 --> 00:00:01,000", "00:61:00,000 --> 00:62:00,000", "00:00:01,000 --> soon",
      "1 --> 2", "99999:00:00,000 --> 99999:00:01,000", "00:00:01, --> 00:00:02,",
      "99999999999999999999:00 --> 1:00", "400:00:00 --> 400:00:01",
    ])
  func times(_ line: String) throws {
    let error = try #require(throws: InputError.self) { try cues("1\n\(line)\ntext\n") }
    #expect(error.line == 2, "\(error)")
    #expect(error.exitCode == 65)
  }

  @Test("a file without cues is refused", arguments: ["", "WEBVTT\n", "\n\n\n", "1\n2\n3", "-->"])
  func empty(_ text: String) {
    #expect(throws: InputError.self) { try cues(text) }
  }

  @Test("floods, endless lines and NULs are refused or read in linear time")
  func hostile() throws {
    let cue = "0:01 --> 0:02\na\n\n"
    let flood = try #require(throws: InputError.self) {
      try cues(String(repeating: cue, count: 60_000))
    }
    #expect(flood.expected == "at most 50,000 cues")
    for opening in ["<", "{\\", "&", "&amp", "<{\\", "a\u{0301}"] {
      let line = String(repeating: opening, count: 100_000)
      #expect(try cues("0:01 --> 0:02\n" + line).first?.text == line)
    }
    #expect(throws: InputError.self) { try cues("0:01 --> 0:02\na\0b") }
  }
}
