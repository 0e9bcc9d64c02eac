import Catalogue

/// One line of the table: a figure with its spread, and where there is one the figure beside which
/// it was measured.
struct Line: Encodable {
  /// What was measured.
  var name: String
  /// The unit of the figures.
  var unit: String
  /// The figure.
  var value: Spread?
  /// The figure over the one that it is compared with, repeat by repeat.
  var ratio: Spread?
  /// What it is compared with, what it should be, or why it was skipped.
  var note: String
}

/// The lines as a table for a person.
struct Table {
  let lines: [Line]

  /// One row a line, columns aligned.
  var text: String {
    let rows =
      [["", "unit", "least", "median", "most", "ratio", "least … most", ""]]
      + lines.map { line in
        [line.name, line.unit]
          + cells(line.value.map { [$0.min, $0.median, $0.max] } ?? [], 3)
          + cells(line.ratio.map { [$0.median] } ?? [], 1)
          + [line.ratio.map { figure($0.min) + " … " + figure($0.max) } ?? "", line.note]
      }
    let widths = (0..<8).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return (2...6).contains(column) ? blanks + cell : cell + blanks
      }.joined(separator: "  ").trimmedEnd
    }.joined(separator: "\n")
  }

  private func cells(_ values: [Double], _ count: Int) -> [String] {
    values.isEmpty ? Array(repeating: "", count: count) : values.map(figure)
  }

  /// Three digits or so.
  private func figure(_ value: Double) -> String {
    switch value.magnitude {
    case ..<10: value.fixed(2)
    case ..<100: value.fixed(1)
    default: Int(value.rounded()).grouped
    }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
