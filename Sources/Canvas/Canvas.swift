/// A grid of styled cells: what every pane draws into, and what terminals and files are made from.
public struct Canvas: Sendable, Hashable {
  /// Its size in cells.
  public let size: Size
  /// The cells, row by row.
  public private(set) var cells: [Cell]

  /// Creates a grid of blanks.
  public init(_ size: Size, style: Style = Style()) {
    self.size = Size(max(0, size.width), max(0, size.height))
    self.cells = Array(
      repeating: Cell(" ", style: style), count: self.size.width * self.size.height)
  }

  /// The whole grid as a rectangle.
  public var bounds: Rect { Rect(0, 0, size.width, size.height) }

  /// The cell at a place; a blank outside the grid.
  public subscript(x: Int, y: Int) -> Cell {
    get { bounds.contains(x, y) ? cells[y * size.width + x] : Cell(" ") }
    set { if bounds.contains(x, y) { cells[y * size.width + x] = newValue } }
  }
}

/// One character cell.
public struct Cell: Sendable, Hashable {
  /// What stands in it: one base scalar with at most a few combining marks. Empty in the right
  /// half of a wide character.
  public var glyph: String
  /// How it looks.
  public var style: Style

  /// Creates a cell.
  public init(_ glyph: String, style: Style = Style()) {
    self.glyph = glyph
    self.style = style
  }
}
