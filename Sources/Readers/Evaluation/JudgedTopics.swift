import Catalogue

/// A text that recognition has read, beside what it is known to be about.
public struct JudgedTopics: Sendable, Hashable {
  /// What it is about; empty where its words say nothing.
  public var truth: Set<String>
  /// What it was taken for, best first, with scores; empty where it was told to be unknown.
  public var told: [(topic: String, score: Double)] {
    zip(names, scores).map { ($0, $1) }
  }
  private var names: [String]
  private var scores: [Double]

  /// Creates a judged text.
  public init(truth: Set<String>, told: [(topic: String, score: Double)]) {
    self.truth = truth
    names = told.map(\.topic)
    scores = told.map(\.score)
  }

  /// The best of what was told, or nil.
  public var first: String? { names.first }

  /// The score of the best.
  public var score: Double { scores.first ?? 0 }

  /// Whether one of the first few that were told is right; where nothing is to be told, whether
  /// nothing was.
  public func isRight(within count: Int) -> Bool {
    truth.isEmpty ? names.isEmpty : names.prefix(count).contains { truth.contains($0) }
  }
}

extension Evaluation {
  /// The texts of training's held-out templates, as recognition judged them: labels of 0.05 or
  /// more.
  public func judgedTopics(labels: [String]) -> [JudgedTopics] {
    judged.map { text in
      let best = text.probabilities.enumerated().sorted { $0.element > $1.element }
        .prefix(TopicModel.most).filter { $0.element >= TopicModel.least }
      return JudgedTopics(
        truth: Set(text.labels.map { labels[$0] }),
        told: best.map { (labels[$0.offset], $0.element) })
    }
  }
}
