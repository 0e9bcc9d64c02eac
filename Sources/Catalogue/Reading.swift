/// What the models make of an upload: a probability per policy, a score per topic, and the words
/// that made them say so.
public struct Reading: Sendable, Hashable, Codable {
  /// Calibrated probability, 0 … 1, that the upload breaks each policy; likeliest first.
  public var policies: [PolicyProbability]
  /// Topics with their scores, 0 … 1, best first; empty where the content is `unknown`.
  public var topics: [TopicScore]
  /// The words that pushed the policies' probabilities, strongest first.
  public var policyEvidence: [Evidence]
  /// The words that pushed the topics' scores, strongest first.
  public var topicEvidence: [Evidence]

  /// Creates a reading from its parts.
  public init(
    policies: [PolicyProbability] = [],
    topics: [TopicScore] = [],
    policyEvidence: [Evidence] = [],
    topicEvidence: [Evidence] = []
  ) {
    self.policies = policies
    self.topics = topics
    self.policyEvidence = policyEvidence
    self.topicEvidence = topicEvidence
  }

  /// The calibrated probability that the upload breaks some policy, 0 … 1: that of the likeliest.
  public var illegal: Double { policies.first?.probability ?? 0 }
}

/// A policy and how likely an upload breaks it.
public struct PolicyProbability: Sendable, Hashable, Codable {
  /// The policy.
  public var policy: Policy
  /// Calibrated, 0 … 1.
  public var probability: Double

  /// Creates a pair.
  public init(_ policy: Policy, _ probability: Double) {
    self.policy = policy
    self.probability = probability
  }
}

/// A topic and its weight: a model's score, or a share of what a video is about.
public struct TopicScore: Sendable, Hashable {
  /// The topic.
  public var topic: Topic
  /// 0 … 1.
  public var score: Double

  /// Creates a pair.
  public init(_ topic: Topic, _ score: Double) {
    self.topic = topic
    self.score = score
  }
}

/// A stretch of an upload's text that made a model say something.
public struct Evidence: Sendable, Hashable, Codable {
  /// The field the words stand in.
  public var field: Field
  /// The words as they stand there.
  public var text: String
  /// Where they start: the number of Unicode scalars before them in the field's text.
  public var start: Int
  /// Where they end: the number of Unicode scalars up to and with the last.
  public var end: Int
  /// How far they pushed, in logits; negative where they pushed the other way.
  public var weight: Double
  /// What they pushed: a topic's identifier or a policy's code.
  public var about: String

  /// Creates a piece of evidence.
  public init(
    field: Field, text: String, start: Int, end: Int, weight: Double, about: String
  ) {
    self.field = field
    self.text = text
    self.start = start
    self.end = end
    self.weight = weight
    self.about = about
  }
}

/// A text field of an upload.
public enum Field: String, Sendable, Hashable, CaseIterable, Codable {
  /// What the creator wrote under the video.
  case caption
  /// What is said.
  case transcript
  /// What is shown in letters.
  case onScreenText
  /// The hashtags, joined by blanks.
  case hashtags
  /// The title of the sound.
  case sound
}

extension TopicScore: Codable {
  private enum CodingKeys: String, CodingKey { case topic, score }

  /// Reads the topic by its identifier.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    let id = try box.decode(String.self, forKey: .topic)
    guard let topic = Topic(id: id) else {
      throw DecodingError.dataCorruptedError(
        forKey: .topic, in: box, debugDescription: "no topic is called “\(id)”")
    }
    self.init(topic, try box.decode(Double.self, forKey: .score))
  }

  /// Writes the topic by its identifier.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(topic.id, forKey: .topic)
    try box.encode(score, forKey: .score)
  }
}
