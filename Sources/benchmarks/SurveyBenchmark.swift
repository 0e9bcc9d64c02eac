import Catalogue
import Distribution

/// Uploads a second: everything that happens to default uploads in twelve days.
struct SurveyBenchmark {
  static let uploads = 2_000

  /// Uploads a second, and nanoseconds a view, all in.
  func lines() -> [Line] {
    var views = 0
    let times = (0..<5).map { _ in
      Stopwatch.measure {
        let samples = Survey(uploads: Self.uploads).run(seed: 1)
        views = samples.reduce(0) { $0 + $1.views }
      }
    }
    return [
      Line(
        name: "survey, uploads a second", unit: "1/s",
        value: Spread(times.map { Double(Self.uploads) / $0 * 1e9 }), ratio: nil,
        note: "\(Self.uploads.grouped) uploads, \(views.grouped) views"),
      Line(
        name: "  a view, all in", unit: "ns", value: Spread(times.map { $0 / Double(views) }),
        ratio: nil, note: ""),
    ]
  }
}
