/// A box around an area, with a heading in its top line; it joins lines that it meets.
public struct Frame: Drawing, Hashable {
  /// What stands in the top line.
  public var heading: Heading
  /// How the line looks.
  public var style: Style

  /// Creates a frame; a focused one has the focus's line.
  public init(_ heading: Heading = Heading(), isFocused: Bool = false) {
    self.heading = heading
    self.style = Style(isFocused ? .focus : .border)
  }

  /// Draws along the area's edge; areas below 2×2 have no room for it.
  public func draw(into canvas: inout Canvas, in area: Rect) {
    guard area.width >= 2, area.height >= 2 else { return }
    let (left, top, right, bottom) = (area.x, area.y, area.right - 1, area.bottom - 1)
    for x in left + 1..<right {
      canvas.join(Lines.across, x, top, style, clip: area)
      canvas.join(Lines.across, x, bottom, style, clip: area)
    }
    for y in top + 1..<bottom {
      canvas.join(Lines.along, left, y, style, clip: area)
      canvas.join(Lines.along, right, y, style, clip: area)
    }
    canvas.join(Lines.down | Lines.right, left, top, style, clip: area)
    canvas.join(Lines.down | Lines.left, right, top, style, clip: area)
    canvas.join(Lines.up | Lines.right, left, bottom, style, clip: area)
    canvas.join(Lines.up | Lines.left, right, bottom, style, clip: area)
    heading.draw(into: &canvas, line: Rect(left, top, area.width, 1))
  }
}
