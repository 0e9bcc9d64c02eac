import Catalogue
@testable import Distribution
import Testing

@Suite("The survey")
struct SurveyTests {
  @Test("parts of a survey are together the whole, in any division")
  func partsMakeTheWhole() {
    let survey = Survey(uploads: 240)
    let whole = survey.run(seed: 5)
    #expect(whole.count == 240)
    for parts in [2, 3] {
      let pieces = (0..<parts).flatMap { survey.run(seed: 5, part: $0, of: parts) }
      #expect(pieces.count == whole.count)
      #expect(pieces.map(\.views).sorted() == whole.map(\.views).sorted())
      #expect(pieces.map(\.halfTime).sorted() == whole.map(\.halfTime).sorted())
    }
  }

  @Test("the table counts what it says")
  func figuresAreRight() throws {
    let samples = (1...100).map { number in
      Survey.Sample(
        block: number % 20, views: number * 10, forYou: number * 9, followers: number,
        hour: number % 24, waves: number <= 50 ? 1 : 2, halfTime: 86_400)
    }
    let table = SurveyTable(samples, viral: 980)
    func value(_ name: String) throws -> Double {
      try #require(table.rows.first { $0.name.hasPrefix(name) }).value
    }
    #expect(try value("median") == 505)
    #expect(try value("never leave") == 0.5)
    #expect(try value("one video in") == 50)
    #expect(try abs(value("followers and views") - 1) < 1e-9)
    #expect(try abs(value("For You share") - 0.9) < 1e-9)
    #expect(try abs(value("Gini") - 0.33) < 0.005)
    for row in table.rows where row.value.isFinite {
      #expect(row.interval.lowerBound <= row.value && row.value <= row.interval.upperBound)
    }
  }

  @Test("nothing viral gives an open figure, not a crash")
  func nothingViral() {
    let table = SurveyTable([], viral: 10)
    #expect(!table.rows.isEmpty)
    #expect(table.rows.allSatisfy { !$0.holds || $0.value.isFinite })
  }

  @Test("a fit finds the appeal that leads to a reported reach")
  func fitFindsAppeal() throws {
    let world = World(truth: Truth(appeal: 0.4))
    let aim = try world.video()
    let fit = Fit(
      scenario: world.scenario, staged: world.uploads[0],
      aim: Reported(views: aim.views, forwards: max(1, aim.progress.forwarded)))
    let found = fit.solve(seeds: 2, step: 0.01)
    #expect(abs(Double(found.outcome.views) / Double(aim.views) - 1) < 0.07)
    #expect(abs(found.appeal - 0.4) < 0.08)
  }
}
