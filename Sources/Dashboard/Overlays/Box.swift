import Canvas

/// A framed box over a screen.
struct Box {
  var title: [Piece]
  var note: [Piece] = []
  var lines: [[Piece]]
  /// The line with the selection; nil for none.
  var selected: Int?
  /// The first lines, so many, that stay in sight while the rest scrolls.
  var fixed = 0
  /// The first of the other lines that is in sight where the selection is among those after it.
  var top = 0
  /// Columns inside it; as many as the lines take where nil.
  var width: Int?

  /// Draws it in the middle, as high as it must be and as the area allows, and gives its inside.
  @discardableResult
  func draw(on sheet: inout Sheet, in area: Rect) -> Rect {
    let lines = lines.map(sheet.spelled)
    let wished = width ?? (lines.map(\.cells).max() ?? 0)
    let columns = min(max(wished, title.cells + note.cells + 6) + 4, area.width)
    let rows = min(lines.count + 2, area.height)
    let rect = Rect(
      area.x + (area.width - columns) / 2, area.y + (area.height - rows) / 2, columns, rows)
    guard rect.width >= 6, rect.height >= 3 else { return bare(on: &sheet, in: area) }
    sheet.canvas.fill(rect)
    sheet.mark(area, as: .overlay)
    sheet.canvas.draw(Frame(isFocused: true), in: rect)
    sheet.labels(title: title, note: note, in: Rect(rect.x + 1, rect.y, rect.width - 2, 1))
    let rest = hidden(rows: rect.height - 2)
    if selected != nil, rest.above + rest.below > 0 {
      sheet.labels(
        title: [], note: Scroll.hint(above: rest.above, below: rest.below, keys: "pgup", "pgdn"),
        in: Rect(rect.x + 1, rect.bottom - 1, rect.width - 2, 1))
    }
    let inner = Rect(rect.x + 2, rect.y + 1, rect.width - 4, rect.height - 2)
    for (row, index) in shown(rows: inner.height).enumerated() {
      let isSelected = index == selected
      sheet.line(lines[index].selected(isSelected), inner.x, inner.y + row, in: inner)
      if isSelected { sheet.select(inner.y + row, in: inner) }
    }
    return inner
  }

  /// Which lines are in sight.
  private func shown(rows: Int) -> [Int] {
    let head = min(fixed, lines.count, max(0, rows - 1))
    let first = Scroll.first(
      of: lines.count - head, room: rows - head, keeping: selected.map { max(0, $0 - head) },
      wish: top)
    let rest = min(max(0, rows - head), max(0, lines.count - head - first))
    return Array(0..<head) + (0..<rest).map { head + first + $0 }
  }

  /// How many lines are out of sight.
  private func hidden(rows: Int) -> (above: Int, below: Int) {
    let shown = shown(rows: rows).filter { $0 >= fixed }
    guard let first = shown.first, let last = shown.last else { return (0, 0) }
    return (first - fixed, lines.count - 1 - last)
  }

  /// Without a frame, where there is no room for one.
  private func bare(on sheet: inout Sheet, in area: Rect) -> Rect {
    sheet.canvas.fill(area)
    for (row, index) in shown(rows: area.height).enumerated() {
      sheet.line(lines[index], area.x, area.y + row, in: area)
    }
    return area
  }
}
