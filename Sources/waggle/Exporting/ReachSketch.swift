import Canvas
import Catalogue
import Distribution

/// How one video's views grew, in characters, where a page stands alone without a picture.
struct ReachSketch {
  let video: VideoPicture

  private static let size = Size(76, 16)

  /// The sketch as a block of Markdown; empty where nobody has been shown the video.
  var block: String {
    guard video.publication != nil, let from = video.publishedAt else { return "" }
    let last = [video.stoppedAt, video.curve.last?.at].compactMap { $0 }.max() ?? from
    let end = max(from + 3_600, last)
    let area = Rect(0, 1, Self.size.width, Self.size.height - 1)
    var canvas = Canvas(Self.size)
    canvas.write(
      "views, log scale; the numbers below are the ends of waves", 0, 0, Style(),
      clip: canvas.bounds)
    chart(from: Double(from), to: Double(end)).draw(into: &canvas, in: area)
    return Markdown.block(canvas.plainText + "\n")
  }

  private func chart(from: Double, to end: Double) -> CurveChart {
    CurveChart(
      x: .linear(from, end), y: .decades(from: 1, covering: Double(max(100, video.views))),
      curves: [
        curve(\.socialGraphOnly, spacing: 3, until: end), curve(\.views, spacing: 1, until: end),
      ],
      marks: video.waves.compactMap { wave in
        wave.endedAt.map { .init(at: Double($0), String(wave.number)) }
      },
      xLabels: labels(from: from, to: end),
      notes: [
        .init(at: Double(max(1, video.views)), "\(video.views.brief) views"),
        .init(
          at: Double(max(1, video.progress.socialGraphOnly)),
          "\(video.progress.socialGraphOnly.brief) social"),
      ])
  }

  private func curve(
    _ value: KeyPath<CurvePoint, Int>, spacing: Int, until end: Double
  ) -> Curve {
    let points = video.curve.map { point in
      let count = point[keyPath: value]
      return Curve.Point(Double(point.at), count > 0 ? Double(count) : nil)
    }
    return Curve(points, path: .steps, spacing: spacing, knownUntil: end)
  }

  private func labels(from: Double, to end: Double) -> [CurveChart.Label] {
    TimeSteps.hours(in: end - from, atMost: 6).map { hours in
      .init(at: from + Double(hours) * 3_600, TimeSteps.name(hours))
    }
  }
}

/// Round times after the beginning, for an axis.
enum TimeSteps {
  /// Hours, 0 the first, of which at most so many fit into so many seconds.
  static func hours(in length: Double, atMost most: Int) -> [Int] {
    let steps = [1, 2, 3, 6, 12, 24, 48, 96, 192, 384, 768]
    let step = steps.first { length / Double($0 * 3_600) <= Double(most) }
    guard let step else { return [0] }
    return Array(stride(from: 0, through: Int(length / 3_600), by: step))
  }

  /// As `0`, `+6 h` or `+2 d`.
  static func name(_ hours: Int) -> String {
    if hours == 0 { return "0" }
    return hours % 24 == 0 ? "+\(hours / 24) d" : "+\(hours) h"
  }
}
