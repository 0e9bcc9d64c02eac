public import Catalogue

/// The two trained models: what an upload is about, and which policy it may break.
///
/// A reading depends on the upload's words and the weights alone, and is the same bits on any
/// machine. The work is bounded: at most 20,000 scalars of a field are read.
public struct Reader: Sendable {
  private let topics: TopicModel
  private let review: ReviewModel
  /// Whether both models undo spelling to the same words, so that an upload's words are read once.
  private let sharesLexicon: Bool

  /// The models that ship with the program, read where they are mapped; takes a few milliseconds.
  public static func shipped() throws(WeightsError) -> Reader {
    Reader(topics: try Weights.shipped(.topics), review: try Weights.shipped(.review))
  }

  /// Models of one's own, as `Training` makes them; where one is nil, the one that ships.
  public init(topics: [UInt8]? = nil, review: [UInt8]? = nil) throws(WeightsError) {
    let topics = try Weights(topics.map(WeightsSource.trained) ?? .shipped(.topics), kind: .topics)
    let review = try Weights(review.map(WeightsSource.trained) ?? .shipped(.review), kind: .review)
    guard topics.told == ModelKind.topics.labels[...], review.told == ModelKind.review.labels[...]
    else {
      throw .labels
    }
    self.init(topics: topics, review: review)
  }

  init(topics: Weights, review: Weights) {
    self.topics = TopicModel(weights: topics)
    self.review = ReviewModel(weights: review)
    sharesLexicon = topics.lexicon == review.lexicon
  }

  /// Reads an upload: its topics (at most 4, best first, the first of score 0.1 or more and the
  /// others of 0.01 or more; none where its content is unknown), a probability for every policy, likeliest first, and up to 12
  /// pieces of evidence for either.
  ///
  /// `Policy.minors` has no model: it is told, with probability 1, where the upload is marked so.
  /// Topics and policies pinned by the scenario stand in the place of the models'. Where one model
  /// is named, it alone reads, and what the other would say is left empty.
  public func read(_ upload: Upload, by kind: ModelKind? = nil) -> Reading {
    let words = Words(upload, lexicon: (kind == .topics ? topics.weights : review.weights).lexicon)
    var reading = Reading()
    if kind == nil, sharesLexicon { topics.weights.expect(words) }
    if kind != .topics {
      (reading.policies, reading.policyEvidence) = review.read(upload, words: words)
    }
    if kind != .review {
      let isRead = kind == .topics || sharesLexicon
      (reading.topics, reading.topicEvidence) = topics.read(
        upload, words: isRead ? words : Words(upload, lexicon: topics.weights.lexicon))
    }
    pin(upload.pinnedReading, in: &reading)
    if upload.concernsMinors, kind != .topics {
      reading.policies.removeAll { $0.policy == .minors }
      reading.policies.insert(PolicyProbability(.minors, 1), at: 0)
    }
    return reading
  }

  private func pin(_ pinned: Reading?, in reading: inout Reading) {
    guard let pinned else { return }
    reading.topics = pinned.topics
    reading.topicEvidence = pinned.topicEvidence
    if !pinned.policies.isEmpty {
      reading.policies = pinned.policies
      reading.policyEvidence = pinned.policyEvidence
    }
  }
}
