/// A horizontal line with a heading; where its ends lie on a frame it joins that: `├ … ┤`.
public struct Rule: Drawing, Hashable {
  /// What stands in it.
  public var heading: Heading
  /// How the line looks.
  public var style: Style

  /// Creates a rule; a focused one has the focus's line.
  public init(_ heading: Heading = Heading(), isFocused: Bool = false) {
    self.heading = heading
    self.style = Style(isFocused ? .focus : .border)
  }

  /// Draws in the area's top row, from its first to its last column.
  public func draw(into canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    for x in area.x..<area.right {
      let meets = Lines.sides(of: canvas[x, area.y].glyph) & Lines.along != 0
      let sides =
        switch x {
        case area.x where meets: Lines.right
        case area.right - 1 where meets: Lines.left
        default: Lines.across
        }
      canvas.join(sides, x, area.y, style, clip: area)
    }
    heading.draw(into: &canvas, line: Rect(area.x, area.y, area.width, 1))
  }
}
