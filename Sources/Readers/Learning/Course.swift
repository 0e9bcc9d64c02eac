/// One training from examples to weights: a model per fold for judging, calibration on what the
/// folds held out, and a last model from all.
struct Course {
  let recipe: Recipe
  let examples: Examples
  let lexicon: Lexicon
  /// Words of other languages that are learnt as their English ones.
  var glossary = Glossary.empty
  let seed: UInt64

  /// What the model tells apart.
  let labels: [String]
  /// What is held out together, to judge on.
  var holdsOut = HeldOut.templates
  /// What words do or are about.
  var classes = WordClasses.none

  func result() -> TrainingResult {
    let vocabulary = Vocabulary(
      templates: examples.list.map(\.template), rules: recipe.rules, lexicon: lexicon,
      glossary: glossary, classes: classes, words: words(of:))
    var rows = Rows(width: vocabulary.hashes.count)
    for (index, example) in examples.list.enumerated() {
      rows.append(
        vocabulary.row(of: words(of: index)), labels: trained(example.labels),
        weight: example.weight)
    }
    let held = heldOut(rows)
    let calibrations = calibrations(held)
    let model = model(of: rows, using: Array(0..<rows.count), seed: seed)
    let evaluation = evaluation(held, calibrations)
    let writer = WeightsWriter(
      kind: recipe.kind, names: labels + (recipe.learnsNothing ? [Weights.nothing] : []),
      vocabulary: vocabulary, model: model,
      calibrations: calibrations + (recipe.learnsNothing ? [nothing(held)] : []),
      fieldWeights: recipe.fieldWeights,
      doubtFrom: recipe.kind == .review ? Self.doubtFrom(evaluation) : 0, lexicon: lexicon)
    return TrainingResult(
      weights: writer.bytes(), evaluation: evaluation,
      texts: examples.list.count, templates: examples.templates.count,
      features: vocabulary.hashes.count)
  }

  /// Where doubt begins by the rule that no more than 5 % of what is illegal is let through, cut
  /// to three digits, so that it reads the same in a setting.
  private static func doubtFrom(_ evaluation: Evaluation) -> Float {
    guard let from = DerivedThresholds(evaluation.judgedReviews).doubtFrom else { return 0 }
    var unit = 1.0
    while from > 0, from < 100 * unit { unit /= 10 }
    return Float((from / unit).rounded(.down) * unit)
  }

  /// The labels of an example, and behind them the common one where labels lean on it, or that of
  /// nothing where it has none.
  private func trained(_ own: [Int]) -> [Int] {
    if own.isEmpty { return recipe.learnsNothing ? [labels.count] : [] }
    return recipe.commonShare > 0 ? own + [labels.count] : own
  }

  /// How sure it is that a text is about nothing.
  private func nothing(_ held: [Held]) -> Calibration {
    Calibration.fitted(
      to: held.map { held in
        let example = examples.list[held.example]
        return Calibration.Point(
          margin: Double(held.margins[labels.count]), isPositive: example.labels.isEmpty,
          weight: Double(example.weight))
      })
  }

  private func model(of rows: Rows, using chosen: [Int], seed: UInt64) -> LinearTrainer.Model {
    var trainer = recipe.trainer
    trainer.seed = seed
    let leans = recipe.commonShare > 0
    var model = trainer.train(
      rows, using: chosen, labels: labels.count + (leans || recipe.learnsNothing ? 1 : 0))
    if leans { model.lean(on: labels.count, by: recipe.commonShare) }
    return model
  }

  private func words(of index: Int) -> Words {
    Words(examples.list[index].text, lexicon: lexicon).translated(by: glossary)
  }

  /// An example's margins by a model that has not seen its template.
  private struct Held {
    var example: Int
    var margins: [Float]
  }

  private func heldOut(_ rows: Rows) -> [Held] {
    let folds = examples.list.map { examples.fold(of: $0, by: holdsOut, count: recipe.folds) }
    // Texts of one's own are judged only where there is no corpus: a model is calibrated for
    // uploads.
    let judgesData = examples.list.allSatisfy { $0.section == Examples.data }
    var held: [Held] = []
    for fold in 0..<recipe.heldOutFolds {
      let model = model(
        of: rows, using: folds.indices.filter { folds[$0] != fold },
        seed: seed &+ UInt64(fold) &+ 1)
      for index in folds.indices
      where folds[index] == fold && !examples.list[index].isMixture
        && (judgesData || examples.list[index].section != Examples.data)
      {
        held.append(Held(example: index, margins: model.margins(rows, index)))
      }
    }
    return held
  }

  /// How many texts like an example there are, at the prevalence that is expected.
  private func prevalence(of held: [Held]) -> [Double] {
    guard recipe.kind == .review else {
      return held.map { Double(examples.list[$0.example].weight) }
    }
    func isLife(_ example: Example) -> Bool {
      example.section == "life" || example.section == "plain"
    }
    var (positives, twins, life) = (0.0, 0.0, 0.0)
    for held in held {
      let example = examples.list[held.example]
      let weight = Double(example.weight)
      if !example.labels.isEmpty {
        positives += weight
      } else if isLife(example) {
        life += weight
      } else {
        twins += weight
      }
    }
    return held.map { held in
      let example = examples.list[held.example]
      let weight = Double(example.weight)
      if !example.labels.isEmpty { return weight * Recipe.prevalence / positives }
      return isLife(example)
        ? weight * (1 - Recipe.prevalence - Recipe.nearTwins) / life
        : weight * Recipe.nearTwins / twins
    }
  }

  /// One curve for all labels: there are too few templates of each for a curve of its own.
  ///
  /// Labels that lean on a common one are near each other where a text has any, so the curve is
  /// that of the highest; `PolicyShares` says what the others are.
  private func calibrations(_ held: [Held]) -> [Calibration] {
    let points = recipe.commonShare > 0 ? highest(held) : each(held)
    return Array(repeating: Calibration.fitted(to: points), count: labels.count)
  }

  private func highest(_ held: [Held]) -> [Calibration.Point] {
    zip(held, prevalence(of: held)).map { held, weight in
      Calibration.Point(
        margin: Double(held.margins[labels.indices].max() ?? 0),
        isPositive: !examples.list[held.example].labels.isEmpty, weight: weight)
    }
  }

  private func each(_ held: [Held]) -> [Calibration.Point] {
    zip(held, prevalence(of: held)).flatMap { held, weight in
      labels.indices.map { label in
        Calibration.Point(
          margin: Double(held.margins[label]),
          isPositive: examples.list[held.example].labels.contains(label), weight: weight)
      }
    }
  }

  private func evaluation(_ held: [Held], _ calibrations: [Calibration]) -> Evaluation {
    let weights = prevalence(of: held)
    return Evaluation(
      zip(held, weights).map { held, weight in
        let example = examples.list[held.example]
        let logits = calibrations.indices.map {
          calibrations[$0].slope * Double(held.margins[$0]) + calibrations[$0].intercept
        }
        let probabilities =
          recipe.kind == .review
          ? PolicyShares.probabilities(logits) : logits.map(Logarithm.logistic)
        let label =
          recipe.kind == .review ? example.labels.first.map { labels[$0] } : nil
        return Evaluation.Judged(
          probabilities: probabilities, labels: example.labels,
          section: (label.map { $0 + " " } ?? "") + Examples.functionality(example.section),
          template: examples.templates[example.template], weight: weight)
      })
  }
}
