import Canvas
import Catalogue
import Distribution

/// Scores on a line: their intervals against the bar.
struct IntervalScale: Hashable {
  let low: Double
  let high: Double
  let columns: Int

  /// A scale that holds the bar and all the intervals, from tenth to tenth.
  init(bar: Double, assessments: [Assessment], columns: Int) {
    let sane = assessments.filter { $0.score.isFinite && $0.error.isFinite }
    let lowest = sane.map { max($0.score - $0.error, 0) }.min() ?? bar
    let highest = sane.map { min($0.interval.upperBound, 4) }.max() ?? bar
    low = min(bar - 0.1, lowest - 0.05, 1)
    high = max(bar + 0.4, highest + 0.05)
    self.columns = max(1, columns)
  }

  /// The column of a value; the nearest where it lies outside.
  func column(_ value: Double) -> Int {
    guard value.isFinite, high > low else { return 0 }
    let share = (value - low) / (high - low)
    return min(max(0, Int((share * Double(columns - 1)).rounded())), columns - 1)
  }

  /// Draws the axis: the bar's place with its value, and round values.
  func drawAxis(on sheet: inout Sheet, bar: Double, _ x: Int, _ y: Int, in clip: Rect) {
    let place = x + column(bar)
    var free = place + sheet.line([Piece("┊bar " + bar.fixed(2), .bar)], place, y, in: clip) - place
    for value in [0.5, 1.0, 1.5, 2.0, 2.5, 3.0] where value > low && value < high {
      let at = x + column(value) - 1
      guard at >= free + 1, at + 3 <= x + columns else { continue }
      free = at + sheet.canvas.write(value.fixed(1), at, y, Style(.muted), clip: clip)
    }
  }

  /// Draws one assessment.
  func draw(
    _ a: Assessment, mark: String, style: Style, on sheet: inout Sheet, _ x: Int, _ y: Int,
    in clip: Rect
  ) {
    sheet.canvas.write("┊", x + column(a.bar), y, Style(.bar), clip: clip)
    let (from, to) = (column(a.interval.lowerBound), column(a.interval.upperBound))
    let middle = column(a.score)
    if from < to {
      for place in from...to {
        let glyph = place == from && middle - from > 1 ? "├" : place == to && to - middle > 1 ? "┤" : "─"
        sheet.canvas.write(glyph, x + place, y, style, clip: clip)
      }
      if column(a.bar) >= from, column(a.bar) <= to {
        sheet.canvas.write("┊", x + column(a.bar), y, Style(.bar), clip: clip)
      }
    }
    sheet.canvas.write(mark, x + middle, y, style, clip: clip)
  }
}
