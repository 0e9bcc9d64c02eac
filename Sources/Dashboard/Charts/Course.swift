import Canvas
import Distribution

/// A KPI, or the score, over the waves.
struct Course {
  /// The values that an empty and a full cell stand for, in multiples of the median video.
  static let range = 0.5...2.1

  private let values: [(value: Double, wave: Int)]

  /// Up to two samples a wave: the middle of its assessments and its last.
  init(_ video: VideoPicture, of kpi: KPI?, columns: Int) {
    let waves = Dictionary(grouping: video.assessments, by: \.wave).sorted { $0.key < $1.key }
    let each = waves.count * 2 <= columns ? 2 : 1
    values = waves.flatMap { wave, looks in
      (1...each).compactMap { part in
        let look = looks[max(0, looks.count * part / each - 1)]
        guard let kpi else { return (look.score, wave) }
        return look.kpis.isComplete ? (look.kpis.ratio(kpi), wave) : nil
      }
    }
  }

  /// How many cells it takes.
  var count: Int { values.count }

  /// Draws it as block eighths, with the bar's height after ┊; what lies below the bar is grey.
  func draw(bar: Double, on sheet: inout Sheet, in area: Rect) {
    let base = Self.range.lowerBound
    let line = Sparkline(
      values.map { $0.value.isFinite ? $0.value - base : nil },
      maximum: Self.range.upperBound - base,
      styles: values.map { value, wave in
        value < bar ? Style(.stop) : Style(.wave, level: wave - 1)
      })
    sheet.canvas.draw(line, in: area)
    guard bar > 0, values.count + 2 <= area.width else { return }
    let end = area.x + values.count
    sheet.canvas.write("┊", end, area.y, Style(.bar), clip: area)
    let height = Sparkline([bar - base], maximum: line.maximum, styles: [Style(.bar)])
    sheet.canvas.draw(height, in: Rect(end + 1, area.y, 1, 1))
  }
}
