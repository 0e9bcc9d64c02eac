import Canvas
import Catalogue

/// Views over time: curves on a grid of Braille dots, with labelled axes.
struct CurveChart {
  var axis: TimeAxis
  var scale: ValueScale
  var curves: [Curve]
  /// What stands on the line below: wave ends and the present.
  var marks: [(moment: Moment, text: String, style: Style)] = []
  /// What the marks mean, at the right end of that line.
  var markWords = ""
  /// What the left end of the axis is called; nil for no row of times.
  var origin: String?

  /// Columns left of the plot.
  static let margin = 6

  /// The plot's own cells within a rectangle.
  func plot(in rect: Rect) -> Rect {
    let labels = curves.map(\.label.cells).max() ?? 0
    let below = 1 + (origin == nil ? 0 : 1)
    return Rect(
      rect.x + Self.margin, rect.y, rect.width - Self.margin - (labels > 0 ? labels + 1 : 0),
      rect.height - below)
  }

  /// Draws it all.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    let plot = plot(in: rect)
    guard plot.width >= 4, plot.height >= 1 else { return }
    drawScale(on: &sheet, in: rect, plot)
    var dots = Dots(width: plot.width, height: plot.height)
    for curve in curves.reversed() { add(curve, to: &dots, plot) }
    dots.draw(on: &sheet, at: plot)
    drawLabels(on: &sheet, in: rect, plot)
    drawMarks(on: &sheet, in: rect, plot)
    drawTimes(on: &sheet, in: rect, plot)
  }

  private func add(_ curve: Curve, to dots: inout Dots, _ plot: Rect) {
    let columns = plot.width * 2
    let rows = plot.height * 4
    var before: Int?
    for column in 0..<columns {
      let start = column == 0 ? axis.from : axis.end(of: column - 1, of: columns)
      guard start <= curve.until, let first = curve.points.first, first.at <= curve.until else {
        break
      }
      let moment = min(axis.end(of: column, of: columns), curve.until)
      guard let value = curve.value(at: moment), let height = scale.height(Double(value)) else {
        before = nil
        continue
      }
      let row = rows - 1 - Int((height * Double(rows - 1)).rounded())
      if curve.isDotted {
        if column % 3 == 0 { dots.set(column, row, curve.style) }
      } else {
        let from = before ?? row
        for step in min(from, row)...max(from, row) where step == row || step != from {
          dots.set(column, step, curve.style)
        }
      }
      before = row
    }
  }

  private func drawScale(on sheet: inout Sheet, in rect: Rect, _ plot: Rect) {
    let style = Style(.muted)
    for y in plot.y..<plot.bottom {
      sheet.canvas[plot.x - 1, y] = Cell(Lines.vertical, style: Style(.border))
    }
    for value in scale.labels(rows: plot.height) {
      guard let height = scale.height(Double(max(value, scale.isLinear ? 0 : 1))) else { continue }
      let row = plot.height * 4 - 1 - Int((height * Double(plot.height * 4 - 1)).rounded())
      let y = plot.y + row / 4
      let name = ValueScale.name(value).right(Self.margin - 1)
      sheet.canvas.write(name, rect.x, y, style, clip: rect)
      sheet.canvas[plot.x - 1, y] = Cell(Lines.rightTee, style: Style(.border))
    }
  }

  /// The curves' names at the right of the plot, near their ends, never two on one row.
  private func drawLabels(on sheet: inout Sheet, in rect: Rect, _ plot: Rect) {
    var taken: Set<Int> = []
    for curve in curves where !curve.label.isEmpty {
      let end = curve.value(at: min(curve.until, axis.to)) ?? 0
      let height = scale.height(Double(end)) ?? 0
      let rows = plot.height * 4
      let wish = plot.y + (rows - 1 - Int((height * Double(rows - 1)).rounded())) / 4
      let free = (0..<plot.height).flatMap { [wish + $0, wish - $0] }.first {
        $0 >= plot.y && $0 < plot.bottom && !taken.contains($0)
      }
      guard let y = free else { continue }
      taken.insert(y)
      sheet.line(curve.label, plot.right + 1, y, in: rect)
    }
  }

  private func drawMarks(on sheet: inout Sheet, in rect: Rect, _ plot: Rect) {
    let y = plot.bottom
    sheet.canvas[plot.x - 1, y] = Cell(Lines.bottomLeft, style: Style(.border))
    for x in plot.x..<plot.right {
      sheet.canvas[x, y] = Cell(Lines.horizontal, style: Style(.border))
    }
    var free = plot.x
    for mark in marks {
      let x = plot.x + axis.column(mark.moment, of: plot.width)
      guard x >= free, x + mark.text.cells <= plot.right else { continue }
      free = x + sheet.canvas.write(mark.text, x, y, mark.style, clip: rect)
    }
    sheet.canvas.write(markWords, plot.right + 1, y, Style(.muted), clip: rect)
  }

  private func drawTimes(on sheet: inout Sheet, in rect: Rect, _ plot: Rect) {
    guard let origin else { return }
    let y = plot.bottom + 1
    let start = plot.x + sheet.canvas.write(origin, plot.x, y, Style(.muted), clip: rect)
    var free = start + 2
    for tick in axis.ticks(columns: plot.width, apart: 9) {
      let x = plot.x + axis.column(tick.moment, of: plot.width)
      guard x >= free, x + tick.name.cells <= rect.right else { continue }
      free = x + sheet.canvas.write(tick.name, x, y, Style(.muted), clip: rect) + 2
    }
  }
}
