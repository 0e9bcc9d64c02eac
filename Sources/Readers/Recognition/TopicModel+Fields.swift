import Catalogue

extension TopicModel {
  /// The fields of an upload put together, each with its weight.
  ///
  /// Hashtags may make a topic likelier that is spoken, shown or written of; they overrule nothing
  /// that is: where the rest says what an upload is about and the tags would turn it to something
  /// else, they are left out.
  func fused(_ words: Words, _ hits: Hits) -> (passage: Passage, parts: [PassagePart]) {
    let parts = parts(of: words, hits)
    let spoken = parts.filter { $0.field != .hashtags }
    let tags = parts.filter { $0.field == .hashtags }
    let all = passage(of: parts, hits)
    guard !tags.isEmpty, !spoken.isEmpty else { return (all, parts) }
    let rest = passage(of: spoken, hits)
    let logits = weights.logits(of: rest)
    guard let first = first(of: rest), let turned = self.first(of: all)?.label,
      turned != first.label
    else { return (all, parts) }
    let contradicts =
      first.logit >= Self.spokenLogit
      || tells(first.logit, of: logits, hits) && first.logit - logits[turned] >= Self.against
    return contradicts ? (rest, spoken) : (all, parts)
  }

  /// From which logit on what is spoken, shown or written counts as saying something.
  private static let spokenLogit = leastLogit
  /// How far, where a description says less than that, the topic that tags turn it to has to be
  /// below its own for them to contradict it.
  private static let against = 1.5

  private func first(of passage: Passage) -> (label: Int, logit: Double)? {
    var best: (label: Int, logit: Double)?
    for (label, logit) in weights.logits(of: passage).prefix(weights.told.count).enumerated()
    where best.map({ logit > $0.logit }) ?? true {
      best = (label, logit)
    }
    return best
  }

  private func passage(of parts: [PassagePart], _ hits: Hits) -> Passage {
    var passage = Passage(
      labels: weights.labels.count, unknownSquared: weights.unknownSquared)
    weights.withTable { table in
      for part in parts {
        passage.add(
          hits, part.hits, words: part.words, weight: part.weight, labels: weights.labels.count,
          table: table)
      }
    }
    return passage
  }

  /// The fields that hold words, with their weights.
  ///
  /// Hashtags together never outweigh half of the rest: a text that says what it is about is not
  /// overruled by tags that say otherwise.
  private func parts(of words: Words, _ hits: Hits) -> [PassagePart] {
    var parts: [PassagePart] = []
    for (index, field) in Field.inOrder.enumerated() where !words.fields[index].isEmpty {
      parts.append(
        PassagePart(
          field: field, hits: hits.fields[index], words: words.fields[index],
          weight: weights.fieldWeights[index]))
    }
    func squared(_ part: PassagePart) -> Double {
      Double(part.words.reduce(0) { $0 + Int(hits.squares[$1]) } * part.weight * part.weight)
    }
    guard parts.contains(where: { $0.field == .hashtags }), parts.count > 1 else { return parts }
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
