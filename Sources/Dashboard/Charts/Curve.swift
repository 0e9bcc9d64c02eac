import Canvas
import Catalogue
import Distribution

/// One line in a chart of views over time.
struct Curve: Hashable {
  /// Moments and values, in order of time.
  var points: [Point]
  /// The moment up to which it is known.
  var until: Moment
  /// How it looks.
  var style: Style
  /// Whether it is drawn as single dots.
  var isDotted = false
  /// What stands at its right: `688K now`.
  var label: [Piece] = []

  /// A moment and a value.
  struct Point: Hashable {
    var at: Moment
    var value: Int
  }

  /// The value at a moment: the latest known; nil before the first.
  func value(at moment: Moment) -> Int? {
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      if points[middle].at <= moment { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? points[low - 1].value : nil
  }

  /// All views of a video over time.
  static func views(of curve: [CurvePoint], until: Moment, _ style: Style) -> Curve {
    Curve(points: curve.map { Point(at: $0.at, value: $0.views) }, until: until, style: style)
  }

  /// What followers and forwards alone would have brought.
  static func social(of curve: [CurvePoint], until: Moment, _ style: Style) -> Curve {
    Curve(
      points: curve.map { Point(at: $0.at, value: $0.socialGraphOnly) }, until: until,
      style: style, isDotted: true)
  }
}
