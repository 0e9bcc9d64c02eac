/// Writes a word of a text so that a machine may not see it: what `Spelling` undoes, and what it
/// cannot undo and the model has to learn.
enum Disguise {
  /// The text with one to three of its longer words disguised, in one drawn way.
  static func disguised(_ text: String, draw: inout SeededDraw) -> String {
    var words = text.split(separator: " ").map(String.init)
    let long = words.indices.filter {
      words[$0].count > 3 && words[$0].allSatisfy { $0.isASCII && $0.isLetter }
    }
    guard !long.isEmpty else { return text }
    let way = draw.below(6)
    for place in draw.shuffled(long).prefix(1 + draw.below(3)) {
      words[place] = disguised(word: words[place], way: way, draw: &draw)
    }
    return words.joined(separator: " ")
  }

  private static func disguised(word: String, way: Int, draw: inout SeededDraw) -> String {
    switch way {
    case 0: return String(word.map { leet[$0] ?? $0 })
    case 1: return word.map(String.init).joined(separator: " ")
    case 2: return word.map(String.init).joined(separator: ".")
    case 3: return word.map(String.init).joined(separator: "\u{200B}")
    case 4: return String(word.map { lookalike[$0] ?? $0 })
    default:
      var letters = Array(word)
      let place = 1 + draw.below(letters.count - 2)
      letters.swapAt(place, place + (place + 1 < letters.count - 1 ? 1 : 0))
      return String(letters)
    }
  }

  private static let leet: [Character: Character] = [
    "a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7",
  ]
  private static let lookalike: [Character: Character] = [
    "a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "i": "і", "s": "ѕ",
  ]
}
