import Canvas

/// A pane's place in a column: its title, how many rows it would like, and what draws it.
struct Section {
  /// What stands at the left of the line above it.
  var title: [Piece]
  /// What stands at the right of that line.
  var note: [Piece] = []
  /// The fewest rows it is of any use with.
  var least: Int
  /// The rows it would fill.
  var wanted: Int
  /// Who gets rows first: lowest first.
  var rank: Int
  /// Whether rows that nobody else wants go here.
  var isGreedy = false
  /// Whether it has the focus.
  var hasFocus = false
  /// Which pane of Spread it is, for the mouse.
  var pane: Pane?
  /// Draws it into its rows.
  var draw: (inout Sheet, Rect) -> Void
}

/// Panes above one another in one frame.
struct Column {
  var sections: [Section]

  /// Draws the frame and every pane for which there is room.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    guard rect.width >= 4, rect.height >= 3 else { return }
    let heights = Self.heights(of: sections, rows: rect.height - 1)
    let shown = zip(sections, heights).filter { $0.1 > 0 }
    sheet.canvas.draw(Frame(), in: rect)
    var y = rect.y
    var focused: Rect?
    for (index, (section, height)) in shown.enumerated() {
      if index > 0 { sheet.canvas.draw(LineRule(), in: Rect(rect.x, y, rect.width, 1)) }
      let line = Rect(rect.x + 1, y, rect.width - 2, 1)
      sheet.labels(title: section.title, note: section.note, in: line)
      if let pane = section.pane {
        sheet.mark(Rect(rect.x, y, rect.width, height + 1), as: .pane(pane))
      }
      section.draw(&sheet, Rect(rect.x + 1, y + 1, rect.width - 2, height))
      if section.hasFocus { focused = Rect(rect.x, y, rect.width, height + 2) }
      y += height + 1
    }
    if let focused { sheet.focus(focused) }
  }

  /// How many rows each section gets, 0 for those left out, so that with a line above each they
  /// fill `rows` exactly.
  static func heights(of sections: [Section], rows: Int) -> [Int] {
    var heights = Array(repeating: 0, count: sections.count)
    let order = sections.indices.sorted { (sections[$0].rank, $0) < (sections[$1].rank, $1) }
    var left = rows
    for index in order where sections[index].least + 1 <= left {
      heights[index] = sections[index].least
      left -= sections[index].least + 1
    }
    for index in order where heights[index] > 0 {
      let more = min(left, max(0, sections[index].wanted - heights[index]))
      heights[index] += more
      left -= more
    }
    let last = order.last { heights[$0] > 0 }
    let greedy = order.first { sections[$0].isGreedy && heights[$0] > 0 } ?? last
    if let greedy { heights[greedy] += left }
    return heights
  }
}
