extension Canvas {
  /// The canvas as a picture that looks the same in every font: lines, blocks and dots are drawn,
  /// letters are held in their cells.
  public func svg(theme: Theme) -> String {
    var picture = SVGPicture(size: size, theme: theme)
    for y in 0..<size.height { picture.add(row(y), y) }
    return picture.text
  }
}

/// A picture in the making.
private struct SVGPicture {
  private static let cellWidth = 8
  private static let cellHeight = 17
  private static let baseline = 13

  private let theme: Theme
  private let size: Size
  private var looks: LookCache
  private var backgrounds = ""
  private var glyphs = ""

  init(size: Size, theme: Theme) {
    self.size = size
    self.theme = theme
    self.looks = LookCache(theme: theme, depth: .trueColor)
  }

  var text: String {
    let width = size.width * Self.cellWidth
    let height = size.height * Self.cellHeight
    let behind = colours(of: theme.look(of: Style(.background), depth: .trueColor)).behind
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      width="\(width)" height="\(height)" font-size="13" \
      font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace">
      <rect width="\(width)" height="\(height)" fill="\(behind)"/>
      \(backgrounds)\(glyphs)</svg>

      """
  }

  mutating func add(_ row: ArraySlice<Cell>, _ y: Int) {
    let cells = Array(row)
    var start = 0
    while start < cells.count {
      let look = looks.look(of: cells[start].style)
      var end = start + 1
      while end < cells.count,
        cells[end].glyph.isEmpty || looks.look(of: cells[end].style) == look
      {
        end += 1
      }
      add(cells[start..<end], look, y)
      start = end
    }
  }

  private mutating func add(_ cells: ArraySlice<Cell>, _ look: Look, _ y: Int) {
    let (ink, behind) = colours(of: look)
    let top = y * Self.cellHeight
    if look.background != theme.full.background || look.attributes.contains(.reverse) {
      backgrounds += rect(
        cells.startIndex * Self.cellWidth, top, cells.count * Self.cellWidth, Self.cellHeight,
        behind)
    }
    var start = cells.startIndex
    while start < cells.endIndex {
      let isLetter = Self.isLetter(cells[start].glyph)
      var end = start + 1
      while isLetter, end < cells.endIndex, Self.isLetter(cells[end].glyph) { end += 1 }
      let isBlank = cells[start..<end].allSatisfy { $0.glyph == " " || $0.glyph.isEmpty }
      if !isBlank || look.attributes.contains(.underline) {
        add(cells[start..<end], look, ink, top)
      }
      start = end
    }
  }

  private static func isLetter(_ glyph: String) -> Bool {
    glyph.utf8.count == 1
  }

  private mutating func add(_ cells: ArraySlice<Cell>, _ look: Look, _ ink: String, _ top: Int) {
    let left = cells.startIndex * Self.cellWidth
    if cells.count == 1, let glyph = cells.first?.glyph {
      if glyph.isEmpty { return }
      let cell = SVGGlyph.Cell(
        x: Double(left), y: Double(top), width: Double(Self.cellWidth),
        height: Double(Self.cellHeight))
      if let drawn = SVGGlyph.drawing(of: glyph, in: cell, ink: ink) {
        glyphs += drawn + "\n"
        return
      }
    }
    let content = cells.map(\.glyph).joined()
    let columns = cells.count == 1 ? TextWidth.columns(of: content) : cells.count
    var extras = ""
    if look.attributes.contains(.bold) { extras += " font-weight=\"bold\"" }
    if look.attributes.contains(.underline) { extras += " text-decoration=\"underline\"" }
    glyphs += """
      <text x="\(left)" y="\(top + Self.baseline)" textLength="\(columns * Self.cellWidth)" \
      lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="\(ink)"\(extras)>\
      \(SVGText.escaped(content))</text>

      """
  }

  private func colours(of look: Look) -> (ink: String, behind: String) {
    let ink = theme.colour(of: look.foreground, isBackground: false).hex
    let behind = theme.colour(of: look.background, isBackground: true).hex
    return look.attributes.contains(.reverse) ? (behind, ink) : (ink, behind)
  }

  private func rect(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ fill: String) -> String {
    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\"/>\n"
  }
}
