/// A slider: `├──┼──●──┤` with ● at the value, ┼ at what is in force, and the stretch between
/// them marked as a draft.
public struct Gauge: Drawing, Hashable {
  /// Where the value lies between the ends, 0 … 1; anything else is clamped.
  public var value: Double
  /// Where the value in force lies; nil, or equal to `value`, where nothing is drafted.
  public var inForce: Double?
  /// How ● looks.
  public var style: Style

  /// Creates a slider.
  public init(_ value: Double, inForce: Double? = nil, _ style: Style = Style()) {
    self.value = value
    self.inForce = inForce
    self.style = style
  }

  /// Draws in the area's top row; needs 3 columns.
  public func draw(into canvas: inout Canvas, in area: Rect) {
    guard area.width >= 3 else { return }
    let last = area.width - 3
    let old = inForce.map { cell($0, last) }
    var new = cell(value, last)
    // A draft shows even where it is smaller than a cell.
    if let inForce, new == old, value != inForce, last > 0 {
      new = value > inForce ? new + 1 : new - 1
      new = min(max(new, 0), last)
    }
    let left = area.x + 1
    let isDraft = inForce.map { $0 != value } ?? false
    for x in 0...last {
      let isBetween = old.map { x > min($0, new) && x < max($0, new) } ?? false
      canvas.set("─", left + x, area.y, Style(isBetween ? .draft : .track), clip: area)
    }
    canvas.set("├", area.x, area.y, Style(.track), clip: area)
    canvas.set("┤", area.right - 1, area.y, Style(.track), clip: area)
    if isDraft, let old { canvas.set("┼", left + old, area.y, Style(.muted), clip: area) }
    canvas.set("●", left + new, area.y, isDraft ? Style(.draft, bold: true) : style, clip: area)
  }

  private func cell(_ fraction: Double, _ last: Int) -> Int {
    fraction > 0 ? Int((min(fraction, 1) * Double(last)).rounded()) : 0
  }
}
