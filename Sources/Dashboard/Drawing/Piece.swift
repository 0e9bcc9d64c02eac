import Canvas

/// Lines are made of these.
typealias Piece = TextRun

extension TextRun {
  init(_ text: String, _ role: Role, bold: Bool = false) {
    self.init(text, Style(role, bold: bold))
  }

  static func muted(_ text: String) -> Piece { Piece(text, .muted) }
  static func plain(_ text: String) -> Piece { Piece(text) }
  static func strong(_ text: String, _ role: Role = .text) -> Piece {
    Piece(text, role, bold: true)
  }
  /// Blank columns.
  static func gap(_ columns: Int) -> Piece {
    Piece(String(repeating: " ", count: max(0, columns)))
  }
}

extension [TextRun] {
  /// Columns the pieces take together.
  var cells: Int { reduce(0) { $0 + $1.text.cells } }

  /// The same pieces on the selection's background.
  func selected(_ yes: Bool) -> [Piece] {
    guard yes else { return self }
    return map { Piece($0.text, $0.style.onSelection()) }
  }
}

extension String {
  /// The columns it takes on a canvas.
  var cells: Int { TextWidth.columns(of: self) }

  /// The text in so many columns: padded at the right, or cut with an ellipsis.
  func fitted(_ columns: Int) -> String { clipped(columns).left(columns) }

  /// The text in at most so many columns, with an ellipsis where it was cut.
  func clipped(_ columns: Int) -> String { columns > 0 ? truncated(to: columns) : "" }

  /// The text in at most so many columns, cut in the middle: names are told apart by both ends.
  func clippedInside(_ columns: Int) -> String {
    guard cells > columns else { return self }
    guard columns >= 5 else { return clipped(columns) }
    let head = TextWidth.beginning(of: self, columns: (columns - 1) / 2)
    var tail = Substring(suffix(columns - 1))
    while String(tail).cells > columns - 1 - head.cells, !tail.isEmpty { tail.removeFirst() }
    return head + "…" + tail
  }

  /// The text at the right end of so many columns; not cut.
  func right(_ columns: Int) -> String { TextWidth.padded(self, to: columns, atEnd: false) }

  /// The text at the left end of so many columns; not cut.
  func left(_ columns: Int) -> String { TextWidth.padded(self, to: columns) }
}

/// A line across with joints; the catalogue has a `Rule` of its own.
typealias LineRule = Rule
