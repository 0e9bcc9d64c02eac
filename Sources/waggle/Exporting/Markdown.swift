import Canvas

/// Text as Markdown shows it.
enum Markdown {
  /// Somebody else's words: shown letter by letter, never taken for markup, a link or HTML.
  static func plain(_ text: String) -> String {
    VisibleText.escape(text).reduce(into: "") { result, character in
      if "\\`*_{}[]<>#|!&~:@./$^".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  /// A table; numbers end at the right.
  static func table(_ heads: [String], left: Set<Int>, _ rows: [[String]]) -> String {
    let rule = heads.indices.map { left.contains($0) ? "---" : "---:" }
    return ([heads, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}
