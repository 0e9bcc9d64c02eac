import Catalogue

/// The trained model of which policy an upload may break.
///
/// An upload is as doubtful as its worst passage: one offer among thousands of harmless words, or
/// in one field only, is still an offer.
struct ReviewModel: Sendable {
  let weights: Weights

  /// The words of one passage, and how far the next begins behind it.
  static let passageLength = 28
  static let passageStep = 14
  /// How steeply a long text's many passages are discounted, and the most passages counted, so
  /// that padding without end does not hide an offer.
  private static let chanceSteepness = 3.5
  private static let mostChances = 4.0
  /// How many words are one chance.
  private static let chanceLength = 40.0
  /// Fields are also read together where they have at most this many words.
  static let togetherLimit = 64
  /// From which probability the words for a policy other than the likeliest are shown.
  static let shown = 0.02

  /// What the worst passage for each policy is.
  struct Worst {
    var logit: Double
    var unit: Double
    var parts: [PassagePart]
  }

  /// The policies, likeliest first, and the words that say so or speak against it.
  func read(
    _ upload: Upload, words: Words
  ) -> (policies: [PolicyProbability], evidence: [Evidence]) {
    let hits = Hits(of: words, in: weights)
    let worst = worst(of: words, hits)
    let chances = Self.chances(of: words.words.count)
    let logits = weights.labels.indices.map {
      -chances + (worst[$0]?.logit ?? weights.labels[$0].logit(weights.labels[$0].bias))
    }
    let probabilities = PolicyShares.probabilities(logits)
    var policies = Policy.trained.enumerated().map { index, policy in
      (index: index, value: PolicyProbability(policy, Self.rounded(probabilities[index])))
    }
    policies.sort {
      $0.value.probability != $1.value.probability
        ? $0.value.probability > $1.value.probability : $0.index < $1.index
    }
    let finder = EvidenceFinder(upload: upload, words: words, hits: hits, weights: weights)
    var pushes: [EvidenceFinder.Push] = []
    for (rank, policy) in policies.enumerated() {
      guard rank == 0 || policy.value.probability >= Self.shown else { break }
      guard let worst = worst[policy.index] else { continue }
      pushes += finder.pushes(of: policy.index, unit: worst.unit, parts: worst.parts)
    }
    return (policies.map(\.value), finder.evidence(pushes))
  }

  /// The logit of every policy; nil for an upload without words.
  func logits(of words: Words) -> [Double]? {
    let chances = Self.chances(of: words.words.count)
    let worst = worst(of: words, Hits(of: words, in: weights)).map { $0.map { $0.logit - chances } }
    let known = worst.compactMap { $0 }
    return known.count == worst.count ? known : nil
  }

  /// By how many logits the worst of many passages looks worse than it is: how likely an upload
  /// breaks a policy does not grow with its length, but the highest of many readings does.
  private static func chances(of words: Int) -> Double {
    let passages = min(mostChances, max(1, Double(words) / chanceLength))
    return chanceSteepness * Logarithm.natural(passages)
  }

  /// A probability to a millionth, so that it reads the same wherever it is written.
  private static func rounded(_ probability: Double) -> Double {
    (probability * 1e6).rounded() / 1e6
  }

  private func worst(of words: Words, _ hits: Hits) -> [Worst?] {
    var worst = [Worst?](repeating: nil, count: weights.labels.count)
    weights.withTable { table in
      var passage = Passage(
        labels: weights.labels.count, unknownSquared: weights.unknownSquared)
      for parts in passages(of: words, hits) {
        passage.clear(unknownSquared: weights.unknownSquared)
        for part in parts {
          passage.add(
            hits, part.hits, words: part.words, weight: part.weight, labels: weights.labels.count,
            table: table)
        }
        guard !passage.isEmpty else { continue }
        for (index, logit) in weights.logits(of: passage).enumerated()
        where logit > worst[index]?.logit ?? -.infinity {
          worst[index] = Worst(logit: logit, unit: passage.unit, parts: parts)
        }
      }
    }
    return worst
  }

  /// Each field in overlapping stretches, and a short upload's fields together.
  private func passages(of words: Words, _ hits: Hits) -> [[PassagePart]] {
    var passages: [[PassagePart]] = []
    var together: [PassagePart] = []
    for (index, field) in Field.inOrder.enumerated() where !words.fields[index].isEmpty {
      let weight = weights.fieldWeights[index]
      together.append(
        PassagePart(
          field: field, hits: hits.fields[index], words: words.fields[index], weight: weight))
      passages += stretches(of: words.fields[index], hits.fields[index], in: hits)
        .map { [PassagePart(field: field, hits: $0.hits, words: $0.words, weight: weight)] }
    }
    if together.count > 1, words.words.count <= Self.togetherLimit { passages.append(together) }
    return passages
  }

  private func stretches(
    of words: Range<Int>, _ hitRange: Range<Int>, in hits: Hits
  ) -> [(words: Range<Int>, hits: Range<Int>)] {
    var stretches: [(words: Range<Int>, hits: Range<Int>)] = []
    var start = words.lowerBound
    var firstHit = hitRange.lowerBound
    while true {
      let end = min(start + Self.passageLength, words.upperBound)
      while firstHit < hitRange.upperBound, hits.list[firstHit].word < start { firstHit += 1 }
      var lastHit = firstHit
      while lastHit < hitRange.upperBound, hits.list[lastHit].word < end { lastHit += 1 }
      stretches.append((start..<end, firstHit..<lastHit))
      if end == words.upperBound { return stretches }
      start += Self.passageStep
    }
  }
}
