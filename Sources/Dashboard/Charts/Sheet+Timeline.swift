import Canvas
import Distribution

extension Sheet {
  /// Draws a stretch of time with the present and what happened in one row; a click goes there.
  mutating func timeline(
    _ axis: TimeAxis, _ view: View, in room: Rect, showing isShown: (Mark) -> Bool
  ) {
    let marks = view.scene.marks.filter(isShown).map { mark in
      let glyph = MarkWords.glyph(mark.kind)
      return Timeline.Mark(at: Double(mark.at), glyph.text, glyph.style)
    }
    self.mark(room, as: .time(axis))
    canvas.draw(Timeline(scale: axis.scale, now: Double(view.now), marks: marks), in: room)
  }
}
