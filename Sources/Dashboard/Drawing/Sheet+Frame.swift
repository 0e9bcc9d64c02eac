import Canvas

extension Sheet {
  /// A line across with a title at its left and, if there is room, a note at its right.
  mutating func rule(
    _ y: Int, in rect: Rect, focused: Bool = false, title: [Piece], note: [Piece] = []
  ) {
    let line = Rect(rect.x, y, rect.width, 1)
    canvas.draw(LineRule(isFocused: focused), in: line)
    labels(title: title, note: note, in: line.inset(1, 0))
  }

  /// Words in a line that is drawn already.
  mutating func labels(title: [Piece], note: [Piece], in line: Rect) {
    guard line.width > 4 else { return }
    var end = line.x
    if !title.isEmpty {
      let room = Rect(line.x, line.y, line.width - 1, 1)
      end = self.line([.gap(1)] + title, line.x, line.y, in: room)
      end += canvas.write(" ", end, line.y, Style(), clip: line)
    }
    guard !note.isEmpty, end + spelled(note).cells + 3 <= line.right else { return }
    right([.gap(1)] + note + [.gap(1)], line.y, in: line)
  }

  /// Gives the lines around a pane the focus's colour.
  mutating func focus(_ rect: Rect) {
    let sides = [
      Rect(rect.x, rect.y, rect.width, 1), Rect(rect.x, rect.bottom - 1, rect.width, 1),
      Rect(rect.x, rect.y, 1, rect.height), Rect(rect.right - 1, rect.y, 1, rect.height),
    ]
    for side in sides {
      canvas.restyle(side) { style in if style.role == .border { style.role = .focus } }
    }
  }
}
