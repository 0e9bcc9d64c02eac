import Canvas

/// A grid of Braille dots, two by four in every cell.
struct Dots {
  let width: Int
  let height: Int
  private var bits: [UInt8]
  private var styles: [Style]

  init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    bits = Array(repeating: 0, count: self.width * self.height)
    styles = Array(repeating: Style(), count: bits.count)
  }

  /// Sets a dot; where two curves share a cell, the later one gives it its style.
  mutating func set(_ x: Int, _ y: Int, _ style: Style) {
    guard x >= 0, y >= 0, x < width * 2, y < height * 4 else { return }
    let places: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
    let cell = y / 4 * width + x / 2
    bits[cell] |= places[x % 2][y % 4]
    styles[cell] = style
  }

  /// Puts the cells that hold a dot on the canvas.
  func draw(on sheet: inout Sheet, at plot: Rect) {
    for index in bits.indices where bits[index] != 0 {
      let glyph = Unicode.Scalar(0x2800 + UInt32(bits[index])).map(String.init) ?? " "
      sheet.canvas[plot.x + index % width, plot.y + index / width] = Cell(
        glyph, style: styles[index])
    }
  }
}
