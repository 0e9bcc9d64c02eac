import Catalogue
import Testing

@testable import Readers

@Suite("Tricks that models are judged by")
struct SpellingTrickTests {
  @Test(
    "Longer plain words are written otherwise, the rest stays",
    arguments: [
      (SpellingTrick.leet, "But, 50ld é all"), (.spaced, "But, s o l d é all"),
      (.dotted, "But, s.o.l.d é all"), (.zeroWidth, "But, s\u{200B}o\u{200B}l\u{200B}d é all"),
      (.homoglyphs, "But, \u{455}\u{43E}ld é all"), (.fullWidth, "But, ｓｏｌｄ é all"),
      (.mathematical, "But, 𝐬𝐨𝐥𝐝 é all"), (.repeated, "But, sooold é all"),
      (.capitals, "But, SOLD é all"), (.swapped, "But, slod é all"),
    ])
  func applied(example: (trick: SpellingTrick, text: String)) {
    let text = example.trick.applied(to: "But, sold é all")
    #expect(Array(text.unicodeScalars) == Array(example.text.unicodeScalars))
    let upload = Upload(
      id: "1", creator: "", platform: "", transcript: "But, sold é all", hashtags: ["sold"])
    let written = example.trick.applied(to: upload)
    #expect(written.transcript == text)
    #expect(written.hashtags == [example.trick.applied(to: "sold")])
  }

  @Test("What is lost is counted among what was caught")
  func report() throws {
    let offer = Sample.caption("selling coke, dm me for the menu")
    let texts: [(upload: Upload, truth: ReviewTruth)] = [
      (offer, .breaks(.drugs)), (Sample.caption("good morning"), .breaks(.drugs)),
      (Sample.caption("my cat sleeps"), .innocent), (offer, .outside),
    ]
    let report = TrickReport(texts, reader: try Reader.shipped(), thresholds: ReviewSettings())
    #expect(report.rows.map(\.trick) == SpellingTrick.allCases)
    for row in report.rows {
      #expect(row.caught.count == 2)
      #expect(row.lost.count == 1)
      #expect(row.doubted.count == 1)
      #expect(row.lost.hits + row.caught.hits >= 1)
    }
  }
}
