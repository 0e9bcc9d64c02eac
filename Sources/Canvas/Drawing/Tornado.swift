/// Two bars that grow from a line in the middle to the left and to the right: `██│█▋`.
public struct Tornado: Drawing, Hashable {
  /// The filled part of the left half, 0 … 1.
  public var less: Double
  /// The filled part of the right half, 0 … 1.
  public var more: Double
  /// How the bars look.
  public var style: Style

  /// Creates a pair of bars.
  public init(less: Double, more: Double, _ style: Style = Style()) {
    self.less = less
    self.more = more
    self.style = style
  }

  /// Draws in the area's top row; an even width leaves its last column empty.
  public func draw(into canvas: inout Canvas, in area: Rect) {
    guard area.width > 0 else { return }
    let half = (area.width - 1) / 2
    let middle = area.x + half
    canvas.set("│", middle, area.y, Style(.muted), clip: area)
    Bar(more, style).draw(into: &canvas, in: Rect(middle + 1, area.y, half, area.height))
    // There are no left-growing eighths; halves are the finest both fonts and ASCII have.
    let clamped = less > 0 ? min(less, 1) : 0
    var rest = Int((clamped * Double(half) * 2).rounded(.up))
    for x in stride(from: middle - 1, through: area.x, by: -1) where rest > 0 {
      canvas.set(rest == 1 ? "▐" : "█", x, area.y, style, clip: area)
      rest -= 2
    }
  }
}
