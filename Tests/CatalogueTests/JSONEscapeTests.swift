import Testing

@testable import Catalogue

@Suite("An escape of JSON")
struct JSONEscapeTests {
  private func escape(_ text: String, at start: Int = 0) -> JSONEscape? {
    Array(text.utf8).withUnsafeBufferPointer { JSONEscape(in: $0, at: start) }
  }

  @Test(
    "stands for one scalar and says how long it is",
    arguments: [
      (#"\""#, "\"", 2), (#"\\"#, "\\", 2), (#"\/"#, "/", 2), (#"\b"#, "\u{8}", 2),
      (#"\f"#, "\u{C}", 2), (#"\n"#, "\n", 2), (#"\r"#, "\r", 2), (#"\t"#, "\t", 2),
      (#"\u0041"#, "A", 6), (#"\u00e9"#, "é", 6), (#"\u00E9"#, "é", 6), (#"\uffff"#, "\u{FFFF}", 6),
      (#"\u0000"#, "\0", 6), (#"\ud83d\udc1d"#, "🐝", 12), (#"\uDBFF\uDFFF"#, "\u{10FFFF}", 12),
    ])
  func whole(_ written: String, _ scalar: Unicode.Scalar, _ count: Int) {
    for (before, after) in [("", ""), ("ab", "0\\n"), ("", "\"}")] {
      let found = escape(before + written + after, at: before.utf8.count)
      #expect(found?.scalar == scalar)
      #expect(found?.count == count)
    }
  }

  @Test(
    "of half a surrogate pair stands for none, and what follows is its own",
    arguments: [#"\ud83d"#, #"\udc1d"#, #"\ud83d\n"#, #"\ud83d\ud83d"#, #"\udc1d\ud83d"#])
  func half(_ written: String) {
    #expect(escape(written)?.count == 6)
    #expect(escape(written)?.scalar == nil)
  }

  @Test(
    "is nothing else",
    arguments: ["", "\\", "\\x", "\\U0041", "\\u", "\\u004", "\\u00g1", "\\u+041", "n", "é"])
  func other(_ written: String) {
    #expect(escape(written) == nil)
  }
}
