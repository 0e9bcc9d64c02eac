extension Examples {
  /// How much what is made of an offer and the words around it counts beside a line.
  private static let quoteWeight: Float = 0.25
  /// The most letters of an offer that is quoted.
  private static let longestQuoted = 160

  /// Puts offers and threats into the words of those who tell of them, or make them all the same.
  ///
  /// Who quotes an offer says the very words of it, so that no line can show how little they then
  /// mean; each offer in the corpus does, with words of its language around it. They fall into the
  /// fold of their offer, and are never judged: the words around are the same in all folds.
  mutating func addQuotes(_ corpus: CorpusFolder, seed: UInt64) {
    guard let quotes = corpus.quotes else { return }
    let frames = Dictionary(grouping: quotes.lines, by: { Self.language(of: $0.section) })
    for example in list
    where !example.labels.isEmpty && !example.isDisguised && !example.isMixture
      && !example.text.hasPrefix("#") && example.text.count <= Self.longestQuoted
    {
      guard let frames = frames[Self.language(of: example.section)] else { continue }
      var draw = SeededDraw(seed: seed, name: "quoted " + example.text)
      for isOffer in [false, true] {
        let fitting = frames.filter { $0.isPositive == isOffer }
        guard !fitting.isEmpty else { continue }
        let frame = fitting[draw.below(fitting.count)]
        list.append(
          Example(
            text: frame.text.replacing("@", with: example.text),
            labels: isOffer ? example.labels : [], template: example.template,
            section: isOffer ? example.section : "quoted offer",
            weight: example.weight * Self.quoteWeight, isMixture: true))
      }
    }
  }

  /// The language that a section's name ends in; English where it names none.
  static func language(of section: String) -> Substring {
    let plain = functionality(section)
    return plain == section ? "en" : section.suffix(2)
  }
}
