/// Something that can be drawn into a rectangle of cells and never draws outside it.
public protocol Drawing: Sendable {
  /// Draws into an area; drawings of one row use its top row.
  func draw(into canvas: inout Canvas, in area: Rect)
}

extension Canvas {
  /// Draws something into an area.
  public mutating func draw(_ drawing: some Drawing, in area: Rect) {
    drawing.draw(into: &self, in: area)
  }

  /// Puts one glyph of a drawing, known to take one cell, at a place if that lies in the clip.
  mutating func set(_ glyph: String, _ x: Int, _ y: Int, _ style: Style, clip: Rect) {
    if clip.contains(x, y), bounds.contains(x, y) { place(glyph, 1, style, x, y) }
  }
}
