import Canvas
import Catalogue

/// A text with some stretches in another style, broken into lines.
enum StyledText {
  /// More characters than these are not looked at: nobody reads further in a pane.
  static let limit = 20_000

  /// The lines of a text of at most so many columns, its evidence underlined.
  ///
  /// Lines break at blanks where there are any; a line feed ends a line.
  static func lines(_ text: String, evidence: [Evidence], columns: Int) -> [[Piece]] {
    let columns = max(2, columns)
    var lines = Lines(columns: columns)
    let marked = evidence.map { $0.start..<max($0.start, $0.end) }
    var offset = 0
    for character in text.prefix(limit) {
      let length = character.unicodeScalars.count
      let isMarked = marked.contains { $0.overlaps(offset..<offset + length) }
      lines.add(character, isMarked ? Style(.evidence, underline: true) : Style())
      offset += length
    }
    return lines.finished
  }

  /// Pieces in lines of at most so many columns, broken at blanks.
  static func wrapped(_ pieces: [Piece], columns: Int) -> [[Piece]] {
    guard pieces.cells > columns else { return [pieces] }
    var lines = Lines(columns: max(2, columns))
    for piece in pieces {
      for character in piece.text { lines.add(character, piece.style) }
    }
    return lines.finished
  }

  /// Lines while they are being filled, a word at a time.
  private struct Lines {
    let columns: Int
    private var done: [[Piece]] = []
    private var line: [Piece] = []
    private var used = 0
    private var word: [Piece] = []
    private var length = 0

    init(columns: Int) { self.columns = columns }

    mutating func add(_ character: Character, _ style: Style) {
      if character == "\n" || character == "\r\n" {
        endWord()
        endLine()
      } else if character == " " {
        endWord()
        append(" ", style, 1)
      } else {
        let text = String(character)
        let width = text.cells
        if length + width > columns { endWord() }
        Self.join(text, style, to: &word)
        length += width
      }
    }

    var finished: [[Piece]] {
      var copy = self
      copy.endWord()
      if !copy.line.isEmpty { copy.endLine() }
      return copy.done
    }

    private mutating func endWord() {
      guard !word.isEmpty else { return }
      if used + length > columns { endLine() }
      for piece in word { Self.join(piece.text, piece.style, to: &line) }
      used += length
      (word, length) = ([], 0)
    }

    private mutating func append(_ text: String, _ style: Style, _ width: Int) {
      guard used + width <= columns else { return endLine() }
      guard used > 0 else { return }
      Self.join(text, style, to: &line)
      used += width
    }

    private mutating func endLine() {
      done.append(line)
      (line, used) = ([], 0)
    }

    private static func join(_ text: String, _ style: Style, to pieces: inout [Piece]) {
      if let last = pieces.indices.last, pieces[last].style == style {
        pieces[last].text += text
      } else {
        pieces.append(Piece(text, style))
      }
    }
  }
}
