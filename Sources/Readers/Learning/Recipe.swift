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
  /// How far the labels lean on a model of all of them against the rest, 0 … 1; 0 for not at all.
  ///
  /// An offer is told by its form more than by its goods, and each policy alone has too few to
  /// learn the form from: on held-out functionalities, leaning is worth 0.1 of the area under the
  /// curve.
  var commonShare: Float = 0
  /// Whether texts that have no label are learnt as about nothing, so that a reading can say so.
  var learnsNothing = false
  /// Into how many parts the templates are divided for judging, and how many of the parts are
  /// held out in turn.
  var folds = Examples.folds
  var heldOutFolds = Examples.folds
  /// How much one text of one's own counts beside one of the corpus.
  var dataWeight: Float = 1

  /// What is chosen for a corpus.
  init(_ kind: ModelKind) {
    self.kind = kind
    switch kind {
    case .topics:
      fieldWeights = [256, 256, 256, 128, 96]
      learnsNothing = true
    case .review:
      fieldWeights = [256, 256, 256, 208, 160]
      commonShare = 0.5
      trainer.cost = 1
      trainer.positiveFactor = 1
      rules.kindWeights = [1, 1, 0.5, 1.5, 1]
      // Words that no example uses are signs of plain life, which has more of them than crime.
      rules.unknown = 1.2
    }
  }

  /// What is chosen for texts of one's own, alone or beside a corpus.
  init(data texts: Int, withCorpus: Bool) {
    self.init(.topics)
    rules.kindWeights = [1, 0.7, 0.3, 0, 0]
    trainer.positiveFactor = 1
    trainer.cost = texts < 30_000 ? 1 : 0.4
    trainer.rounds = 5
    if texts >= 30_000 { rules.leastTemplates = [2, 3, 8, 3, 3] }
    rules.keepsRareWords = withCorpus
    learnsNothing = withCorpus
    folds = 10
    heldOutFolds = 1
    if withCorpus {
      trainer.positiveFactor = 2
      dataWeight = 0.3
    }
  }

  /// The share of uploads that break some policy: what platforms report to have removed, 0.7 %.
  static let prevalence = 0.007
  /// The share of innocent uploads that speak of what a policy is about.
  static let nearTwins = 0.01
}
