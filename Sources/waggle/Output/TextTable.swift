import Canvas

/// Rows of text with columns as wide as their widest cell, two blanks apart.
struct TextTable {
  /// The rows, the titles first.
  let rows: [[String]]
  /// The columns whose cells begin at the left; numbers end at the right.
  let left: Set<Int>

  /// Creates a table; every row has as many cells.
  init(_ rows: [[String]], left: Set<Int>) {
    self.rows = rows.map { $0.map { VisibleText.escape($0) } }
    self.left = left
  }

  /// One line a row, without blanks at its end.
  var lines: [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { TextWidth.columns(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == count - 1
          ? cell : TextWidth.padded(cell, to: widths[column], atEnd: left.contains(column))
      }
      let line = cells.joined(separator: "  ")
      return String(line.prefix(line.count - line.reversed().prefix { $0 == " " }.count))
    }
  }
}
