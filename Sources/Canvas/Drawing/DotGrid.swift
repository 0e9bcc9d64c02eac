/// Cells of 2×4 Braille dots, each cell in the style of the line that touched it last.
struct DotGrid {
  let columns: Int
  let rows: Int
  private var dots: [UInt8]
  private var styles: [Style]

  /// The bit of each dot: left column from the bottom up, then the right one.
  private static let bits: [[UInt8]] = [[0x40, 0x04, 0x02, 0x01], [0x80, 0x20, 0x10, 0x08]]

  init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    self.dots = Array(repeating: 0, count: self.columns * self.rows)
    self.styles = Array(repeating: Style(), count: self.columns * self.rows)
  }

  var dotColumns: Int { columns * 2 }
  var dotRows: Int { rows * 4 }

  /// Sets a dot; the origin is the bottom left.
  mutating func set(_ x: Int, _ y: Int, _ style: Style) {
    guard x >= 0, x < dotColumns, y >= 0, y < dotRows else { return }
    let index = (rows - 1 - y / 4) * columns + x / 2
    dots[index] |= Self.bits[x % 2][y % 4]
    styles[index] = style
  }

  /// Sets the dots of one line; steep stretches are filled so that it stays connected.
  ///
  /// What is drawn in a column rests only on its own height and the one before.
  mutating func draw(_ curve: Curve, x: Scale, y: Scale) {
    let places = (0..<dotColumns).map { x.value(at: (Double($0) + 0.5) / Double(dotColumns)) }
    var before: Int?
    for (column, height) in curve.heights(at: places).enumerated() {
      let row = height.flatMap { self.row(of: $0, y) }
      defer { before = row }
      guard let row, column % curve.spacing == 0 else { continue }
      set(column, row, curve.style)
      guard curve.spacing == 1, let before, abs(row - before) > 1 else { continue }
      for between in min(row, before) + 1..<max(row, before) { set(column, between, curve.style) }
    }
  }

  private func row(of height: Double, _ y: Scale) -> Int? {
    guard let place = y.fraction(of: height), place >= 0, place <= 1 else { return nil }
    return Int((place * Double(dotRows - 1)).rounded())
  }

  /// Puts the touched cells on a canvas.
  func draw(into canvas: inout Canvas, in area: Rect) {
    for row in 0..<rows {
      for column in 0..<columns {
        let index = row * columns + column
        guard dots[index] != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(dots[index])) else {
          continue
        }
        canvas.set(
          String(scalar), area.x + column, area.y + row, styles[index], clip: area)
      }
    }
  }
}
