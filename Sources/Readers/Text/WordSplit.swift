/// Splits letters run together, such as `babyshower`, into the likeliest known words.
struct WordSplit {
  let lexicon: Lexicon

  /// The longest run that is split; work grows with its length times `longestPart`.
  static let longest = 40
  private static let longestPart = 18
  /// What each further word costs, in eighths of a bit, so that few long words win.
  private static let seam = 24
  /// One- and two-letter words that may stand in a compound, by hash.
  private static let short: Set<UInt64> = Set(
    ["a", "i", "my", "of", "in", "on", "to", "is", "it", "at", "up", "me", "we", "no", "do", "go"]
      .map { Words.hash($0.unicodeScalars.lazy.map(\.value)) })

  /// The ends of the words, counted from the first letter; nil where no split gives known words
  /// alone, or the run is one known word.
  func ends(in letters: ArraySlice<UInt32>) -> [Int]? {
    let run = Array(letters)
    guard (2...Self.longest).contains(run.count), run.allSatisfy({ $0 < 0x3000 }) else {
      return nil
    }
    var best = [Int](repeating: .max, count: run.count + 1)
    var previous = [Int](repeating: 0, count: run.count + 1)
    best[0] = 0
    for start in run.indices where best[start] != .max {
      var hash = LetterHash(kind: Words.wordKind)
      for end in start..<min(run.count, start + Self.longestPart) {
        hash.append(run[end])
        guard end - start >= 2 || Self.short.contains(hash.value),
          let cost = lexicon.cost(of: hash.value)
        else { continue }
        let sum = best[start] + cost + Self.seam
        if sum < best[end + 1] {
          best[end + 1] = sum
          previous[end + 1] = start
        }
      }
    }
    guard best[run.count] != .max else { return nil }
    var ends: [Int] = []
    var at = run.count
    while at > 0 {
      ends.append(at)
      at = previous[at]
    }
    return ends.reversed()
  }
}
