import ArgumentParser
import Canvas
import Catalogue
import Distribution

/// The sanity table, which says whether the simulated world is like the real one.
struct SurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "Run many ordinary uploads and compare what becomes of them with the real world.",
    discussion: "Every figure is counted from what the engine did, viewer by viewer.")

  @Option(help: "Uploads a seed, 100 to 1000000; fewer than 20000 are too few to tell much.")
  var uploads = 20_000

  @Option(help: "How many seeds are pooled, 1 to 1000.")
  var seeds = 1

  @Option(help: "The first seed, a number from 0 on; the others follow it.")
  var seed: UInt64 = 1

  @OptionGroup var work: ThreadsOption

  @Flag(help: "The rows as one line of JSON.")
  var json = false

  /// From how many uploads on the intervals of most figures are narrower than their targets.
  private static let enough = 20_000

  func validate() throws {
    try (100...1_000_000).check(uploads, of: "--uploads")
    try (1...1_000).check(seeds, of: "--seeds")
  }

  func run() throws {
    let survey = Survey(uploads: uploads)
    let all = (0..<UInt64(seeds)).map { seed &+ $0 }
    var bar = ProgressBar()
    let samples = SurveyRun(survey: survey, seeds: all, threads: work.threads).samples { done in
      let pooled = seeds == 1 ? "1 seed" : "\(seeds) seeds"
      bar.show { (done, "\(uploads.grouped) uploads a seed, \(pooled)") }
    }
    bar.finish()
    let table = SurveyTable(samples, viral: try Self.viral())
    var output = Output()
    if json {
      try output.write(Self.json(table, uploads: uploads, seeds: all))
    } else {
      try output.tell(Self.text(table, uploads: samples.count, seeds: all))
    }
    try output.flush()
  }

  /// What counts as viral: the views that the default scenario's star is reported to have had.
  private static func viral() throws -> Int {
    guard let scenario = try BuiltInScenarios.all.first?.scenario(),
      let star = scenario.uploads.first(where: { $0.id == scenario.star }),
      let reported = star.reported
    else { throw Failure.software("the default scenario's star has no reported views") }
    return reported.views
  }

  private static func json(_ table: SurveyTable, uploads: Int, seeds: [UInt64]) -> JSON {
    .object([
      "simulated": .flag(true), "uploads": .whole(uploads),
      "seeds": .list(seeds.map { .text(String($0)) }),
      "rows": .list(
        table.rows.map { row in
          .object([
            "name": .text(row.name), "value": .number(row.value),
            "low": .number(row.target.lowerBound), "high": .number(row.target.upperBound),
            "interval": .list([
              .number(row.interval.lowerBound), .number(row.interval.upperBound),
            ]),
            "holds": .flag(row.holds),
          ])
        }),
    ])
  }

  private static func text(_ table: SurveyTable, uploads: Int, seeds: [UInt64]) -> String {
    let named = seeds.count == 1 ? "seed \(seeds[0])" : "\(seeds.count) seeds from \(seeds[0])"
    var rows = [["", "figure", "95 % interval", "real world", ""]]
    for row in table.rows {
      rows.append([
        row.name, figure(row.value),
        figure(row.interval.lowerBound) + " … " + figure(row.interval.upperBound),
        figure(row.target.lowerBound) + " … " + figure(row.target.upperBound),
        row.holds ? "✓" : "✗",
      ])
    }
    let missed = table.rows.count { !$0.holds }
    let last =
      switch missed {
      case 0: "Every figure is as in the real world."
      case 1: "One figure is not as in the real world."
      default: "\(missed) figures are not as in the real world."
      }
    let few =
      uploads < Self.enough
      ? " Fewer than \(Self.enough.grouped) uploads are too few to tell." : ""
    let lines =
      ["SIMULATED  \(uploads.grouped) uploads, \(named)", ""]
      + TextTable(rows, left: [0, 4]).lines + ["", last + few]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func figure(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    guard value.magnitude < 1e9 else { return "∞" }
    guard value.magnitude < 100 else { return Int(value.rounded()).grouped }
    return value.fixed(value.magnitude < 0.1 ? 4 : value.magnitude < 10 ? 3 : 1)
  }
}
