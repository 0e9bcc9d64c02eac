extension TopicModel {
  /// Whether a first topic of this logit is told, or the content is unknown.
  ///
  /// A few words have to be sure of their topic. A description of more words is about something
  /// even where its first topic is unsure: of held-out ones whose first topic has less than 0.10,
  /// four in ten have it right. Neither counts where the words are rather those of texts that are
  /// about nothing: greetings, calls to follow, names of files.
  func tells(_ first: Double, of logits: [Double], _ hits: Hits) -> Bool {
    let nothing = logits.count > leaves.count ? logits[leaves.count] : -Double.infinity
    let isDescription = hits.known[Self.spokenFields].reduce(0, +) >= Self.leastDescription
    return isDescription
      ? first >= Self.floorLogit && first - nothing >= Self.nothingAbove
      : first >= Self.sureLogit && first >= nothing
  }

  /// The logit of `leastFirst`.
  static let sureLogit = -2.197_224_577_336_22
  /// How many known words make a description.
  private static let leastDescription = 8
  /// How far the logit of nothing may be above that of the first topic of a description.
  private static let nothingAbove = -4.0
  /// Caption, transcript and on-screen text.
  private static let spokenFields = 0..<3
}
