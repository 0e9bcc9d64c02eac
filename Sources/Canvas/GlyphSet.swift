/// The glyphs that a terminal can show.
///
/// Everything is drawn with Unicode; where a terminal cannot show that, each cell is replaced by
/// one ASCII character on its way out. So no drawing needs two forms, and none can forget one.
public enum GlyphSet: String, Sendable, Hashable, CaseIterable {
  /// Everything.
  case unicode
  /// The printable characters of ASCII.
  case ascii

  /// What stands in a cell for a glyph, with as many columns as the glyph has.
  public func shown(_ glyph: String) -> String {
    guard self == .ascii, let scalar = glyph.unicodeScalars.first, !scalar.isASCII else {
      return self == .ascii ? String(glyph.unicodeScalars.prefix(1)) : glyph
    }
    if (0x2800...0x28FF).contains(scalar.value) { return Self.dots(UInt8(scalar.value - 0x2800)) }
    if (0xC0...0xFF).contains(scalar.value) {
      return String(Self.latin[Int(scalar.value - 0xC0)])
    }
    if let shown = Self.table[scalar] { return String(shown) }
    return WidthTable.isWide(scalar) ? "??" : "?"
  }

  /// Lines stay lines: what is high becomes `'`, what is low `_`, what is steep `|`.
  private static func dots(_ bits: UInt8) -> String {
    let rows = [bits & 0x09, bits & 0x12, bits & 0x24, bits & 0xC0]
    let used = rows.indices.filter { rows[$0] != 0 }
    guard let top = used.first, let bottom = used.last else { return " " }
    if bottom - top >= 2 { return "|" }
    switch bits.nonzeroBitCount {
    case 1: return bottom == 0 ? "'" : bottom == 3 ? "." : "-"
    default: return bottom == 0 ? "\"" : top == 3 ? "_" : "-"
    }
  }

  private static let latin = Array(
    "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty")

  private static let table: [Unicode.Scalar: Character] = {
    let forms: [(String, Character)] = [
      ("─━┄┈⎻⎼▬–—−‐‑", "-"), ("│┃├┤┆", "|"), ("┌┐└┘┬┴┼╵╶╷╴╭╮╯╰", "+"), ("┊", ":"), ("⎺", "'"),
      ("⎽", "_"),
      ("●◉", "O"), ("◐○◌", "o"), ("▲↑", "^"), ("■█▉▊▋▌▐", "#"), ("◆•", "*"), ("✕", "X"),
      ("✗×", "x"),
      ("✓", "+"), ("▸▶›→≥", ">"), ("◂◀‹←≤⌫↵", "<"), ("▼↓", "v"), ("‖", "="), ("…±∓≈∼", "~"),
      ("▁", "_"), ("▂", "."), ("▃", ","), ("▄", "-"), ("▅", "="), ("▆", "+"), ("▇", "*"),
      ("▏▎▍", "-"), ("░·⋅", "."), ("▒", ":"), ("▓", "%"), ("“”„«»", "\""), ("‘’‚", "'"), ("÷", "/"),
      ("€", "E"), ("£", "L"), ("°º", "o"), ("⚑", "F"), ("¡", "!"), ("¿", "?"), ("¦", "|"),
      ("Σ", "S"), ("µμ", "u"), ("σ", "s"), ("²", "2"), ("³", "3"), ("¹", "1"), ("½", "~"),
      ("¼", "~"),
    ]
    var table: [Unicode.Scalar: Character] = [:]
    for (glyphs, form) in forms {
      for scalar in glyphs.unicodeScalars { table[scalar] = form }
    }
    // The pictures of controls.
    for value in UInt32(0x2400)...0x2421 {
      if let scalar = Unicode.Scalar(value) { table[scalar] = "^" }
    }
    return table
  }()
}

extension Canvas {
  /// The same canvas in another set of glyphs; styles and places stay.
  public func shown(in glyphs: GlyphSet) -> Canvas {
    guard glyphs == .ascii else { return self }
    var canvas = self
    for y in 0..<size.height {
      for x in 0..<size.width {
        let cell = self[x, y]
        for (offset, letter) in glyphs.shown(cell.glyph).enumerated() {
          canvas[x + offset, y] = Cell(String(letter), style: cell.style)
        }
      }
    }
    return canvas
  }
}
