/// The light box-drawing glyphs by the sides that they reach.
enum Lines {
  static let up = 1
  static let right = 2
  static let down = 4
  static let left = 8
  static let across = left | right
  static let along = up | down

  private static let glyphs = [
    " ", "╵", "╶", "└", "╷", "│", "┌", "├", "╴", "┘", "─", "┴", "┐", "┤", "┬", "┼",
  ]

  /// The sides that a glyph reaches; 0 for what is no line.
  static func sides(of glyph: String) -> Int {
    guard glyph.utf8.count == 3, let value = glyph.unicodeScalars.first?.value,
      (0x2500...0x257F).contains(value)
    else { return 0 }
    return sides[value] ?? 0
  }

  private static let sides: [UInt32: Int] = Dictionary(
    uniqueKeysWithValues: glyphs.enumerated().dropFirst().map { sides, glyph in
      (glyph.unicodeScalars.first?.value ?? 0, sides)
    })

  /// The glyph that reaches these sides.
  static func glyph(_ sides: Int) -> String { glyphs[sides & 15] }
}

extension Canvas {
  /// Draws a piece of line that joins what line is already there: `│` and a piece to the right
  /// make `├`.
  mutating func join(_ sides: Int, _ x: Int, _ y: Int, _ style: Style, clip: Rect) {
    guard clip.contains(x, y), bounds.contains(x, y) else { return }
    let sides = sides | Lines.sides(of: self[x, y].glyph)
    place(Lines.glyph(sides), 1, style, x, y)
  }

  /// Draws a vertical line that joins what lines it meets.
  public mutating func verticalLine(
    _ x: Int, from top: Int, to bottom: Int, _ style: Style = Style(.border)
  ) {
    guard top <= bottom else { return }
    for y in top...bottom {
      let meets = Lines.sides(of: self[x, y].glyph) & Lines.across != 0
      let sides =
        switch y {
        case top where meets: Lines.down
        case bottom where meets: Lines.up
        default: Lines.along
        }
      join(sides, x, y, style, clip: bounds)
    }
  }
}
