/// An estimate with its interval on a scale, against a threshold: `┊    ├──●──┤`.
public struct IntervalMark: Drawing, Hashable {
  /// The scale that all rows of a table share.
  public var scale: Scale
  /// The interval's lower end.
  public var low: Double
  /// The estimate.
  public var value: Double
  /// The interval's upper end.
  public var high: Double
  /// The threshold, drawn as ┊; nil for none.
  public var bar: Double?
  /// How the estimate and its interval look.
  public var style: Style

  /// Creates a mark.
  public init(
    scale: Scale, low: Double, value: Double, high: Double, bar: Double? = nil,
    _ style: Style = Style()
  ) {
    self.scale = scale
    self.low = low
    self.value = value
    self.high = high
    self.bar = bar
    self.style = style
  }

  /// Draws in the area's top row: ends only where both stand apart from ● and lie on the scale, ◐
  /// where ● falls on the threshold, ◂ or ▸ where the estimate lies off the scale.
  public func draw(into canvas: inout Canvas, in area: Rect) {
    let barCell = bar.flatMap { scale.cell(of: $0, in: area.width) }
    if let barCell { canvas.set("┊", area.x + barCell, area.y, Style(.bar), clip: area) }
    guard area.width > 0, let place = scale.fraction(of: value) else { return }
    guard let dot = scale.cell(of: value, in: area.width) else {
      let x = place < 0 ? area.x : area.right - 1
      return canvas.set(place < 0 ? "◂" : "▸", x, area.y, style, clip: area)
    }
    let (left, right) = (end(low, dot, area.width), end(high, dot, area.width))
    for cell in left...right where cell != dot {
      canvas.set(
        cell == barCell ? "┼" : "─", area.x + cell, area.y,
        cell == barCell ? Style(.bar) : style, clip: area)
    }
    if left < dot, right > dot {
      if isOnScale(low) { canvas.set("├", area.x + left, area.y, style, clip: area) }
      if isOnScale(high) { canvas.set("┤", area.x + right, area.y, style, clip: area) }
    }
    canvas.set(dot == barCell ? "◐" : "●", area.x + dot, area.y, style.strong, clip: area)
  }

  private func isOnScale(_ value: Double) -> Bool {
    scale.fraction(of: value).map { $0 >= 0 && $0 <= 1 } ?? false
  }

  /// The cell of an end; an end off the scale, or of no interval, is taken to the edge or to ●.
  private func end(_ value: Double, _ dot: Int, _ cells: Int) -> Int {
    guard let place = scale.fraction(of: value) else { return dot }
    let cell = scale.cell(of: value, in: cells) ?? (place < 0 ? 0 : cells - 1)
    return value < self.value ? min(cell, dot) : max(cell, dot)
  }
}
