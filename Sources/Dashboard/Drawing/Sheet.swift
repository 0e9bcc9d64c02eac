import Canvas
import Distribution

/// A canvas that is being drawn on, with the ways of a screen to write on it.
struct Sheet {
  var canvas: Canvas
  /// What the terminal can show: where that is not arrows, keys are spelled out.
  var glyphs = GlyphSet.unicode
  /// What lies where, for the mouse; what was drawn later lies on top.
  var targets: [(area: Rect, target: Target)] = []

  init(canvas: Canvas, glyphs: GlyphSet = .unicode) {
    self.canvas = canvas
    self.glyphs = glyphs
  }

  /// Pieces as they can be shown: `←` would look like the key `<`, so it is spelled out.
  func spelled(_ pieces: [Piece]) -> [Piece] {
    guard glyphs == .ascii else { return pieces }
    return pieces.map { KeySpelling.isNeeded($0) ? KeySpelling.spelled($0) : $0 }
  }

  /// Says what an area is.
  mutating func mark(_ area: Rect, as target: Target) { targets.append((area, target)) }

  /// Writes pieces one after the other and gives the column after the last.
  @discardableResult
  mutating func line(_ pieces: [Piece], _ x: Int, _ y: Int, in clip: Rect) -> Int {
    var column = x
    for piece in spelled(pieces) {
      guard column < clip.right else { break }
      column += canvas.write(piece.text, column, y, piece.style, clip: clip)
    }
    return column
  }

  /// Writes pieces so that the last ends at the clip's right edge.
  mutating func right(_ pieces: [Piece], _ y: Int, in clip: Rect) {
    line(pieces, max(clip.x, clip.right - spelled(pieces).cells), y, in: clip)
  }

  /// Writes pieces at both ends of a row; the right ones give way where there is no room.
  mutating func row(_ left: [Piece], _ right: [Piece] = [], _ y: Int, in clip: Rect) {
    let end = line(left, clip.x, y, in: clip)
    if !right.isEmpty, end + spelled(right).cells < clip.right { self.right(right, y, in: clip) }
  }

  /// Gives a row the selection's background.
  mutating func select(_ y: Int, in rect: Rect) {
    let area = rect.intersection(canvas.bounds)
    guard y >= area.y, y < area.bottom, area.x < area.right else { return }
    for x in area.x..<area.right { canvas[x, y].style.selected = true }
  }
}

/// Something that a click can mean.
enum Target: Hashable {
  case tab(Screen)
  case video(VideoID)
  case deskCase(VideoID)
  case setting(Int)
  /// The timeline; a click goes to its moment.
  case time(TimeAxis)
  case pane(Pane)
  /// What lies over everything: a click beside it does nothing.
  case overlay
}
