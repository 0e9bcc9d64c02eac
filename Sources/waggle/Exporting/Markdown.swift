import Canvas

/// Text as Markdown shows it.
enum Markdown {
  /// Somebody else's words: shown letter by letter, never taken for markup, a link or HTML.
  ///
  /// They stand within a line of ours. There these letters begin something wherever they are:
  private static let always: Set<Character> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "$",
  ]

  static func plain(_ text: String) -> String {
    let letters = Array(VisibleText.escape(text))
    return letters.indices.reduce(into: "") { result, place in
      let letter = letters[place]
      let next = place + 1 < letters.count ? letters[place + 1] : " "
      let before = place > 0 ? letters[place - 1] : " "
      if always.contains(letter) || begins(letter, before: before, next: next) {
        result.append("\\")
      }
      result.append(letter)
    }
  }

  /// Whether a letter begins something only where others stand beside it: an entity, a mention, an
  /// image, a heading or an issue, an address that would become a link.
  private static func begins(_ letter: Character, before: Character, next: Character) -> Bool {
    let isWithin = next.isLetter || next.isNumber
    let isNumber = before.isNumber && next.isNumber
    return switch letter {
    case "&": isWithin || next == "#"
    case "#", "^": !next.isWhitespace
    case "!": next == "["
    case "@": isWithin
    case ":": (next == "/" || isWithin) && !isNumber
    case ".": isWithin && before.isLetter || before.isNumber && next.isLetter
    default: false
    }
  }

  /// A block that is shown as it stands, letter by letter.
  static func block(_ text: String) -> String { "```text\n" + text + "```\n" }

  /// A table; numbers end at the right.
  static func table(_ heads: [String], left: Set<Int>, _ rows: [[String]]) -> String {
    let rule = heads.indices.map { left.contains($0) ? "---" : "---:" }
    return ([heads, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}

extension String {
  /// The text as the beginning of a sentence.
  var sentence: String { prefix(1).uppercased() + dropFirst() }
}
