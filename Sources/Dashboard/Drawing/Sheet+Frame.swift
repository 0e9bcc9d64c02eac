import Canvas

extension Sheet {
  /// The outline of a rectangle.
  mutating func frame(_ rect: Rect, focused: Bool) {
    let style = Style(.border)
    let (h, v) = (Lines.horizontal, Lines.vertical)
    for x in rect.x..<rect.right {
      canvas[x, rect.y] = Cell(h, style: style)
      canvas[x, rect.bottom - 1] = Cell(h, style: style)
    }
    for y in rect.y..<rect.bottom {
      canvas[rect.x, y] = Cell(v, style: style)
      canvas[rect.right - 1, y] = Cell(v, style: style)
    }
    corners(rect, style)
  }

  private mutating func corners(_ rect: Rect, _ style: Style) {
    canvas[rect.x, rect.y] = Cell(Lines.topLeft, style: style)
    canvas[rect.right - 1, rect.y] = Cell(Lines.topRight, style: style)
    canvas[rect.x, rect.bottom - 1] = Cell(Lines.bottomLeft, style: style)
    canvas[rect.right - 1, rect.bottom - 1] = Cell(Lines.bottomRight, style: style)
  }

  /// The line above a pane, with its title and, if there is room, a note.
  mutating func divider(
    _ y: Int, in rect: Rect, isTop: Bool, focused: Bool, title: [Piece], note: [Piece]
  ) {
    let style = Style(focused ? .focus : .border)
    for x in rect.x..<rect.right { canvas[x, y] = Cell(Lines.horizontal, style: style) }
    canvas[rect.x, y] = Cell(isTop ? Lines.topLeft : Lines.leftTee, style: style)
    canvas[rect.right - 1, y] = Cell(isTop ? Lines.topRight : Lines.rightTee, style: style)
    labels(y, in: rect.inset(1, 0), title: title, note: note)
  }

  /// A line across, without a frame.
  mutating func rule(
    _ y: Int, in rect: Rect, focused: Bool = false, title: [Piece], note: [Piece] = []
  ) {
    let style = Style(focused ? .focus : .border)
    for x in rect.x..<rect.right { canvas[x, y] = Cell(Lines.horizontal, style: style) }
    labels(y, in: rect.inset(1, 0), title: title, note: note)
  }

  private mutating func labels(_ y: Int, in rect: Rect, title: [Piece], note: [Piece]) {
    guard rect.width > 4 else { return }
    let clip = Rect(rect.x, y, rect.width, 1)
    var end = rect.x
    if !title.isEmpty {
      end = line([.gap(1)] + title, rect.x, y, in: Rect(clip.x, y, clip.width - 1, 1))
      end += canvas.write(" ", end, y, Style(), clip: clip)
    }
    guard !note.isEmpty, end + note.cells + 3 <= rect.right else { return }
    right([.gap(1)] + note + [.gap(1)], y, in: clip)
  }

  /// The sides of a focused pane.
  mutating func sides(_ rect: Rect) {
    for y in rect.y..<rect.bottom {
      canvas[rect.x, y].style.role = .focus
      canvas[rect.right - 1, y].style.role = .focus
    }
  }

  /// The bottom line of a focused pane.
  mutating func bottom(of rect: Rect) {
    for x in rect.x..<rect.right { canvas[x, rect.bottom - 1].style.role = .focus }
  }
}
