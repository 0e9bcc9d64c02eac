import Catalogue
import Testing

@testable import Readers

@Suite("Figures of review")
struct ReviewReportTests {
  private func text(
    _ truth: ReviewTruth, _ probability: Double, says policy: Policy = .drugs,
    functionality: String = "", template: String = ""
  ) -> JudgedReview {
    JudgedReview(
      truth: truth, policies: [PolicyProbability(policy, probability)],
      functionality: functionality, template: template)
  }

  private let thresholds = ReviewSettings(doubtFrom: 0.2, removeFrom: 0.8)

  @Test("Every text is let through, doubted or removed, on its own side")
  func outcomes() {
    let report = ReviewReport(
      [
        text(.breaks(.drugs), 0.9), text(.breaks(.drugs), 0.5), text(.illegal, 0.1),
        text(.innocent, 0.85), text(.innocent, 0.2), text(.innocent, 0.19), text(.innocent, 0),
        text(.outside, 1),
      ], thresholds: thresholds)
    #expect(report.outside == 1)
    #expect(
      report.illegal == ReviewReport.Outcomes(texts: 3, allowed: 1, doubted: 1, removed: 1))
    #expect(
      report.innocent == ReviewReport.Outcomes(texts: 4, allowed: 2, doubted: 1, removed: 1))
    // Two found of three, four called: precision 1/2, recall 2/3.
    #expect(abs(report.f1 - 4.0 / 7) < 1e-12)
    #expect(report.confusion["DRU", told: "DRU"] == 2)
    #expect(report.confusion["any", told: "allow"] == 1)
    #expect(report.confusion["none", told: "DRU"] == 2)
  }

  @Test("The area under the curve is the share of pairs in the right order, whatever the texts")
  func area() {
    for seed in 1...30 as ClosedRange<UInt64> {
      var draw = SeededDraw(seed: seed, name: "area")
      let texts = (0..<40).map { _ in
        text(draw.below(3) == 0 ? .illegal : .innocent, Double(draw.below(8)) / 8)
      }
      let bad = texts.filter(\.truth.isIllegal).map(\.probability)
      let good = texts.filter { !$0.truth.isIllegal }.map(\.probability)
      guard !bad.isEmpty, !good.isEmpty else { continue }
      let right = bad.flatMap { b in good.map { g in b > g ? 1.0 : b == g ? 0.5 : 0 } }
      let expected = right.reduce(0, +) / Double(right.count)
      #expect(abs(ReviewReport(texts, thresholds: thresholds).area - expected) < 1e-12)
    }
  }

  @Test("Removal precision is that of a stream in which 0.7 % is illegal")
  func precision() throws {
    let bad = (0..<100).map { text(.illegal, $0 < 60 ? 0.9 : 0.1) }
    let good = (0..<1_000).map { text(.innocent, $0 < 2 ? 0.9 : 0.1) }
    let report = ReviewReport(bad + good, thresholds: thresholds)
    let found = try #require(report.removalPrecision)
    let expected = 0.6 * 0.007 / (0.6 * 0.007 + 0.002 * 0.993)
    #expect(abs(found.value - expected) < 1e-12)
    #expect(found.lower < found.value)
    #expect(ReviewReport(good, thresholds: thresholds).removalPrecision == nil)
    // Live, hardly more is doubted than of what is innocent.
    #expect(report.liveDoubt == 0)
  }

  @Test("Probabilities that hold in the stream are calibrated at its prevalence")
  func calibration() {
    // Among texts of 0.7 % each 7 of 1,000 are illegal; the set itself holds half of each.
    let texts =
      (0..<500).map { _ in text(.illegal, 0.007) } + (0..<500).map { _ in text(.innocent, 0.007) }
    let report = ReviewReport(texts, thresholds: thresholds)
    #expect(abs(report.reliability.error - 0.493) < 1e-9)
    #expect((report.liveReliability?.error ?? 1) < 1e-9)
  }

  @Test("Functionalities and templates are reported together, the worst template first")
  func groups() {
    let report = ReviewReport(
      [
        text(.illegal, 0.9, functionality: "offer", template: "a"),
        text(.illegal, 0.1, functionality: "offer", template: "b"),
        text(.innocent, 0.1, functionality: "news", template: "c"),
        text(.innocent, 0.1, functionality: "news", template: "c"),
      ], thresholds: thresholds)
    #expect(report.functionalities.map(\.name) == ["offer", "news"])
    #expect(report.functionalities.map(\.right.share) == [0.5, 1])
    #expect(report.functionalities.map(\.isIllegal) == [true, false])
    #expect(report.templates.first?.name == "b")
    #expect(report.templates.count == 3)
  }

  @Test("Doubt begins where one in twenty is missed, and removal where its bound holds")
  func derived() throws {
    let bad = (1...100).map { text(.illegal, Double($0) / 100) }
    let few = DerivedThresholds(bad + (0..<100).map { _ in text(.innocent, 0) })
    #expect(few.doubtFrom == 0.06)
    // A hundred innocent texts cannot show that 99 of 100 removals are right at 0.7 %.
    #expect(few.removeFrom == nil)
    let many = (0..<200_000).map { text(.innocent, $0 < 100 ? 0.5 : 0) }
    let sure = try #require(DerivedThresholds(bad + many).removeFrom)
    #expect(sure > 0.5)
    let report = ReviewReport(
      bad + many, thresholds: ReviewSettings(doubtFrom: 0.06, removeFrom: sure))
    #expect((report.removalPrecision?.lower ?? 0) >= 0.99)
    #expect(report.illegal.allowedRate.share <= 0.05)
  }

  @Test(
    "Labels of public sets mean a policy, or none",
    arguments: [
      ("DRU", ReviewTruth.breaks(.drugs)), ("dru", .breaks(.drugs)), ("", .innocent),
      ("none", .innocent), ("hateful", .breaks(.hate)), ("non-hateful", .innocent),
      ("safe", .innocent), ("unsafe", .illegal), ("Phishing", .breaks(.fraud)), ("dfm", .outside),
    ])
  func labels(label: (word: String, truth: ReviewTruth)) {
    #expect(ReviewTruth(label: label.word) == label.truth)
    #expect(ReviewTruth(label: label.word + "?!") == nil)
  }
}
