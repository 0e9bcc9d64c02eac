/// A stretch of text in one style.
public struct TextRun: Sendable, Hashable {
  /// What it says; untrusted text is welcome.
  public var text: String
  /// How it looks.
  public var style: Style

  /// Creates a run.
  public init(_ text: String, _ style: Style = Style()) {
    self.text = text
    self.style = style
  }
}

extension Canvas {
  /// Writes text from a place rightwards, cut at the clip's right edge, and gives the columns used.
  ///
  /// Hidden and control characters appear as visible tokens in the role `hidden`; wide characters
  /// take two cells and are never cut in half: where only a half fits, a blank stands.
  /// - Complexity: O(n) in the scalars up to the clip's right edge.
  @discardableResult
  public mutating func write(
    _ text: String, _ x: Int, _ y: Int, _ style: Style = Style(), clip: Rect? = nil
  ) -> Int {
    let clip = (clip ?? bounds).intersection(bounds)
    guard x < clip.right else { return 0 }
    let letters = putLetters(text, x, y, style, clip: clip)
    var column = x + letters
    if letters == text.utf8.count || column >= clip.right { return column - x }
    let rest = text.utf8.index(text.startIndex, offsetBy: letters)
    for piece in TextPieces(String(text[rest...])) {
      guard column < clip.right else { break }
      put(piece, column, y, style, clip: clip)
      column += piece.columns
    }
    return min(column, clip.right) - x
  }

  /// Writes the ASCII letters that a text begins with, except one that a mark may sit on, and
  /// gives their number: the whole of most texts, at a fraction of the cost.
  private mutating func putLetters(
    _ text: String, _ x: Int, _ y: Int, _ style: Style, clip: Rect
  ) -> Int {
    var column = x
    var bytes = text.utf8.makeIterator()
    var next = bytes.next()
    let isVisible = y >= clip.y && y < clip.bottom
    while column < clip.right, let byte = next, (0x20..<0x7F).contains(byte) {
      next = bytes.next()
      if let next, next >= 0x80 { break }
      if isVisible, column >= clip.x {
        place(TextPieces.ascii[Int(byte) - 0x20], 1, style, column, y)
      }
      column += 1
    }
    return column - x
  }

  /// Writes runs one after the other in one line and gives the columns used.
  @discardableResult
  public mutating func write(_ runs: [TextRun], _ x: Int, _ y: Int, clip: Rect? = nil) -> Int {
    runs.reduce(0) { used, run in used + write(run.text, x + used, y, run.style, clip: clip) }
  }

  /// Writes text that ends just before a column; what does not fit into the clip ends with `…`.
  ///
  /// Gives the columns used.
  @discardableResult
  public mutating func writeRight(
    _ text: String, _ right: Int, _ y: Int, _ style: Style = Style(), clip: Rect? = nil
  ) -> Int {
    let clip = (clip ?? bounds).intersection(bounds)
    let end = min(right, clip.right)
    let fitting = text.truncated(to: end - clip.x)
    return write(fitting, end - TextWidth.columns(of: fitting), y, style, clip: clip)
  }

  /// Writes text in the middle of a rectangle's top row; what does not fit ends with `…`.
  ///
  /// An odd blank stands on the right. Gives the columns used.
  @discardableResult
  public mutating func writeCentred(_ text: String, in area: Rect, _ style: Style = Style()) -> Int
  {
    let fitting = text.truncated(to: area.width)
    let left = (area.width - TextWidth.columns(of: fitting)) / 2
    return write(fitting, area.x + left, area.y, style, clip: area)
  }

  private mutating func put(_ piece: TextPiece, _ x: Int, _ y: Int, _ style: Style, clip: Rect) {
    var style = style
    if piece.isHidden { style.role = .hidden }
    if piece.isSpelled {
      for (offset, scalar) in piece.text.unicodeScalars.enumerated()
      where clip.contains(x + offset, y) {
        place(String(scalar), 1, style, x + offset, y)
      }
    } else if clip.contains(x, y), clip.contains(x + piece.columns - 1, y) {
      place(piece.text, piece.columns, style, x, y)
    } else {
      for half in x..<x + piece.columns where clip.contains(half, y) {
        place(" ", 1, style, half, y)
      }
    }
  }
}
