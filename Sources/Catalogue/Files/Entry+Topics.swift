/// Topics and policies as files write them.
extension Entry {
  /// Shares of what a video is about, largest first: `{ "animals/cats" = 0.6, … }`, or a list of
  /// equal parts.
  func topicShares() throws(InputError) -> [TopicScore] {
    let pairs = try topics()
    let total = pairs.reduce(0) { $0 + $1.score }
    let isList = if case .table = node.value { false } else { true }
    guard pairs.isEmpty || isList || abs(total - 1) <= 0.001 else {
      throw failure(
        expected: "shares that add up to 1", found: "a total of " + total.fixed(3),
        write: #"{ "animals/beekeeping" = 0.7, "sports/cycling" = 0.3 }"#)
    }
    return pairs.map { TopicScore($0.topic, $0.score / total) }
  }

  /// Topics with scores, best first; topics in a list score 1 each.
  func topics() throws(InputError) -> [TopicScore] {
    var pairs: [TopicScore] = []
    switch node.value {
    case .text: pairs.append(TopicScore(try topic(letters ?? ""), 1))
    case .list:
      for element in try list(atMost: 12, like: "[]") {
        guard let id = element.letters else { throw element.noTopic() }
        pairs.append(TopicScore(try element.topic(id), 1))
      }
    case .table(let table):
      guard table.keys.count <= 12 else { throw failure(expected: "at most 12 topics") }
      for id in table.keys {
        guard let node = table[id] else { continue }
        let entry = Entry(path: path.appending(id), node: node)
        pairs.append(
          TopicScore(try entry.topic(id), try entry.number(in: 0.001...1, like: 0.5)))
      }
    default: throw noTopic()
    }
    for (place, pair) in pairs.enumerated()
    where pairs[..<place].contains(where: { $0.topic == pair.topic }) {
      throw failure(expected: "each topic once", found: pair.topic.id.quoted + " twice")
    }
    return pairs.sorted { ($1.score, $0.topic) < ($0.score, $1.topic) }
  }

  private func topic(_ id: String) throws(InputError) -> Topic {
    guard let topic = Topic(id: id) else {
      let near = Nearest.word(to: id, among: Topic.all.map(\.id))
      throw failure(
        expected: "a topic of the topic tree", found: id.quoted,
        mend: near.map { "did you mean \($0.quoted)?" } ?? "write \"animals/cats\" or its like")
    }
    return topic
  }

  private func noTopic() -> InputError {
    failure(expected: "topics", write: #"["animals/cats"]"#)
  }

  /// Probabilities by policy, likeliest first: `{ DRU = 0.4 }`.
  func policies() throws(InputError) -> [PolicyProbability] {
    let section = try section(like: "{ DRU = 0.4 }")
    try section.allow(Policy.allCases.map(\.rawValue))
    var pairs: [PolicyProbability] = []
    for policy in Policy.allCases {
      guard let entry = section[policy.rawValue] else { continue }
      pairs.append(PolicyProbability(policy, try entry.number(in: 0...1, like: 0.4)))
    }
    return pairs.enumerated()
      .sorted { ($1.element.probability, $0.offset) < ($0.element.probability, $1.offset) }
      .map(\.element)
  }
}

extension Reading {
  /// Reads `[upload.NAME.reading]`: a reading in place of the models'.
  init(reading section: Section) throws(InputError) {
    try section.allow(["topics", "policies"])
    let topics = try section.required(
      "topics", "the topics that are recognised, [] for unknown", like: #"["animals/cats"]"#)
    self.init(
      policies: try section["policies"]?.policies() ?? [],
      topics: try topics.topics())
  }
}
