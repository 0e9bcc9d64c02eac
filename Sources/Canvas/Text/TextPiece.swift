/// The smallest part of a text that is drawn or left out as a whole.
struct TextPiece: Equatable {
  /// What is drawn: one glyph, or several one-cell letters where `isSpelled`.
  var text: String
  /// The cells it takes.
  var columns: Int
  /// Whether `text` is letters, a cell each, that stand for what cannot be drawn itself.
  var isSpelled = false
  /// Whether an uploader may have meant it not to be seen.
  var isHidden = false
  /// The part of the text that gives this piece again when it stands alone; nil where that part
  /// is so long that `text` must do.
  var source: Range<String.Index>?

  /// What to copy from the text so that the piece comes out the same later.
  func part(of text: String) -> String { source.map { String(text[$0]) } ?? self.text }
}

/// A text's pieces in order.
///
/// Nothing is cut in half and nothing vanishes: what terminals would draw differently from each
/// other is reduced to what they agree on, and what they would not show becomes a visible token.
/// - Complexity: O(n) in the scalars of the text, whatever they are.
struct TextPieces: Sequence, IteratorProtocol {
  /// More marks than these on one letter are counted, not drawn.
  static let marksPerCell = 2

  private let scalars: String.UnicodeScalarView
  private let utf8: String.UTF8View
  private var index: String.Index
  private var start: String.Index
  private var pile = 0

  init(_ text: String) {
    self.scalars = text.unicodeScalars
    self.utf8 = text.utf8
    self.index = text.startIndex
    self.start = text.startIndex
  }

  mutating func next() -> TextPiece? {
    if pile > 0 {
      defer { pile = 0 }
      return spelled(HiddenToken.text(forMarks: pile), isHidden: true)
    }
    start = index
    if let piece = letter() { return piece }
    guard let scalar = take() else { return nil }
    switch ScalarKind(scalar) {
    case .hidden, .jamo: return spelled(HiddenToken.text(for: scalar), isHidden: true)
    case .space: return scalar.value == 0x3000 ? glyph("\u{3000}", 2) : withMarks(" ", 1)
    case .regional: return flag(scalar)
    case .mark: return withMarks("\u{25CC}", 1, first: scalar)
    case .spacingMark: return withMarks("\u{25CC}", 2, first: scalar)
    case .wide: return syllable(scalar) ?? withMarks(scalar, 2)
    case .narrow: return withMarks(scalar, 1)
    }
  }

  /// The one-byte strings of ASCII's letters and signs.
  static let ascii: [String] = (UInt8(0x20)..<0x7F).map { String(Unicode.Scalar($0)) }

  /// A letter of ASCII that nothing sits on, which most pieces are.
  private mutating func letter() -> TextPiece? {
    guard index < utf8.endIndex, (0x20..<0x7F).contains(utf8[index]) else { return nil }
    let next = utf8.index(after: index)
    guard next == utf8.endIndex || utf8[next] < 0x80 else { return nil }
    defer { index = next }
    return TextPiece(
      text: Self.ascii[Int(utf8[index]) - 0x20], columns: 1, source: index..<next)
  }

  // MARK: Kinds of pieces

  /// A base with what sits on it; what only varies its looks is dropped.
  private mutating func withMarks(
    _ base: Unicode.Scalar, _ width: Int, first: Unicode.Scalar? = nil
  ) -> TextPiece {
    var result = String(base)
    var columns = width
    var marks = 0
    if let first {
      result.unicodeScalars.append(first)
      marks = 1
    } else {
      skipVariations(of: base)
    }
    while let scalar = peek(), scalar.value > 0x2FF {
      let kind = ScalarKind(scalar)
      guard kind == .mark || kind == .spacingMark else { break }
      advance()
      let fits = marks < Self.marksPerCell && (kind == .mark || columns == 1)
      guard fits else {
        pile += 1
        continue
      }
      result.unicodeScalars.append(scalar)
      marks += 1
      if kind == .spacingMark { columns = 2 }
    }
    let piece = glyph(result, columns)
    if marks == 0, pile == 0 { skipJoiner(after: base) }
    return piece
  }

  /// A flag is spelled with its country's letters: terminals draw 1, 2 or 4 cells for it.
  private mutating func flag(_ first: Unicode.Scalar) -> TextPiece {
    var letters = "⚑" + letter(first)
    if let second = peek(), ScalarKind(second) == .regional {
      advance()
      letters += letter(second)
    }
    return spelled(letters)
  }

  private func letter(_ regional: Unicode.Scalar) -> String {
    Unicode.Scalar(regional.value - 0x1F1E6 + 0x41).map { String($0) } ?? "?"
  }

  /// The syllable of Korean letters that are written one by one, as some file systems do.
  private mutating func syllable(_ consonant: Unicode.Scalar) -> TextPiece? {
    guard (0x1100...0x1112).contains(consonant.value), let vowel = peek(),
      (0x1161...0x1175).contains(vowel.value)
    else { return nil }
    advance()
    var value = 0xAC00 + ((consonant.value - 0x1100) * 21 + vowel.value - 0x1161) * 28
    if let final = peek(), (0x11A8...0x11C2).contains(final.value) {
      advance()
      value += final.value - 0x11A7
    }
    return Unicode.Scalar(value).map { withMarks($0, 2) }
  }

  // MARK: What is dropped

  /// Skips what chooses between looks of the base: text or emoji, skin, keycap, region.
  private mutating func skipVariations(of base: Unicode.Scalar) {
    guard let next = peek(), next.value > 0x2FF, base.properties.isEmoji else { return }
    if next.value == 0xFE0F || next.value == 0xFE0E { advance() }
    if base.isASCII {
      if peek()?.value == 0x20E3 { advance() }
    } else if let tone = peek(), (0x1F3FB...0x1F3FF).contains(tone.value),
      base.properties.isEmojiModifierBase
    {
      advance()
    } else if base.value == 0x1F3F4 {
      skipRegion()
    }
  }

  /// Skips the tags of the three flags in use; any other tags stay and are shown.
  private mutating func skipRegion() {
    for region in ["gbeng", "gbsct", "gbwls"] {
      let tags = region.unicodeScalars.map { 0xE0000 + $0.value } + [0xE007F]
      guard scalars[index...].prefix(tags.count).map(\.value) == tags else { continue }
      for _ in tags { advance() }
      return
    }
  }

  /// Skips the joiner between two emoji, which then stand side by side.
  private mutating func skipJoiner(after base: Unicode.Scalar) {
    guard let joiner = peek(), joiner.value == 0x200D, !base.isASCII, base.properties.isEmoji
    else { return }
    let after = scalars.index(after: index)
    guard after < scalars.endIndex else { return }
    let next = scalars[after]
    guard !next.isASCII, next.properties.isEmoji, !next.properties.isEmojiModifier else { return }
    advance()
  }

  // MARK: Steps

  private func peek() -> Unicode.Scalar? { index < scalars.endIndex ? scalars[index] : nil }

  private mutating func advance() { scalars.formIndex(after: &index) }

  private mutating func take() -> Unicode.Scalar? {
    guard let scalar = peek() else { return nil }
    advance()
    return scalar
  }

  private var source: Range<String.Index>? { pile > 0 ? nil : start..<index }

  private func glyph(_ text: String, _ columns: Int) -> TextPiece {
    TextPiece(text: text, columns: columns, source: source)
  }

  private func spelled(_ text: String, isHidden: Bool = false) -> TextPiece {
    TextPiece(
      text: text, columns: text.unicodeScalars.count, isSpelled: true, isHidden: isHidden,
      source: source)
  }
}
