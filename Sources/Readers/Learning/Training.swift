import Catalogue

/// Trains the two models from a corpus folder; the same folder and seed give the same bytes.
public enum Training {
  /// Trains one model; takes one to two minutes on one core for the corpus that ships.
  public static func train(
    _ kind: ModelKind, corpusDirectory: String, seed: UInt64 = 1
  ) throws(CorpusError) -> TrainingResult {
    let corpus = try CorpusFolder(corpusDirectory)
    return switch kind {
    case .topics: try topics(corpus: corpus, seed: seed)
    case .review: try review(corpus: corpus, seed: seed)
    }
  }

  /// Trains the model of topics.
  public static func topics(
    corpus: CorpusFolder, seed: UInt64 = 1
  ) throws(CorpusError) -> TrainingResult {
    try result(.topics, corpus: corpus, seed: seed)
  }

  /// Trains the model of review, with probabilities as they should be where 0.7 % of uploads
  /// break some policy.
  public static func review(
    corpus: CorpusFolder, seed: UInt64 = 1
  ) throws(CorpusError) -> TrainingResult {
    try result(.review, corpus: corpus, seed: seed)
  }

  private static func result(
    _ kind: ModelKind, corpus: CorpusFolder, seed: UInt64
  ) throws(CorpusError) -> TrainingResult {
    let topics = try Examples.topics(corpus, seed: seed)
    let review = Examples.review(corpus, seed: seed)
    let lexicon = Lexicon(of: topics, review)
    let recipe = Recipe(kind)
    return Course(
      recipe: recipe, examples: kind == .topics ? topics : review, lexicon: lexicon, seed: seed
    ).result()
  }
}

extension Lexicon {
  /// The words of all examples, with the number of templates that use each; both models undo
  /// spelling to the same words.
  fileprivate init(of sets: Examples...) {
    var places: [UInt64: Int] = [:]
    var words: [(hash: UInt64, lines: Int)] = []
    var last: [Int] = []
    for (set, examples) in sets.enumerated() {
      // Disguised words are no words.
      for example in examples.list where !example.isMixture && !example.isDisguised {
        let template = example.template * sets.count + set
        for word in Words(example.text, lexicon: .empty).words where word.count > 1 {
          if let place = places[word.hash] {
            if last[place] != template {
              last[place] = template
              words[place].lines += 1
            }
          } else {
            places[word.hash] = words.count
            words.append((word.hash, 1))
            last.append(template)
          }
        }
      }
    }
    self.init(words: words)
  }
}
