internal import CNcurses
internal import Canvas

/// Puts canvases on the screen, changed cells only.
///
/// ncurses draws what it and we agree takes one column. It believes that 漢 takes one under
/// C.UTF-8 and drops young emoji, so all other glyphs are drawn around it: it is given a
/// placeholder for each of their cells, and they are written over those by themselves, each at
/// its own place. So whatever a terminal makes of a glyph, the rest of the row stays in place.
struct Painter {
  /// What ncurses holds for a glyph that is drawn around it: nothing, and never in a canvas, so
  /// that whatever follows in the cell differs from it.
  private static let placeholder: UInt32 = 0x2800

  private let output: Int32
  private let depth: ColorDepth
  private let glyphs: GlyphSet
  private let modes: Modes
  private var pairs: ColourPairs
  private var theme: Theme?
  private var looks: [Style: Drawn] = [:]
  private var shown: [Cell] = []
  private var shownSize = Size(0, 0)

  /// A style as ncurses and as a terminal take it.
  private struct Drawn {
    var attributes: UInt32
    var pair: Int32
    var sequence: String
  }

  init(output: Int32, depth: ColorDepth, glyphs: GlyphSet, colours: Int, modes: Modes) {
    self.output = output
    self.depth = depth
    self.glyphs = glyphs
    self.modes = modes
    self.pairs = ColourPairs(colours: colours, limit: depth == .mono ? 0 : Int(nc_pairs()))
  }

  /// Forgets what is shown, so that all is drawn again.
  mutating func forget() { shown = [] }

  /// Shows a canvas on a screen of some size.
  mutating func present(_ canvas: Canvas, theme: Theme, size: Size) {
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
    var overlays = ""
    var hasChanged = false
    for y in 0..<size.height where paint(canvas, y, isNew: isNew) {
      hasChanged = true
      overlays += self.overlays(y)
    }
    guard hasChanged else { return }
    write(modes.frameBegin)
    nc_refresh()
    // The cursor and the colours that ncurses believes in come back after the glyphs.
    write((overlays.isEmpty ? "" : "\u{1B}7" + overlays + "\u{1B}8") + modes.frameEnd)
  }

  /// Gives one row's changed cells to ncurses; whether there were any.
  private mutating func paint(_ canvas: Canvas, _ y: Int, isNew: Bool) -> Bool {
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
  private mutating func overlays(_ y: Int) -> String {
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
    guard let first = scalars.next() else { return glyphs == .ascii ? 0x20 : nil }
    if first.isASCII, glyph.utf8.count == 1 { return first.value }
    if glyphs == .ascii {
      return glyphs.shown(glyph).unicodeScalars.first?.value ?? 0x3F
    }
    guard scalars.next() == nil else { return nil }
    return TextWidth.columns(of: glyph) == 1 && nc_width(first.value) == 1 ? first.value : nil
  }

  private mutating func drawn(_ style: Style) -> Drawn {
    if let drawn = looks[style] { return drawn }
    let look = (theme ?? .plain).look(of: style, depth: depth)
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

/// The pairs of colours that ncurses was told of, as many as there are.
struct ColourPairs {
  private struct Colours: Hashable {
    var foreground: Int32
    var background: Int32
  }

  private let colours: Int
  private let limit: Int
  private var known: [Colours: Int32] = [:]

  init(colours: Int, limit: Int) {
    self.colours = colours
    self.limit = limit
  }

  /// Lets all pairs be used anew.
  mutating func forget() { known = [:] }

  /// The pair of a look's colours, 0 where there is none left or none can be made; and whether
  /// boldness must stand for a bright foreground, as where there are only 8 colours.
  mutating func pair(of look: Look) -> (pair: Int32, isBright: Bool) {
    let (foreground, isBright) = entry(look.foreground)
    let (background, _) = entry(look.background)
    let wanted = Colours(foreground: foreground, background: background)
    if let pair = known[wanted] { return (pair, isBright) }
    let pair = Int32(known.count + 1)
    guard known.count + 1 < limit, nc_make_pair(pair, foreground, background) else {
      return (0, isBright)
    }
    known[wanted] = pair
    return (pair, isBright)
  }

  private func entry(_ ink: Ink) -> (Int32, isBright: Bool) {
    switch ink {
    case .standard, .rgb: (-1, false)
    case .indexed(let index) where colours < 16 && index >= 8: (Int32(index) - 8, index < 16)
    case .indexed(let index): (Int32(index), false)
    }
  }
}
