import Canvas
import Catalogue
import Distribution

/// Views over time as lines of a chart.
enum Reach {
  /// All views of a video.
  ///
  /// - Parameters:
  ///   - until: The moment up to which they are known.
  ///   - shift: Seconds added to every moment, to lay videos over each other.
  static func curve(
    _ points: [CurvePoint], until: Moment, _ style: Style, shift: Moment = 0
  ) -> Curve {
    Curve(
      points.map { Curve.Point(Double($0.at + shift), Double($0.views)) }, style, path: .steps,
      knownUntil: Double(until + shift))
  }

  /// What followers and forwards alone would have brought.
  static func social(_ points: [CurvePoint], until: Moment, shift: Moment = 0) -> Curve {
    Curve(
      points.map { Curve.Point(Double($0.at + shift), Double($0.socialGraphOnly)) },
      Style(.social), path: .steps, spacing: 3, knownUntil: Double(until + shift))
  }

  /// A level that is not reached yet.
  static func level(_ views: Int, from: Moment, to: Moment) -> Curve {
    Curve(
      [Curve.Point(Double(from), Double(views))], Style(.forecast), path: .steps, spacing: 3,
      knownUntil: Double(to))
  }

  /// Labels of a scale of views for a plot so many rows high: every decade where there is room.
  static func labels(_ scale: Scale, rows: Int) -> [CurveChart.Label] {
    let decades = scale.ticks(atMost: 20).count
    let count = scale.isLogarithmic && rows >= decades ? decades : max(2, min(6, rows / 2))
    return scale.ticks(atMost: count).map { CurveChart.Label(at: $0, CompactNumber.text($0)) }
  }

  /// The scale of views, which grows by decades or by doubling.
  static func scale(isLinear: Bool, holding views: Int) -> Scale {
    isLinear
      ? .doubling(from: 0, unit: 1_000, covering: Double(max(views, 1)))
      : .decades(from: 1, covering: Double(max(views, 1_000)))
  }
}
