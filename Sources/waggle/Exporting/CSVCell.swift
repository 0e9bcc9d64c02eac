import Canvas
import Catalogue

/// One cell of a table that spreadsheets read.
enum CSVCell: Hashable {
  case text(String)
  case whole(Int)
  /// A number with so many decimals.
  case number(Double, Int)
  case flag(Bool)
  /// Nothing known.
  case empty

  /// A text, or nothing.
  static func text(orEmpty text: String?) -> CSVCell { text.map(CSVCell.text) ?? .empty }

  /// A whole number, or nothing.
  static func whole(orEmpty number: Int?) -> CSVCell { number.map(CSVCell.whole) ?? .empty }

  /// The cell as RFC 4180 writes it.
  var field: String {
    switch self {
    case .text(let text): Self.quoted(Self.harmless(text))
    case .whole(let number): String(number)
    case .number(let number, let decimals): number.isFinite ? number.fixed(decimals) : ""
    case .flag(let flag): flag ? "true" : "false"
    case .empty: ""
    }
  }

  /// A text that no spreadsheet takes for a formula, its hidden characters spelled out.
  ///
  /// An apostrophe before it is what spreadsheets themselves take for “this is text”.
  private static func harmless(_ text: String) -> String {
    let shown = VisibleText.escape(text)
    // Blanks are cut off by some that read the file; the wide forms are taken for the others.
    let first = text.first { $0 != " " && $0 != "\u{A0}" }
    let starts: Set<Character> = ["=", "+", "-", "@", "\t", "\r", "\r\n", "＝", "＋", "－", "＠"]
    return first.map(starts.contains) ?? false ? "'" + shown : shown
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\r\n".contains($0) || $0 == "\r\n" }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
