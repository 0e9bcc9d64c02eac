import Catalogue

/// The trained model of what an upload is about.
struct TopicModel: Sendable {
  let weights: Weights
  /// The leaf that each label stands for; nil for labels of one's own.
  private let leaves: [Topic?]

  init(weights: Weights) {
    self.weights = weights
    leaves = weights.names.map(Topic.init(id:))
  }

  /// The least score that is told.
  static let least = 0.05
  /// Its logit.
  static let leastLogit = -2.944_438_979_166_44
  /// The most topics that are told.
  static let most = 4

  /// The topics of an upload, best first, and the words that say so.
  ///
  /// No topic where the words
  /// speak for none.
  func read(_ upload: Upload, words: Words) -> (topics: [TopicScore], evidence: [Evidence]) {
    let hits = Hits(of: words, in: weights)
    let parts = parts(of: words, hits)
    let passage = passage(of: parts, hits)
    guard passage.squared > 0 else { return ([], []) }
    let best = best(of: passage)
    let finder = EvidenceFinder(upload: upload, words: words, hits: hits, weights: weights)
    let pushes = best.flatMap { finder.pushes(of: $0.label, unit: passage.unit, parts: parts) }
    let topics = best.compactMap { best in
      leaves[best.label].map { TopicScore($0, best.score) }
    }
    return (topics, finder.evidence(pushes.filter { $0.weight > 0 }))
  }

  /// The likeliest labels, best first.
  func rank(_ words: Words, most: Int) -> [(label: Int, probability: Double)] {
    guard let logits = logits(of: words) else { return [] }
    var best: [(label: Int, logit: Double)] = []
    best.reserveCapacity(most + 1)
    for (label, logit) in logits.enumerated() {
      if best.count == most, let last = best.last, logit <= last.logit { continue }
      var place = best.count
      while place > 0, best[place - 1].logit < logit { place -= 1 }
      best.insert((label, logit), at: place)
      if best.count > most { best.removeLast() }
    }
    return best.map { ($0.label, Logarithm.logistic($0.logit)) }
  }

  /// The logit of every topic; nil for an upload without words.
  func logits(of words: Words) -> [Double]? {
    let hits = Hits(of: words, in: weights)
    let passage = passage(of: parts(of: words, hits), hits)
    guard passage.squared > 0 else { return nil }
    return weights.logits(of: passage)
  }

  private func passage(of parts: [PassagePart], _ hits: Hits) -> Passage {
    var passage = Passage(labels: weights.labels.count)
    weights.withTable { table in
      for part in parts where !part.words.isEmpty {
        passage.add(
          hits, part.hits, words: part.words, weight: part.weight, labels: weights.labels.count,
          table: table)
      }
    }
    return passage
  }

  /// The topics whose score is told.
  ///
  /// A text is mostly about one thing, so what comes after the first counts by how far its logit
  /// is above the least that is told, beside the first's: held-out texts show that without it the
  /// second topic is told twice as sure as it should be.
  private func best(of passage: Passage) -> [(label: Int, score: Double)] {
    var found: [(label: Int, logit: Double)] = []
    for (index, logit) in weights.logits(of: passage).enumerated() where logit >= Self.leastLogit {
      found.append((index, logit))
    }
    found.sort { $0.logit != $1.logit ? $0.logit > $1.logit : $0.label < $1.label }
    guard let first = found.first else { return [] }
    let above = max(first.logit - Self.leastLogit, 1e-9)
    return found.prefix(Self.most).enumerated().compactMap { rank, topic in
      let share = rank == 0 ? 1 : (topic.logit - Self.leastLogit) / above
      let score = (Logarithm.logistic(topic.logit) * share * 1e4).rounded() / 1e4
      return rank == 0 || score >= Self.least ? (topic.label, score) : nil
    }
  }

  /// The fields with their weights.
  ///
  /// Hashtags together never outweigh half of the rest: a text that
  /// says what it is about is not overruled by tags that say otherwise.
  private func parts(of words: Words, _ hits: Hits) -> [PassagePart] {
    var parts: [PassagePart] = []
    for (index, field) in Field.allCases.enumerated() {
      parts.append(
        PassagePart(
          field: field, hits: hits.fields[index], words: words.fields[index],
          weight: weights.fieldWeights[index]))
    }
    func squared(_ part: PassagePart) -> Double {
      Double(part.words.reduce(0) { $0 + Int(hits.squares[$1]) } * part.weight * part.weight)
    }
    let spoken = parts.reduce(0.0) { $1.field == .hashtags ? $0 : $0 + squared($1) }
    for index in parts.indices where parts[index].field == .hashtags && spoken > 0 {
      let tags = squared(parts[index])
      if tags > spoken / 2 {
        let factor = (spoken / 2 / tags).squareRoot()
        parts[index].weight = Int((Double(parts[index].weight) * factor).rounded())
      }
    }
    return parts
  }
}
