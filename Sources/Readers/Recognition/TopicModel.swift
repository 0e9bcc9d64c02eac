import Catalogue

/// The trained model of what an upload is about.
struct TopicModel: Sendable {
  let weights: Weights
  /// The leaf that each label stands for; nil for labels of one's own.
  let leaves: [Topic?]

  /// The least score that the first topic is told with; below it the content is unknown.
  static let leastFirst = 0.10
  /// The least score that a further topic is told with.
  static let least = 0.01
  /// The logit of 0.05, from which on a topic is one that a text is about beside the first.
  static let leastLogit = -2.944_438_979_166_44
  /// The logit below which no topic is told: that of 0.0025.
  static let floorLogit = -5.988_961_417_000_0
  /// From which score on the words for a topic are shown.
  static let shown = 0.05
  /// The most topics that are told.
  static let most = 4

  init(weights: Weights) {
    self.weights = weights
    leaves = weights.told.map(Topic.init(id:))
  }

  /// The topics of an upload, best first, and the words that say so.
  ///
  /// No topic where the words speak for none (`tells`), or none of them is known: letters that
  /// remind of known words are no knowledge.
  func read(_ upload: Upload, words: Words) -> (topics: [TopicScore], evidence: [Evidence]) {
    let (labels, evidence) = told(upload, words: words)
    let topics = labels.compactMap { told in
      leaves[told.label].map { TopicScore($0, told.score) }
    }
    return (topics, evidence)
  }

  /// The same by the labels' places, whatever they are called.
  func told(
    _ upload: Upload, words: Words
  ) -> (labels: [(label: Int, score: Double)], evidence: [Evidence]) {
    let hits = Hits(of: words, in: weights)
    guard hits.known.contains(where: { $0 > 0 }) else { return ([], []) }
    let fused = fused(words, hits)
    let best = best(of: fused.passage, hits)
    guard !best.isEmpty else { return ([], []) }
    let finder = EvidenceFinder(upload: upload, words: words, hits: hits, weights: weights)
    let pushes = best.filter { $0.score >= Self.shown }.flatMap {
      finder.pushes(of: $0.label, unit: fused.passage.unit, parts: fused.parts)
    }
    return (best, finder.evidence(pushes.filter { $0.weight > 0 }))
  }

  /// The likeliest labels, best first.
  func rank(_ words: Words, most: Int) -> [(label: Int, probability: Double)] {
    guard let logits = logits(of: words) else { return [] }
    var best: [(label: Int, logit: Double)] = []
    best.reserveCapacity(most + 1)
    var bar = -Double.infinity
    for (label, logit) in logits.prefix(leaves.count).enumerated() where logit > bar {
      var place = best.count
      while place > 0, best[place - 1].logit < logit { place -= 1 }
      best.insert((label, logit), at: place)
      if best.count > most { best.removeLast() }
      if best.count == most { bar = best.last?.logit ?? .infinity }
    }
    return best.map { ($0.label, Logarithm.logistic($0.logit)) }
  }

  /// The logit of every topic; nil for an upload without words.
  func logits(of words: Words) -> [Double]? {
    let passage = fused(words, Hits(of: words, in: weights)).passage
    return passage.isEmpty ? nil : weights.logits(of: passage)
  }

  /// The topics whose score is told.
  ///
  /// A text is mostly about one thing, so what comes after the first counts by how far its logit
  /// is above that of 0.05, beside the first's: held-out texts show that without it the second
  /// topic is told twice as sure as it should be. What is then next to nothing is told as `least`.
  private func best(of passage: Passage, _ hits: Hits) -> [(label: Int, score: Double)] {
    guard !passage.isEmpty else { return [] }
    var found: [(label: Int, logit: Double)] = []
    let logits = weights.logits(of: passage)
    for (index, logit) in logits.prefix(leaves.count).enumerated()
    where logit >= Self.floorLogit {
      found.append((index, logit))
    }
    found.sort { $0.logit != $1.logit ? $0.logit > $1.logit : $0.label < $1.label }
    guard let first = found.first, tells(first.logit, of: logits, hits) else { return [] }
    let above = max(first.logit - Self.leastLogit, 1e-9)
    return found.prefix(Self.most).enumerated().map { rank, topic in
      let share = rank == 0 ? 1 : max(0, (topic.logit - Self.leastLogit) / above)
      let told = max(
        Logarithm.logistic(topic.logit) * share, rank == 0 ? Self.leastFirst : Self.least)
      let score = (told * 1e4).rounded() / 1e4
      return (topic.label, score)
    }
  }
}
