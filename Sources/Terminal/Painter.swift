internal import CNcurses
internal import Canvas

/// A way to show canvases.
protocol Painting: AnyObject {
  /// Shows a canvas on a screen of some size: what differs from what is shown.
  func present(_ canvas: Canvas, theme: Theme, size: Size)
  /// Forgets what is shown, so that all is drawn again.
  func forget()
}

/// Puts canvases on the screen, changed cells only.
///
/// ncurses draws what it and we agree takes one column. It believes that 漢 takes one under
/// C.UTF-8 and drops young emoji, so all other glyphs are drawn around it: it is given a
/// placeholder for each of their cells, and they are written over those by themselves, each at
/// its own place. So whatever a terminal makes of a glyph, the rest of the row stays in place.
final class Painter: Painting {
  /// What ncurses holds for a glyph that is drawn around it: nothing, and never in a canvas, so
  /// that whatever follows in the cell differs from it.
  private static let placeholder: UInt32 = 0x2800

  private let output: Int32
  private let glyphs: GlyphSet
  private let modes: Modes
  private var pairs: ColourPairs
  private var theme: Theme?
  private var looks: [Style: Drawn] = [:]
  private let mayScroll = nc_may_scroll()
  private var shown: [Cell] = []
  private var shownSize = Size(0, 0)

  /// A style as ncurses and as a terminal take it.
  private struct Drawn {
    var attributes: UInt32
    var pair: Int32
    var sequence: String
  }

  init(output: Int32, glyphs: GlyphSet, palette: Palette, modes: Modes) {
    self.output = output
    self.glyphs = glyphs
    self.modes = modes
    self.pairs = ColourPairs(palette)
  }

  func forget() { shown = [] }

  func present(_ canvas: Canvas, theme: Theme, size: Size) {
    if theme != self.theme {
      self.theme = theme
      looks = [:]
      pairs.forget()
      forget()
    }
    let isNew = shown.isEmpty || shownSize != size
    if isNew {
      shown = Array(repeating: Cell("", style: Style(.background)), count: size.width * size.height)
      shownSize = size
      nc_repaint()
    }
    let canvas = canvas.shown(in: glyphs)
    let changed = (0..<size.height).filter { paint(canvas, $0, isNew: isNew) }
    guard !changed.isEmpty else { return }
    let overlays = (mayScroll ? Array(0..<size.height) : changed).map(overlays).joined()
    write(modes.frameBegin)
    nc_refresh()
    // The cursor and the colours that ncurses believes in come back after the glyphs.
    write((overlays.isEmpty ? "" : "\u{1B}7" + overlays + "\u{1B}8") + modes.frameEnd)
  }

  /// Gives one row's changed cells to ncurses; whether there were any.
  private func paint(_ canvas: Canvas, _ y: Int, isNew: Bool) -> Bool {
    var hasChanged = false
    let row = canvas.row(y)
    for x in 0..<shownSize.width {
      let index = y * shownSize.width + x
      var cell =
        x < row.count ? row[row.startIndex + x] : Cell(" ", style: Style(.background))
      // Half of a wide glyph that the screen's edge cuts.
      if x == shownSize.width - 1, x + 1 < row.count, row[row.startIndex + x + 1].glyph.isEmpty {
        cell.glyph = " "
      }
      guard isNew || shown[index] != cell else { continue }
      shown[index] = cell
      hasChanged = true
      let drawn = drawn(cell.style)
      nc_put(
        Int32(y), Int32(x), scalar(of: cell.glyph) ?? Self.placeholder, drawn.attributes,
        drawn.pair)
    }
    return hasChanged
  }

  /// The glyphs of a row that are drawn around ncurses, with what puts each in its place.
  ///
  /// All of a row in which anything changed: ncurses may have written over any of them.
  private func overlays(_ y: Int) -> String {
    var result = ""
    for x in 0..<shownSize.width {
      let cell = shown[y * shownSize.width + x]
      guard !cell.glyph.isEmpty, scalar(of: cell.glyph) == nil else { continue }
      let isWide =
        x + 1 < shownSize.width && shown[y * shownSize.width + x + 1].glyph.isEmpty
      let place = "\u{1B}[\(y + 1);\(x + 1)H"
      // Blanks first: a terminal that takes the glyph for narrow leaves the second cell alone.
      result += drawn(cell.style).sequence + place + (isWide ? "  " : " ") + place + cell.glyph
    }
    return result
  }

  /// The scalar that ncurses draws for a glyph; nil where the glyph is drawn around it.
  private func scalar(of glyph: String) -> UInt32? {
    var scalars = glyph.unicodeScalars.makeIterator()
    guard let first = scalars.next(), scalars.next() == nil else { return nil }
    if first.isASCII { return first.value }
    return TextWidth.columns(of: glyph) == 1 && nc_width(first.value) == 1 ? first.value : nil
  }

  private func drawn(_ style: Style) -> Drawn {
    if let drawn = looks[style] { return drawn }
    let look = (theme ?? .plain).look(of: style, depth: pairs.palette.depth)
    var attributes: UInt32 = 0
    if look.attributes.contains(.bold) { attributes |= nc_bold }
    if look.attributes.contains(.dim) { attributes |= nc_dim }
    if look.attributes.contains(.underline) { attributes |= nc_underline }
    if look.attributes.contains(.reverse) { attributes |= nc_reverse }
    let (pair, isBright) = pairs.pair(of: look)
    if isBright { attributes |= nc_bold }
    let drawn = Drawn(
      attributes: attributes, pair: pair, sequence: SGR.sequence(for: look))
    looks[style] = drawn
    return drawn
  }

  private func write(_ text: String) {
    if !text.isEmpty { _ = nc_write(output, text, text.utf8.count) }
  }
}
