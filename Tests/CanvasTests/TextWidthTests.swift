import Testing

@testable import Canvas

@Suite struct TextWidthTests {
  @Test(
    "Columns are what terminals agree on",
    arguments: [
      ("", 0), ("bee", 3), ("naïve", 5), ("漢字", 4), ("한글", 4), ("Ｆｕｌｌ", 8), ("ｶﾅ", 2),
      ("🐝", 2), ("\u{1FAE8}", 2), ("\u{1FADF}", 2), ("⚡", 2), ("⚠", 1), ("─│█⣿▲●◆", 7),
      ("e\u{301}", 1), ("か\u{3099}", 2), ("क\u{93F}", 2), ("\u{3000}", 2), ("a\u{A0}b", 3),
    ])
  func columns(text: String, expected: Int) {
    #expect(TextWidth.columns(of: text) == expected)
  }

  @Test(
    "Emoji sequences fall into parts that have a fixed width, and no part is lost",
    arguments: [
      ("⚠\u{FE0F}", "⚠"), ("⌚\u{FE0E}", "⌚"), ("👋🏽", "👋"), ("1\u{FE0F}\u{20E3}", "1"),
      ("👩\u{200D}💻", "👩💻"), ("👩🏽\u{200D}💻", "👩💻"), ("❤\u{FE0F}\u{200D}🔥", "❤🔥"),
      ("🍎\u{200D}🔫", "🍎🔫"), ("🇳🇱🇧🇪", "⚑NL⚑BE"), ("🇳", "⚑N"),
      ("🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", "🏴"),
      ("\u{1112}\u{1161}\u{11AB}", "한"),
    ])
  func sequences(text: String, drawn: String) {
    #expect(VisibleText.escape(text) == drawn)
    #expect(TextWidth.columns(of: text) == TextWidth.columns(of: drawn))
  }

  @Test(
    "What a terminal would obey or swallow becomes a visible token",
    arguments: [
      ("\u{1B}[2J", "␛[2J"), ("a\rb\u{8}c\nd\te\u{0}", "a␍b␈c␊d␉e␀"), ("\u{7F}", "␡"),
      ("\u{9B}31m", "‹U+009B›31m"), ("\u{85}", "‹U+0085›"), ("\u{202E}exe", "‹RLO›exe"),
      ("\u{2066}x\u{2069}", "‹LRI›x‹PDI›"), ("\u{61C}", "‹ALM›"), ("a\u{200B}b", "a‹ZWSP›b"),
      ("a\u{200D}b", "a‹ZWJ›b"), ("\u{FEFF}", "‹BOM›"), ("so\u{AD}ft", "so‹SHY›ft"),
      ("\u{2028}\u{2029}", "‹LS›‹PS›"), ("\u{E0041}", "‹U+E0041›"), ("\u{E000}", "‹U+E000›"),
      ("\u{378}", "‹U+0378›"), ("a\u{FE00}", "a‹VS1›"), ("🐝\u{FE0F}\u{E0101}", "🐝‹VS18›"),
      ("\u{3164}", "‹U+3164›"), ("\u{2800}", "‹U+2800›"), ("\u{FFFF}", "‹U+FFFF›"),
      ("🏴\u{E0061}\u{E007F}", "🏴‹U+E0061›‹U+E007F›"),
    ])
  func tokens(text: String, drawn: String) {
    #expect(VisibleText.escape(text) == drawn)
  }

  @Test("No scalar in Unicode comes through as a control, a format or an invisible character")
  func everyScalar() {
    // Every scalar where scripts are small; every 97th of the large uniform blocks.
    let dense: [ClosedRange<UInt32>] = [
      0...0x3300, 0xA000...0xAC00, 0xD7A4...0x17000, 0x1A000...0x20000, 0xE0000...0xE0FFF,
    ]
    let sparse = Swift.stride(from: UInt32(0x3300), through: 0x10FFFF, by: 97)
    for value in dense.flatMap({ Array($0) }) + Array(sparse) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for shown in VisibleText.escape(String(scalar)).unicodeScalars {
        let properties = shown.properties
        let isSafe: Bool =
          switch properties.generalCategory {
          case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            false
          default: !properties.isDefaultIgnorableCodePoint
          }
        #expect(isSafe, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test("Making text visible twice changes nothing more")
  func idempotent() {
    for text in Samples.texts {
      let once = VisibleText.escape(text)
      #expect(VisibleText.escape(once) == once)
      #expect(TextWidth.columns(of: once) == TextWidth.columns(of: text))
    }
  }

  @Test("Marks piled on one letter are counted, and the output stays small")
  func pile() {
    let text = "a" + String(repeating: "\u{301}", count: 200_000) + "b"
    #expect(VisibleText.escape(text) == "a\u{301}\u{301}‹+199998›b")
    #expect(TextWidth.columns(of: text) == 11)
    #expect(text.truncated(to: 9) == "a\u{301}\u{301}…")
    #expect(text.truncated(to: 11).unicodeScalars.count == 200_002)
    let lines = TextWidth.wrap(text, width: 4)
    #expect(lines.allSatisfy { $0.unicodeScalars.count < 20 })
  }

  @Test("A line feed may be kept where a message has several lines")
  func lines() {
    #expect(VisibleText.escape("a\r\nb\u{1B}\nc", keepingLines: true) == "a\nb␛\nc")
  }

  @Test("A truncated text never takes more cells than allowed and says that it goes on")
  func truncation() {
    #expect("waggle".truncated(to: 6) == "waggle")
    #expect("waggle".truncated(to: 5) == "wagg…")
    #expect("漢字漢".truncated(to: 4) == "漢…")
    #expect("ab".truncated(to: 0) == "")
    for text in Samples.texts {
      for columns in 0...12 {
        #expect(TextWidth.columns(of: text.truncated(to: columns)) <= columns)
      }
    }
  }

  @Test("Padding fills up to the columns and never cuts")
  func padding() {
    #expect(TextWidth.padded("漢", to: 4) == "漢  ")
    #expect(TextWidth.padded("7", to: 3, atEnd: false) == "  7")
    #expect(TextWidth.padded("long", to: 2) == "long")
  }

  @Test("Wrapped lines fit, break at blanks, and keep every word")
  func wrapping() {
    #expect(TextWidth.wrap("the bees took my bike", width: 9) == ["the bees", "took my", "bike"])
    #expect(TextWidth.wrap("a\n\nb", width: 9) == ["a", "", "b"])
    #expect(TextWidth.wrap("abcdefgh", width: 3) == ["abc", "def", "gh"])
    #expect(TextWidth.wrap("漢字漢字", width: 3) == ["漢", "字", "漢", "字"])
    #expect(TextWidth.wrap("", width: 3) == [""])
    for text in Samples.texts {
      for width in 2...20 {
        for line in TextWidth.wrap(text, width: width) {
          // A single flag or token may be wider than a very narrow line; nothing else may.
          #expect(TextWidth.columns(of: line) <= max(width, 10))
        }
      }
    }
  }
}
