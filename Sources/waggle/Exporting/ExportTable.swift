/// A table as a file of comma-separated values, with what each of its columns means.
struct ExportTable {
  /// What it is called, and its file.
  let kind: Kind
  /// Its columns, first to last.
  let columns: [Column]
  /// Its rows; each has one cell a column.
  let rows: [[CSVCell]]

  /// What there are tables of.
  enum Kind: String, CaseIterable {
    case videos, waves, kpis, decisions
    /// What each column of the others means.
    case columns
  }

  /// A column's head.
  struct Column: Hashable {
    /// What stands in the first row.
    let name: String
    /// What its cells say, with unit and range.
    let meaning: String
  }

  /// A column with the cell that it has for a row's subject.
  struct Part<Subject> {
    let column: Column
    let cell: (Subject) -> CSVCell

    init(_ name: String, _ meaning: String, _ cell: @escaping (Subject) -> CSVCell) {
      column = Column(name: name, meaning: meaning)
      self.cell = cell
    }
  }

  /// A table with one row a subject.
  init<Subject>(_ kind: Kind, _ subjects: [Subject], _ parts: [Part<Subject>]) {
    self.kind = kind
    columns = parts.map(\.column)
    rows = subjects.map { subject in parts.map { $0.cell(subject) } }
  }

  /// What the columns of some tables mean.
  init(describing tables: [ExportTable]) {
    let lines = tables.flatMap { table in table.columns.map { (table.kind, $0) } }
    self.init(
      .columns, lines,
      [
        Part("table", "the table that the column is in") { .text($0.0.rawValue) },
        Part("column", "the column's name") { .text($0.1.name) },
        Part("meaning", "what its cells say") { .text($0.1.meaning) },
      ])
  }

  /// The table as RFC 4180 has it: lines end with CR and LF.
  var text: String {
    let head = columns.map { CSVCell.text($0.name) }
    return ([head] + rows).map { $0.map(\.field).joined(separator: ",") + "\r\n" }.joined()
  }
}
