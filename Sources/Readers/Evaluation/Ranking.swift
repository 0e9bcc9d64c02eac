/// How well scores put what is so above what is not.
enum Ranking {
  /// The area under the receiver's curve: the chance that what is so scores above what is not, a
  /// tie counting half; 0.5 where there is but one kind.
  static func area(_ texts: [(score: Double, isSo: Bool)]) -> Double {
    let scores = texts.sorted { $0.score < $1.score }
    let positives = Double(scores.count(where: \.isSo))
    let negatives = Double(scores.count) - positives
    guard positives > 0, negatives > 0 else { return 0.5 }
    var sum = 0.0
    var below = 0.0
    var at = 0
    while at < scores.count {
      var end = at
      var (ups, downs) = (0.0, 0.0)
      while end < scores.count, scores[end].score == scores[at].score {
        if scores[end].isSo { ups += 1 } else { downs += 1 }
        end += 1
      }
      sum += ups * (below + downs / 2)
      below += downs
      at = end
    }
    return sum / (positives * negatives)
  }
}
