/// The word of a list that somebody who wrote another word may have meant.
public enum Nearest {
  /// The word with the fewest letters to change, add, drop or swap, or nil where none is near.
  public static func word(to text: String, among words: [String]) -> String? {
    let letters = text.unicodeScalars.prefix(65).map(\.lowercase)
    guard letters.count <= 64 else { return nil }
    let allowed = max(1, min(3, letters.count / 3))
    let ranked = words.map { (word: $0, steps: steps(letters, $0.unicodeScalars.map(\.lowercase))) }
    guard let best = ranked.min(by: { $0.steps < $1.steps }), best.steps <= allowed else {
      return nil
    }
    return best.word
  }

  /// Damerau and Levenshtein's distance, each pair of letters swapped at most once.
  private static func steps(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard abs(a.count - b.count) <= 3 else { return .max }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}

extension Unicode.Scalar {
  /// The lower-case letter of a letter A to Z, else the scalar itself.
  fileprivate var lowercase: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 0x20) : self
  }
}
