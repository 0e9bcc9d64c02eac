import Testing

@testable import Readers

@Suite("Figures of topics")
struct TopicReportTests {
  private func text(_ truth: [String], _ told: String...) -> JudgedTopics {
    JudgedTopics(
      truth: Set(truth), told: told.enumerated().map { ($1, 0.8 / Double($0 + 1)) })
  }

  @Test("First, among three, and unknown are counted by group")
  func shares() {
    let report = TopicReport(
      [
        text(["a/x"], "a/x"), text(["a/x"], "b/z", "a/y", "a/x"), text(["a/y"]),
        text(["b/z"], "a/x", "a/y", "b/w", "b/z"), text([]), text([], "a/x"),
        text(["a/x", "b/z"], "b/z"),
      ], outside: 2)
    #expect(report.total.first == Rate(2, of: 5))
    #expect(report.total.told == report.total.first)
    #expect(report.total.third == Rate(3, of: 5))
    #expect(report.total.unknown == Rate(1, of: 5))
    #expect(report.nothing == Rate(1, of: 2))
    #expect(report.outside == 2)
    #expect(report.groups.map(\.name) == ["a", "b"])
    #expect(report.groups.last?.first == Rate(0, of: 1))
    #expect(report.confusion.mistakes.map(\.texts) == [1, 1, 1])
  }

  @Test("What is likeliest counts as first, though nothing was told")
  func ranked() {
    let report = TopicReport([
      JudgedTopics(truth: ["a/x"], told: [], ranked: ["a/x", "a/y"]),
      JudgedTopics(truth: ["a/x"], told: [("a/x", 0.9)], ranked: ["a/x"]),
    ])
    #expect(report.total.first == Rate(2, of: 2))
    #expect(report.total.told == Rate(1, of: 2))
    #expect(report.total.unknown == Rate(1, of: 2))
    #expect(report.reliability.bins.map(\.texts) == [1])
  }

  @Test("F1 is the harmonic mean of precision and recall")
  func f1() {
    var table = Confusion()
    for (truth, told) in [("a", "a"), ("a", "a"), ("a", "b"), ("b", "a"), ("b", "c")] {
      table.add(truth, told: told)
    }
    // Precision and recall of a are 2/3; of b nothing is right.
    #expect(abs(table.f1("a") - 2.0 / 3) < 1e-12)
    #expect(table.f1("b") == 0)
  }

  @Test("Wilson's interval holds the share and narrows with the count")
  func intervals() {
    for count in [1, 10, 100, 1_000] {
      for hits in [0, count / 3, count] {
        let rate = Rate(hits, of: count)
        #expect(rate.interval.contains(rate.share) || hits == 0 || hits == count)
        let more = Rate(hits * 10, of: count * 10)
        #expect(
          more.interval.upperBound - more.interval.lowerBound
            < rate.interval.upperBound - rate.interval.lowerBound)
      }
    }
    // A textbook value: 10 of 20.
    let half = Rate(10, of: 20).interval
    #expect(abs(half.lowerBound - 0.2993) < 1e-4 && abs(half.upperBound - 0.7007) < 1e-4)
  }
}
