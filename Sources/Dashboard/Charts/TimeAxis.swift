import Canvas
import Catalogue

/// The time shown by a curve or a timeline: from one moment, so many seconds long.
struct TimeAxis: Hashable {
  let from: Moment
  let length: Moment

  /// Lengths an axis may have.
  ///
  /// A run outgrows one and jumps to the next, so that what is drawn stays where it is in between.
  private static let lengths = [1, 2, 3, 6, 12, 24, 36, 48, 72, 96, 144, 192, 288, 384].map {
    $0 * 3_600
  }

  /// The shortest axis that holds a moment.
  init(from: Moment, holding last: Moment) {
    self.from = from
    let needed = max(0, last - from)
    var length = Self.lengths.first { $0 >= needed } ?? 384 * 3_600
    while length < needed, length < Int.max / 4 { length *= 2 }
    self.length = length
  }

  /// An axis from one moment to another, exactly.
  init(from: Moment, to: Moment) {
    self.from = from
    length = max(1, to.minus(from))
  }

  /// The last moment on it.
  var to: Moment { from + length }

  /// The axis as charts take it.
  var scale: Scale { .linear(Double(from), Double(to)) }

  /// The start and round stretches after it, for a chart so many columns wide.
  func labels(columns: Int, origin: String) -> [CurveChart.Label] {
    let hours = [1, 2, 3, 6, 12, 24, 48, 96, 192, 384, 768].map { $0 * 3_600 }
    let least = Double(length) * 9 / Double(max(1, columns))
    let step = hours.first { Double($0) >= least } ?? length
    let rest = stride(from: step, to: length, by: step).map {
      CurveChart.Label(at: Double(from + $0), "+" + Self.name($0))
    }
    return [CurveChart.Label(at: Double(from), origin)] + rest
  }

  private static func name(_ seconds: Moment) -> String {
    seconds % 86_400 == 0 ? "\(seconds / 86_400) d" : "\(seconds / 3_600) h"
  }
}
