/// The rows of comma- or tab-separated text, read in memory that does not grow with their number.
///
/// Commas are read strictly after RFC 4180: a cell in quotation marks may hold commas, line ends
/// and doubled marks, and a mark anywhere else is an error, since what follows it could be
/// anything. Between tabs a mark is a letter like any other. Every row has as many cells as the
/// first.
///
/// SwiftCSV 0.10, which could have done this, holds the whole text and every row, takes marks
/// between tabs for quotation, drops blanks at the beginning of a cell, and does not say on which
/// line a mistake stands.
struct DelimitedRows {
  /// What stands between cells.
  enum Delimiter: UInt8 {
    case comma = 0x2C
    case tab = 0x09
  }

  /// The line on which the row that was read last begins.
  private(set) var line = 0
  private let lines: ByteLines
  private let delimiter: Delimiter
  private var width: Int?

  /// The most bytes of a cell.
  private static let longest = ByteLines.longest

  init(_ lines: ByteLines, delimiter: Delimiter) {
    self.lines = lines
    self.delimiter = delimiter
  }

  /// The cells of the next row; nil at the end.
  ///
  /// Empty lines are passed over.
  mutating func next() throws(InputError) -> [String]? {
    while true {
      var row = Row(delimiter: delimiter.rawValue)
      line = lines.number + 1
      guard try append(to: &row) else { return nil }
      while row.isOpen {
        guard row.cell.count <= Self.longest, try append(to: &row) else {
          throw failure(expected: "a cell that ends with a quotation mark", found: "no end")
        }
      }
      if row.cells == [""] { continue }
      guard row.cells.count == width ?? row.cells.count else {
        throw failure(
          expected: "\(width ?? 0) cells, as the first row has", found: "\(row.cells.count)")
      }
      width = row.cells.count
      return row.cells
    }
  }

  private func append(to row: inout Row) throws(InputError) -> Bool {
    let isFirst = lines.number == 0
    let (name, number) = (lines.name, lines.number + 1)
    var work = row
    row = Row(delimiter: delimiter.rawValue)
    let found: Void? = try lines.next { bytes throws(InputError) in
      let hasMark = isFirst && bytes.starts(with: [0xEF, 0xBB, 0xBF])
      if let why = work.append(hasMark ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes) {
        throw InputError(at: .file(name, line: number), expected: why.expected, found: why.found)
      }
    }
    row = work
    return found != nil
  }

  private func failure(expected: String, found: String) -> InputError {
    InputError(at: .file(lines.name, line: line), expected: expected, found: found)
  }
}

/// A row that is being read, line by line.
private struct Row {
  let delimiter: UInt8
  var cells: [String] = []
  var cell: [UInt8] = []
  /// Whether a quotation mark is open.
  var isOpen = false

  init(delimiter: UInt8) { self.delimiter = delimiter }

  struct Mistake {
    var expected: String
    var found: String
  }

  /// Reads one line; what is wrong with it, or nil.
  mutating func append(_ line: UnsafeBufferPointer<UInt8>) -> Mistake? {
    var at = 0
    if isOpen { cell.append(.lineFeed) }
    let end = line.last == .carriageReturn ? line.count - 1 : line.count
    while true {
      if isOpen {
        guard let mistake = quoted(line, &at) else { return nil }
        if let mistake { return mistake }
      } else if delimiter != .tab, at < end, line[at] == .quote {
        isOpen = true
        at += 1
        continue
      } else {
        let start = at
        while at < end, line[at] != delimiter {
          if line[at] == .quote, delimiter != .tab {
            return Mistake(
              expected: "a quotation mark at the beginning of a cell only", found: "one within it")
          }
          at += 1
        }
        cell.append(contentsOf: line[start..<at])
      }
      guard finishCell() else {
        return Mistake(expected: "UTF-8 text", found: "bytes that spell nothing")
      }
      guard at < end else { return nil }
      at += 1
      if at == end {
        _ = finishCell()
        return nil
      }
    }
  }

  /// Reads to the end of a quotation: nil where the line ends before it does.
  private mutating func quoted(
    _ line: UnsafeBufferPointer<UInt8>, _ at: inout Int
  ) -> Mistake?? {
    while at < line.count {
      if line[at] != .quote {
        cell.append(line[at])
      } else if at + 1 < line.count, line[at + 1] == .quote {
        cell.append(.quote)
        at += 1
      } else {
        at += 1
        isOpen = false
        let isEnd = at == line.count || line[at] == delimiter
        if isEnd || (line[at] == .carriageReturn && at + 1 == line.count) { return .some(nil) }
        return Mistake(
          expected: "a comma or the line's end after a cell in quotation marks",
          found: String(decoding: line[at...].prefix(40), as: UTF8.self).quoted)
      }
      at += 1
    }
    return nil
  }

  private mutating func finishCell() -> Bool {
    defer { cell.removeAll(keepingCapacity: true) }
    guard let text = String(validating: cell, as: UTF8.self) else { return false }
    cells.append(text)
    return true
  }
}
