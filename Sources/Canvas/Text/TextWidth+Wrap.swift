extension TextWidth {
  /// A text in lines of at most so many cells, broken at blanks where that is possible.
  ///
  /// A line feed ends a line; blanks at a break are dropped; words longer than a line are cut
  /// between pieces. A width below 2 counts as 2, so that wide characters fit.
  public static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in paragraphs(of: text) { wrap(paragraph, width: max(2, width), into: &lines) }
    return lines
  }

  private static func paragraphs(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
  }

  private static func wrap(_ paragraph: String, width: Int, into lines: inout [String]) {
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
      let columns = Self.columns(of: String(word))
      if !line.isEmpty, used + 1 + columns <= width {
        line += " " + word
        used += 1 + columns
        continue
      }
      if !line.isEmpty { lines.append(withoutBlanks(atEndOf: line)) }
      (line, used) = cut(String(word), columns, width: width, into: &lines)
    }
    lines.append(withoutBlanks(atEndOf: line))
  }

  private static func withoutBlanks(atEndOf line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }

  /// Appends whole lines of a long word and gives what is left of it with its columns.
  private static func cut(
    _ word: String, _ columns: Int, width: Int, into lines: inout [String]
  ) -> (String, Int) {
    guard columns > width else { return (word, columns) }
    var line = ""
    var used = 0
    for piece in TextPieces(word) {
      if used > 0, used + piece.columns > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += piece.part(of: word)
      used += piece.columns
    }
    return (line, used)
  }
}
