import Catalogue

/// A text that recognition has read, beside what it is known to be about.
public struct JudgedTopics: Sendable, Hashable {
  /// What it is about; empty where its words say nothing.
  public var truth: Set<String>
  /// What it was taken for, best first; empty where it was told to be unknown.
  public var told: [String]
  /// The score of the best that was told.
  public var score: Double
  /// The likeliest three, however unlikely.
  public var ranked: [String]

  /// Creates a judged text.
  ///
  /// - Parameter ranked: the likeliest three; those told where nothing else is known.
  public init(
    truth: Set<String>, told: [(topic: String, score: Double)], ranked: [String]? = nil
  ) {
    self.truth = truth
    self.told = told.map(\.topic)
    score = told.first?.score ?? 0
    self.ranked = ranked ?? told.map(\.topic)
  }

  /// Whether one of the likeliest few is right.
  public func isRight(within count: Int) -> Bool {
    ranked.prefix(count).contains { truth.contains($0) }
  }

  /// Whether what was told first is right; where nothing is to be told, whether nothing was.
  public var isToldRight: Bool {
    told.first.map { truth.contains($0) } ?? truth.isEmpty
  }
}

extension Evaluation {
  /// The texts of training's held-out templates, as recognition judged them.
  public func judgedTopics(labels: [String]) -> [JudgedTopics] {
    judged.map { text in
      let best = text.probabilities.enumerated().sorted { $0.element > $1.element }
        .prefix(TopicModel.most)
      let isKnown = (best.first?.element ?? 0) >= TopicModel.leastFirst
      let told = isKnown ? best.filter { $0.element >= TopicModel.least } : []
      return JudgedTopics(
        truth: Set(text.labels.map { labels[$0] }),
        told: told.map { (labels[$0.offset], $0.element) },
        ranked: best.map { labels[$0.offset] })
    }
  }
}
