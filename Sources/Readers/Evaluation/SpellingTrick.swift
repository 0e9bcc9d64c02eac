public import Catalogue

/// A way of writing words so that a machine may not see them, to judge a model by.
public enum SpellingTrick: String, Sendable, Hashable, CaseIterable {
  /// Digits for letters: `s3ll`.
  case leet
  /// Blanks between letters.
  case spaced
  /// Dots between letters.
  case dotted
  /// Invisible characters between letters.
  case zeroWidth
  /// Cyrillic letters that look the same.
  case homoglyphs
  /// Letters as wide as Chinese ones.
  case fullWidth
  /// Mathematical bold letters.
  case mathematical
  /// Vowels three times.
  case repeated
  /// Capitals.
  case capitals
  /// Two letters inside the word swapped, as a hurried hand does.
  case swapped

  /// The upload with every plain word of four letters or more written so, in all fields.
  public func applied(to upload: Upload) -> Upload {
    var upload = upload
    upload.caption = applied(to: upload.caption)
    upload.transcript = applied(to: upload.transcript)
    upload.onScreenText = applied(to: upload.onScreenText)
    upload.hashtags = upload.hashtags.map { applied(to: $0) }
    upload.sound = applied(to: upload.sound)
    return upload
  }

  /// The text with every plain word of four letters or more written so.
  func applied(to text: String) -> String {
    var result = String.UnicodeScalarView()
    var word: [Unicode.Scalar] = []
    func finish() {
      result.append(contentsOf: word.count > 3 ? disguised(word) : word)
      word = []
    }
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic {
        word.append(scalar)
      } else {
        finish()
        result.append(scalar)
      }
    }
    finish()
    return String(result)
  }

  private func disguised(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    switch self {
    case .leet: word.map { Self.digits[$0] ?? $0 }
    case .spaced: Array(word.map { [$0] }.joined(separator: [" "]))
    case .dotted: Array(word.map { [$0] }.joined(separator: ["."]))
    case .zeroWidth: Array(word.map { [$0] }.joined(separator: ["\u{200B}"]))
    case .homoglyphs: word.map { Self.cyrillic[$0] ?? $0 }
    case .fullWidth: word.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }
    case .mathematical: word.map(Self.bold)
    case .repeated: word.flatMap { "aeiou".unicodeScalars.contains($0) ? [$0, $0, $0] : [$0] }
    case .capitals: word.map { $0.value >= 0x61 ? Unicode.Scalar($0.value - 32) ?? $0 : $0 }
    case .swapped: [word[0], word[2], word[1]] + word[3...]
    }
  }

  private static func bold(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    let first: UInt32 = letter.value >= 0x61 ? 0x1D41A - 0x61 : 0x1D400 - 0x41
    return Unicode.Scalar(letter.value + first) ?? letter
  }

  private static let digits: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7",
  ]
  private static let cyrillic: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "i": "і", "s": "ѕ",
  ]
}
