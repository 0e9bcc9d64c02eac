import Catalogue

/// What is chosen for a model by trial on held-out templates.
struct Recipe {
  var kind: ModelKind
  var rules = Vocabulary.Rules()
  var trainer = LinearTrainer()
  /// How much a word of each field counts, in 256ths, in the order of `Field.allCases`.
  ///
  /// Hashtags say the least about content, and a sound's title is the sound's.
  var fieldWeights: [Int]

  init(_ kind: ModelKind) {
    self.kind = kind
    switch kind {
    case .topics: fieldWeights = [256, 256, 256, 128, 96]
    case .review: fieldWeights = [256, 256, 256, 208, 160]
    }
  }

  /// The share of uploads that break some policy: what platforms report to have removed, 0.7 %.
  static let prevalence = 0.007
  /// The share of innocent uploads that speak of what a policy is about.
  static let nearTwins = 0.01
}
