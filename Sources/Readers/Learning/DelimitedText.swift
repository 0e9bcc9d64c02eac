/// Reads comma- or tab-separated text: a comma-separated cell may be put in quotation marks.
enum DelimitedText {
  /// The cells of each row; rows without any letter are left out.
  static func rows(_ bytes: [UInt8], separator: UInt8) -> [[String]] {
    var parser = Parser(separator: separator, quotes: separator != 0x09)
    var start = 0
    // A byte order mark is no part of the first cell.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    for at in start..<bytes.count { parser.take(bytes[at]) }
    parser.endRow()
    return parser.rows
  }

  private struct Parser {
    let separator: UInt8
    let quotes: Bool
    var rows: [[String]] = []
    private var row: [String] = []
    private var cell: [UInt8] = []
    private var isQuoted = false
    private var wasQuote = false

    init(separator: UInt8, quotes: Bool) {
      self.separator = separator
      self.quotes = quotes
    }

    mutating func take(_ byte: UInt8) {
      if isQuoted {
        if byte == 0x22 {
          isQuoted = false
          wasQuote = true
        } else {
          cell.append(byte)
        }
        return
      }
      switch byte {
      case 0x22 where quotes && (cell.isEmpty || wasQuote):
        // A quotation mark after the end of a quotation stands for itself.
        if wasQuote { cell.append(byte) }
        isQuoted = true
      case separator: endCell()
      case 0x0A: endRow()
      case 0x0D: break
      default: cell.append(byte)
      }
      wasQuote = false
    }

    private mutating func endCell() {
      row.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
      wasQuote = false
    }

    mutating func endRow() {
      endCell()
      if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
      row.removeAll(keepingCapacity: true)
      isQuoted = false
    }
  }
}
