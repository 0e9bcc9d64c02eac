import Canvas
import Catalogue
import Distribution

/// What the models say of an upload, for people: a line, and its evidence below.
enum ReadingText {
  /// How many pieces of evidence are shown.
  private static let most = 4

  /// What review says.
  static func review(_ upload: Upload, _ reading: Reading, _ review: Review) -> String {
    var text = name(upload) + "  " + review.verdict.rawValue + "  " + percent(review.probability)
    if review.verdict != .allow, let policy = review.policy { text += "  " + policy.label }
    let isShown = review.verdict != .allow && review.policy != .minors
    return text + "\n" + (isShown ? evidence(reading.policyEvidence) : "")
  }

  /// What recognition says.
  static func topics(_ upload: Upload, _ reading: TopicReading) -> String {
    let topics = reading.topics.map { VisibleText.escape($0.name) + " " + $0.score.fixed(2) }
    let text = topics.isEmpty ? "unknown" : topics.joined(separator: ", ")
    return name(upload) + "  " + text + "\n" + evidence(reading.evidence)
  }

  private static func name(_ upload: Upload) -> String { VisibleText.escape(upload.id) }

  private static func evidence(_ evidence: [Evidence]) -> String {
    evidence.withShares.prefix(most).reduce(into: "") { text, piece in
      let share = (piece.share < 0 ? "−" : "+") + (abs(piece.share) * 100).fixed(0) + " %"
      text += "    " + piece.evidence.field.rawValue + " \(piece.evidence.start)…"
      text += "\(piece.evidence.end)  “" + VisibleText.escape(piece.evidence.text) + "”  " + share
      text += " " + VisibleText.escape(piece.evidence.about) + "\n"
    }
  }
}
