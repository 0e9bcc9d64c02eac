import Catalogue
import Glibc
import Readers

/// How many texts a second a model of topics classifies, from the written text to its three
/// likeliest labels, in processor time of one thread: other programs share the machine.
struct ClassifyingSpeed {
  /// The best of the rounds.
  let textsPerSecond: Int

  /// Classifies the texts of a file some times over.
  init(of recogniser: Recogniser, on path: String) throws {
    let texts = try LabelledTexts(path: path).rows.map(\.text)
    var best = Double.infinity
    for _ in 0..<Self.rounds {
      let start = Self.now
      var labels = 0
      for text in texts { labels += recogniser.rank(text).count }
      // What is counted must be used, or nothing need be done for it.
      best = min(best, labels >= 0 ? Self.now - start : best)
    }
    textsPerSecond = Int(Double(texts.count) / max(best, 1e-9))
  }

  /// The finding as a line.
  var text: String { "classified \(textsPerSecond.grouped) texts a second on one core" }

  private static let rounds = 3

  /// Seconds of processor time that this process has used so far.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
