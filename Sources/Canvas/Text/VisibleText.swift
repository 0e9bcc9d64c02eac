/// Text that is safe in any output: tables, log lines and error messages as much as the screen.
public enum VisibleText {
  /// A text with every control, bidi override and invisible character spelled out, as
  /// `Canvas.write` draws it: `␛`, `‹RLO›`, `‹ZWSP›`, `‹U+E0041›`.
  ///
  /// Marks are capped at two a letter; emoji sequences fall into their parts. Doing it twice
  /// changes nothing more.
  /// - Parameters:
  ///   - text: Anything, such as what an uploader wrote or a file's name.
  ///   - keepingLines: Whether line feeds stay, for messages of several lines.
  /// - Complexity: O(n) in the scalars of the text.
  public static func escape(_ text: String, keepingLines: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    guard keepingLines else { return TextPieces(text).reduce(into: "") { $0 += $1.text } }
    return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { escape(String($0)) }
      .joined(separator: "\n")
  }
}
