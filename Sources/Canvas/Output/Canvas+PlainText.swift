extension Canvas {
  /// The rows as text, without styles and without blanks at their ends.
  public var plainText: String {
    (0..<size.height).map { y in
      var line = row(y).map(\.glyph).joined()
      while line.utf8.last == 0x20 { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
