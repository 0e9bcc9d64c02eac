import Canvas

/// Keys that have no letter, spelled out for terminals without arrows.
enum KeySpelling {
  private static let words: [Character: String] = [
    "←": "left", "→": "right", "↑": "up", "↓": "down", "↵": "enter", "⌫": "bksp",
  ]

  /// The text with every such key as a word.
  static func words(_ text: String) -> String {
    text.map { words[$0] ?? String($0) }.joined()
  }

  /// Whether a piece names keys: in hints, and in what is said about them.
  static func isNeeded(_ piece: Piece) -> Bool {
    switch piece.style.role {
    case .key, .notice, .error: piece.text.contains { words[$0] != nil }
    default: false
    }
  }

  /// The piece with its keys spelled out; blanks at its end give way, so that columns stay.
  static func spelled(_ piece: Piece) -> Piece {
    var text = words(piece.text)
    var spare = text.cells - piece.text.cells
    while spare > 0, text.hasSuffix(" ") {
      text.removeLast()
      spare -= 1
    }
    return Piece(text, piece.style)
  }
}
