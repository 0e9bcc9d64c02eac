/// A grid of styled cells: what every pane draws into, and what terminals and files are made from.
///
/// Whatever is put into it, a cell holds only what is safe to send to a terminal, and a wide
/// character always has its second half beside it.
public struct Canvas: Sendable, Hashable {
  /// Its size in cells.
  public let size: Size
  /// The cells, row by row.
  public private(set) var cells: [Cell]

  /// Creates a grid of blanks; negative sizes become 0.
  public init(_ size: Size, style: Style = Style()) {
    self.size = Size(max(0, size.width), max(0, size.height))
    self.cells = Array(
      repeating: Cell(" ", style: style), count: self.size.width * self.size.height)
  }

  /// The whole grid as a rectangle.
  public var bounds: Rect { Rect(0, 0, size.width, size.height) }

  /// The cell at a place; a blank outside the grid.
  ///
  /// Setting a wide glyph takes the cell to its right as well; setting one half of a wide glyph
  /// blanks the other half. What is no single drawable glyph is set as `?`.
  public subscript(x: Int, y: Int) -> Cell {
    get { bounds.contains(x, y) ? cells[y * size.width + x] : Cell(" ") }
    set {
      guard bounds.contains(x, y) else { return }
      let (glyph, columns) = Self.drawable(newValue.glyph)
      if columns == 0, x > 0, columnsOfGlyph(x - 1, y) == 2 {
        cells[y * size.width + x].style = newValue.style
      } else {
        place(columns == 0 ? " " : glyph, max(1, columns), newValue.style, x, y)
      }
    }
  }

  /// Blanks a rectangle.
  public mutating func fill(_ area: Rect, _ style: Style = Style()) {
    let area = area.intersection(bounds)
    for y in area.y..<max(area.y, area.bottom) {
      for x in area.x..<max(area.x, area.right) { place(" ", 1, style, x, y) }
    }
  }

  /// Changes the style of every cell of a rectangle and leaves the glyphs.
  public mutating func restyle(_ area: Rect, _ change: (inout Style) -> Void) {
    let area = area.intersection(bounds)
    for y in area.y..<max(area.y, area.bottom) {
      for x in area.x..<max(area.x, area.right) { change(&cells[y * size.width + x].style) }
    }
  }

  /// The cells of one row, left to right; empty outside the grid.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    guard y >= 0, y < size.height else { return [] }
    return cells[y * size.width..<(y + 1) * size.width]
  }

  /// The cells a glyph takes: 2 for a wide one, 0 for the right half of one, otherwise 1.
  func columnsOfGlyph(_ x: Int, _ y: Int) -> Int {
    let index = y * size.width + x
    if cells[index].glyph.isEmpty { return 0 }
    return x + 1 < size.width && cells[index + 1].glyph.isEmpty ? 2 : 1
  }

  /// Puts a drawable glyph of one or two cells at a place inside the grid.
  mutating func place(_ glyph: String, _ columns: Int, _ style: Style, _ x: Int, _ y: Int) {
    guard columns == 1 || x + 1 < size.width else { return place(" ", 1, style, x, y) }
    let index = y * size.width + x
    if cells[index].glyph.isEmpty, x > 0 { cells[index - 1].glyph = " " }
    let after = x + columns
    if after < size.width, cells[index + columns].glyph.isEmpty {
      cells[index + columns].glyph = " "
    }
    cells[index] = Cell(glyph, style: style)
    if columns == 2 { cells[index + 1] = Cell("", style: style) }
  }

  /// A glyph that may be drawn, and its columns; 0 for an empty one.
  private static func drawable(_ glyph: String) -> (String, Int) {
    let bytes = glyph.utf8
    if bytes.isEmpty { return ("", 0) }
    if bytes.count == 1, let byte = bytes.first, byte >= 0x20, byte < 0x7F { return (glyph, 1) }
    var pieces = TextPieces(glyph)
    guard let piece = pieces.next(), !piece.isSpelled, pieces.next() == nil else {
      return ("?", 1)
    }
    return (piece.text, piece.columns)
  }
}

/// One character cell.
public struct Cell: Sendable, Hashable {
  /// What stands in it: one base scalar with at most two combining marks.
  ///
  /// Empty in the right half of a wide character.
  public var glyph: String
  /// How it looks.
  public var style: Style

  /// Creates a cell.
  public init(_ glyph: String, style: Style = Style()) {
    self.glyph = glyph
    self.style = style
  }
}
