/// Glyphs that must meet their neighbours, drawn as shapes because fonts leave gaps.
enum SVGGlyph {
  /// A cell's place in a picture.
  struct Cell {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  /// The shapes of a line, block or Braille glyph; nil for letters and signs.
  static func drawing(of glyph: String, in cell: Cell, ink: String) -> String? {
    guard glyph.unicodeScalars.count == 1, let scalar = glyph.unicodeScalars.first else {
      return nil
    }
    switch scalar.value {
    case 0x2500...0x257F:
      let sides = Lines.sides(of: glyph)
      return sides == 0 ? nil : line(sides, cell, ink)
    case 0x2581...0x2588:
      let part = Double(scalar.value - 0x2580) / 8
      return block(0, 1 - part, 1, part, cell, ink)
    case 0x2589...0x258F:
      return block(0, 0, Double(0x2590 - scalar.value) / 8, 1, cell, ink)
    case 0x2590: return block(0.5, 0, 0.5, 1, cell, ink)
    case 0x2801...0x28FF: return dots(UInt8(scalar.value - 0x2800), cell, ink)
    default: return nil
    }
  }

  private static func line(_ sides: Int, _ cell: Cell, _ ink: String) -> String {
    let (x, y) = (cell.x + cell.width / 2, cell.y + cell.height / 2)
    var path = ""
    if sides & Lines.up != 0 { path += "M\(x) \(y)V\(cell.y)" }
    if sides & Lines.down != 0 { path += "M\(x) \(y)V\(cell.y + cell.height)" }
    if sides & Lines.left != 0 { path += "M\(x) \(y)H\(cell.x)" }
    if sides & Lines.right != 0 { path += "M\(x) \(y)H\(cell.x + cell.width)" }
    return "<path d=\"\(path)\" stroke=\"\(ink)\" stroke-linecap=\"square\"/>"
  }

  private static func block(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ cell: Cell, _ ink: String
  ) -> String {
    """
    <rect x="\(cell.x + x * cell.width)" y="\(cell.y + y * cell.height)" \
    width="\(width * cell.width)" height="\(height * cell.height)" fill="\(ink)"/>
    """
  }

  private static func dots(_ bits: UInt8, _ cell: Cell, _ ink: String) -> String {
    // Column, then row from the top, of each bit.
    let places: [(Double, Double)] = [
      (0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3),
    ]
    let circles = places.enumerated().filter { bits & (1 << $0.offset) != 0 }.map { _, place in
      let x = cell.x + (place.0 + 0.5) * cell.width / 2
      let y = cell.y + (place.1 + 0.5) * cell.height / 4
      return "M\(x) \(y)h0"
    }
    return """
      <path d="\(circles.joined())" stroke="\(ink)" stroke-width="2" stroke-linecap="round"/>
      """
  }
}
