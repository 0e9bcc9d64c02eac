/// Labelled texts one after another, from tables, from JSON a line, or from a JSON object of lists.
///
/// Columns are found by their names, whoever made the table. A table between tabs may have none:
/// then the first column is the label, and the text is in those of the others whose cells mostly
/// hold a blank: identifiers hold none.
public struct LabelledRows {
  private enum Source {
    case table(DelimitedRows, LabelledColumns)
    case lines(ByteLines)
    case held
  }

  private let file: String
  private var source = Source.held
  private let strangers = UploadLine.Strangers()
  /// Rows that were read ahead, the next one last.
  private var held: [LabelledText] = []
  /// Whether any row can have a label: a table without a column of labels says nothing.
  public private(set) var hasLabels = true

  /// How many rows are looked at to tell the columns of a table without names.
  private static let lookahead = 200

  /// Opens a file.
  public init(path: String) throws(InputError) {
    let lines = try ByteLines(path: path)
    file = lines.name
    let name = path.lowercased()
    let opening = try lines.opening()
    let isObject = opening.first == .leftBrace && !name.hasSuffix(".tsv")
    if isObject, name.hasSuffix(".json"), opening.count < 2 || opening[1] != .quote {
      held = try LabelledLists.read(
        InputBytes.text(of: lines.rest(atMost: InputBytes.limit), file: file), file: file)
      held.reverse()
    } else if isObject || name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") {
      source = .lines(lines)
    } else {
      try open(DelimitedRows(lines, delimiter: name.hasSuffix(".tsv") ? .tab : .comma))
    }
  }

  /// The next row, or nil at the end.
  public mutating func next() throws(InputError) -> LabelledText? {
    if let row = held.popLast() { return row }
    switch source {
    case .held: return nil
    case .table(var rows, let columns):
      defer { source = .table(rows, columns) }
      guard let cells = try rows.next() else { return nil }
      return columns.text(of: cells, line: rows.line)
    case .lines(let lines): return try next(of: lines)
    }
  }

  private mutating func open(_ table: DelimitedRows) throws(InputError) {
    var rows = table
    guard let first = try rows.next() else { return }
    if let columns = LabelledColumns(names: first) {
      hasLabels = columns.label != nil
      source = .table(rows, columns)
      return
    }
    var ahead = [(first, rows.line)]
    while ahead.count < Self.lookahead, let row = try rows.next() { ahead.append((row, rows.line)) }
    guard let columns = LabelledColumns(unnamed: ahead.map(\.0)) else {
      throw InputError(
        at: .file(file, line: 1),
        expected: "a column called \(LabelledColumns.captions.joined(separator: ", "))",
        found: first.prefix(8).joined(separator: ", "))
    }
    held = ahead.reversed().map { columns.text(of: $0.0, line: $0.1) }
    source = .table(rows, columns)
  }

  private func next(of lines: ByteLines) throws(InputError) -> LabelledText? {
    while true {
      let number = lines.number
      let result = try lines.next { [file, strangers] bytes throws(InputError) -> LabelledText? in
        let isFirst = number == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let body = isFirst ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
        guard !UploadLine.isBlank(body) else { return nil }
        var line = UploadLine(body, file: file, line: number + 1, strangers: strangers)
        let upload = try line.upload()
        return LabelledText(
          upload: upload, label: line.notes["label"] ?? "",
          functionality: line.notes["functionality"] ?? "",
          template: line.notes["template"] ?? "", line: number + 1)
      }
      guard let result else { return nil }
      if let text = result { return text }
    }
  }
}
