import Catalogue
import FoundationEssentials
import Testing

@testable import Readers

@Suite("Texts that no model is trained on")
struct HeldOutTests {
  @Test("Most short descriptions are put under their topic, and nearly all within three")
  func topics() throws {
    let reader = try Reader.shipped()
    let texts = try Sample.heldOut("topics")
    #expect(Set(texts.map(\.label)) == Set(Topic.all.map(\.id)))
    var (first, third) = (0, 0)
    for text in texts {
      let ids = reader.read(Sample.caption(text.text)).topics.map(\.topic.id)
      first += ids.first == text.label ? 1 : 0
      third += ids.prefix(3).contains(text.label) ? 1 : 0
    }
    #expect(Double(first) / Double(texts.count) >= 0.85)
    #expect(Double(third) / Double(texts.count) >= 0.92)
  }

  @Test("The first topic's score is as high as it is often right")
  func scoresAreCalibrated() throws {
    let reader = try Reader.shipped()
    var bins = [(count: Double, sum: Double, right: Double)](repeating: (0, 0, 0), count: 5)
    let texts = try Sample.heldOut("topics")
    for text in texts {
      guard let first = reader.read(Sample.caption(text.text)).topics.first else { continue }
      let bin = min(4, Int(first.score * 5))
      bins[bin].count += 1
      bins[bin].sum += first.score
      bins[bin].right += first.topic.id == text.label ? 1 : 0
    }
    let gap = bins.reduce(0) { $0 + abs($1.sum - $1.right) } / Double(texts.count)
    #expect(gap <= 0.15)
  }

  @Test("Offers and threats stand above news, warnings, jokes and plain life")
  func review() throws {
    let reader = try Reader.shipped()
    var judged: [Evaluation.Judged] = []
    var (caught, right, offers, doubted, innocents) = (0, 0, 0, 0, 0)
    for text in try Sample.heldOut("review") {
      let reading = reader.read(Sample.caption(text.text))
      let isOffer = text.label != "-"
      judged.append(
        Evaluation.Judged(probabilities: [reading.illegal], labels: isOffer ? [0] : []))
      if isOffer {
        offers += 1
        caught += reading.illegal >= Sample.doubt ? 1 : 0
        right += reading.policies.first?.policy.rawValue == text.label ? 1 : 0
      } else {
        innocents += 1
        doubted += reading.illegal >= Sample.doubt ? 1 : 0
      }
    }
    #expect(Evaluation(judged).areaUnderCurve >= 0.95)
    #expect(Double(caught) / Double(offers) >= 0.80)
    #expect(Double(right) / Double(offers) >= 0.85)
    #expect(Double(doubted) / Double(innocents) <= 0.10)
  }

  @Test(
    "Hardly any real caption is doubted",
    .enabled(
      if: Sample.data("review/youtube-trending/videos.csv") != nil,
      "the captions of trending videos are not here"))
  func realCaptions() throws {
    let path = try #require(Sample.data("review/youtube-trending/videos.csv"))
    let data = try #require(FileManager.default.contents(atPath: path))
    let rows = CommaSeparated.rows(String(decoding: data, as: UTF8.self)).dropFirst()
    let captions = rows.filter { $0.count > 4 }.map { $0[2] + "\n" + $0[4] }
    try #require(captions.count > 1_000)
    let reader = try Reader.shipped()
    // Every sixth will do: a test build reads slowly.
    let chosen = captions.indices.filter { $0 % 6 == 0 }
    let doubted = chosen.filter {
      reader.read(Sample.caption(captions[$0])).illegal >= Sample.doubt
    }
    #expect(Double(doubted.count) / Double(chosen.count) <= 0.05)
  }
}

/// Just enough of comma-separated values for the data that tests read.
enum CommaSeparated {
  static func rows(_ text: String) -> [[String]] {
    var (rows, row, cell): ([[String]], [String], String.UnicodeScalarView) = ([], [], .init())
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars {
      if isQuoted {
        if scalar != "\"" { cell.append(scalar) } else { isQuoted = false }
        wasQuote = scalar == "\""
      } else if scalar == "\"" {
        // A quote that follows the end of a quotation stands for itself.
        if wasQuote { cell.append(scalar) }
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        row.append(String(cell))
        cell = .init()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
        wasQuote = false
      } else {
        cell.append(scalar)
        wasQuote = false
      }
    }
    return rows
  }
}
