/// A row of cells that get darker with their value, readable without colour as well.
public struct HeatStrip: Drawing, Hashable {
  /// The values, 0 … 1, left to right; nil is a gap.
  public var values: [Double?]

  /// Creates a strip.
  public init(_ values: [Double?]) { self.values = values }

  private static let shades = ["░", "░", "▒", "▓", "█"]

  /// Draws in the area's top row, one value a cell; the newest ones where there are more.
  public func draw(into canvas: inout Canvas, in area: Rect) {
    for (offset, value) in values.suffix(area.width).enumerated() {
      guard let value, !value.isNaN else { continue }
      let level = Int(min(max(value, 0), 0.999) * Double(Self.shades.count))
      canvas.set(
        Self.shades[level], area.x + offset, area.y, Style(.heat, level: level), clip: area)
    }
  }
}
