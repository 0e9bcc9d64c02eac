/// How many cells a text takes, as Waggle draws it.
public enum TextWidth {
  /// The cells a text takes when written in one line, tokens for hidden characters included.
  ///
  /// - Complexity: O(n) in the scalars of the text.
  public static func columns(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return TextPieces(text).reduce(0) { $0 + $1.columns }
  }

  /// The longest beginning of a text that takes at most so many cells, without a sign that more
  /// followed.
  public static func beginning(of text: String, columns: Int) -> String {
    var result = ""
    var used = 0
    for piece in TextPieces(text) {
      used += piece.columns
      guard used <= columns else { break }
      result += piece.part(of: text)
    }
    return result
  }

  /// A text with blanks before or after it so that it takes at least so many cells.
  public static func padded(_ text: String, to columns: Int, atEnd: Bool = true) -> String {
    let blanks = String(repeating: " ", count: max(0, columns - Self.columns(of: text)))
    return atEnd ? text + blanks : blanks + text
  }
}

extension String {
  /// The text itself where it takes at most so many cells, otherwise its beginning and `…`.
  ///
  /// Never longer than `columns`; empty where that is 0 or less.
  public func truncated(to columns: Int) -> String {
    guard columns > 0 else { return "" }
    guard TextWidth.columns(of: self) > columns else { return self }
    return TextWidth.beginning(of: self, columns: columns - 1) + "…"
  }
}
