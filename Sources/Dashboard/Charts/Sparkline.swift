import Canvas
import Distribution

/// A KPI over the waves as block eighths, newest at the right.
struct Sparkline {
  /// One value a cell, with the number of its wave.
  let cells: [(value: Double, wave: Int)]
  /// The value of an empty cell and of a full one.
  let range: ClosedRange<Double>

  private static let blocks = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Up to two cells a wave: the middle of its assessments and its last.
  init(_ video: VideoPicture, columns: Int, range: ClosedRange<Double>, of kpi: KPI?) {
    self.range = range
    let waves = Dictionary(grouping: video.assessments, by: \.wave).sorted { $0.key < $1.key }
    let each = waves.count * 2 <= columns ? 2 : 1
    var cells: [(value: Double, wave: Int)] = []
    for (wave, looks) in waves {
      for part in 1...each {
        let look = looks[max(0, looks.count * part / each - 1)]
        cells.append((kpi.map { look.kpis.ratio($0) } ?? look.score, wave))
      }
    }
    self.cells = Array(cells.suffix(max(0, columns)))
  }

  /// Draws it; what lies below the bar is grey.
  func draw(on sheet: inout Sheet, bar: Double, _ x: Int, _ y: Int, in clip: Rect) {
    for (place, cell) in cells.enumerated() {
      let share = (cell.value - range.lowerBound) / (range.upperBound - range.lowerBound)
      let level = share.isFinite ? min(8, max(1, Int((share * 8).rounded(.up)))) : 1
      let style = cell.value < bar ? Style(.stop) : Style(.wave, level: cell.wave - 1)
      sheet.canvas.write(Self.blocks[level], x + place, y, style, clip: clip)
    }
  }
}
