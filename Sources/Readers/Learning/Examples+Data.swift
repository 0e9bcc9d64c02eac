extension Examples {
  /// Adds texts of one's own; those whose label is none of `labels` are left out.
  mutating func add(_ texts: LabelledTexts, from path: String, labels: [String], weight: Float) {
    var places: [String: Int] = [:]
    for (place, label) in labels.enumerated() { places[label] = place }
    list.reserveCapacity(list.count + texts.rows.count)
    templates.reserveCapacity(templates.count + texts.rows.count)
    for (number, row) in texts.rows.enumerated() {
      guard let label = places[row.label] else { continue }
      list.append(
        Example(
          text: row.text, labels: [label], template: template("\(number)"), section: Self.data,
          weight: weight))
    }
  }

  /// The words that many texts of one's own use: these are taken to be English, whatever other
  /// language has them too.
  func usualDataWords() -> Set<UInt64> {
    var counts: [UInt64: Int] = [:]
    for example in list where example.section == Self.data {
      let words = Words(example.text, lexicon: .empty).words
      for hash in Set(words.map(\.hash)) { counts[hash, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value >= Self.usual }.keys)
  }

  private static let usual = 40

  /// What texts that are not of the corpus are examples of.
  static let data = "data"
}
