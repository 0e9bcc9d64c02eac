/// A run from its start to its end with marks at what happened: `├1──4───◆──●┄┄┄┤`.
public struct Timeline: Drawing, Hashable {
  /// A moment worth a mark.
  public struct Mark: Sendable, Hashable {
    /// When.
    public var at: Double
    /// What stands there: a digit for a wave, a state's glyph for a decision.
    public var text: String
    /// How it looks.
    public var style: Style

    /// Creates a mark.
    public init(at: Double, _ text: String, _ style: Style = Style()) {
      self.at = at
      self.text = text
      self.style = style
    }
  }

  /// From the first to the last moment.
  public var scale: Scale
  /// The moment shown, drawn as ●.
  public var now: Double
  /// What happened; a later mark covers an earlier one in the same cell.
  public var marks: [Mark]

  /// Creates a timeline.
  public init(scale: Scale, now: Double, marks: [Mark] = []) {
    self.scale = scale
    self.now = now
    self.marks = marks
  }

  /// Draws in the area's top row, which needs 3 columns; what lies after the moment is dotted.
  public func draw(into canvas: inout Canvas, in area: Rect) {
    guard area.width >= 3 else { return }
    let inner = area.inset(1, 0)
    let place = scale.fraction(of: now) ?? 0
    let dot = Int((min(max(place, 0), 1) * Double(inner.width - 1)).rounded())
    canvas.set("├", area.x, area.y, Style(.track), clip: area)
    canvas.set("┤", area.right - 1, area.y, Style(.track), clip: area)
    for cell in 0..<inner.width {
      let isPast = cell < dot
      canvas.set(
        isPast ? "─" : "┄", inner.x + cell, area.y, Style(isPast ? .track : .forecast),
        clip: inner)
    }
    for mark in marks {
      guard let cell = scale.cell(of: mark.at, in: inner.width) else { continue }
      let width = TextWidth.columns(of: mark.text)
      let x = min(inner.x + cell, inner.right - width)
      canvas.write(mark.text, x, area.y, mark.style, clip: inner)
    }
    canvas.set("●", inner.x + dot, area.y, Style(.clock, bold: true), clip: inner)
  }
}
