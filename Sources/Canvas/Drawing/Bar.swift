/// A horizontal bar whose end is exact to an eighth of a cell: `██████▏`.
public struct Bar: Drawing, Hashable {
  /// The part of the area that is filled, 0 … 1; anything else is clamped, NaN is 0.
  public var fraction: Double
  /// How the filled part looks.
  public var style: Style
  /// How the rest looks; nil leaves it as it is.
  public var track: Style?

  /// Creates a bar.
  public init(_ fraction: Double, _ style: Style = Style(), track: Style? = nil) {
    self.fraction = fraction
    self.style = style
    self.track = track
  }

  static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]

  /// Draws in the area's top row; what is more than nothing fills at least an eighth of a cell.
  public func draw(into canvas: inout Canvas, in area: Rect) {
    let clamped = fraction > 0 ? min(fraction, 1) : 0
    var rest = Int((clamped * Double(area.width) * 8).rounded())
    if clamped > 0 { rest = max(1, rest) }
    for x in area.x..<max(area.x, area.right) {
      let part = min(8, rest)
      rest -= part
      if part > 0 {
        canvas.set(Self.eighths[part], x, area.y, style, clip: area)
      } else if let track {
        canvas.set("·", x, area.y, track, clip: area)
      }
    }
  }
}
