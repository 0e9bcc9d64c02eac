/// One training from examples to weights: a model per fold for judging, calibration on what the
/// folds held out, and a last model from all.
struct Course {
  let recipe: Recipe
  let examples: Examples
  let lexicon: Lexicon
  let seed: UInt64

  /// What the model tells apart.
  let labels: [String]
  /// What is held out together, to judge on.
  var holdsOut = HeldOut.templates

  func result() -> TrainingResult {
    let vocabulary = Vocabulary(
      templates: examples.list.map(\.template), rules: recipe.rules, lexicon: lexicon,
      words: words(of:))
    var rows = Rows(width: vocabulary.hashes.count)
    for (index, example) in examples.list.enumerated() {
      rows.append(
        vocabulary.row(of: words(of: index)), labels: example.labels, weight: example.weight)
    }
    let held = heldOut(rows)
    let calibrations = calibrations(held)
    var trainer = recipe.trainer
    trainer.seed = seed
    let model = trainer.train(rows, using: Array(0..<rows.count), labels: labels.count)
    let writer = WeightsWriter(
      kind: recipe.kind, names: labels, vocabulary: vocabulary, model: model,
      calibrations: calibrations, fieldWeights: recipe.fieldWeights, lexicon: lexicon)
    return TrainingResult(
      weights: writer.bytes(), evaluation: evaluation(held, calibrations),
      texts: examples.list.count, templates: examples.templates.count,
      features: vocabulary.hashes.count)
  }

  private func words(of index: Int) -> Words { Words(examples.list[index].text, lexicon: lexicon) }

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
      var trainer = recipe.trainer
      trainer.seed = seed &+ UInt64(fold) &+ 1
      let model = trainer.train(
        rows, using: folds.indices.filter { folds[$0] != fold }, labels: labels.count)
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
  private func calibrations(_ held: [Held]) -> [Calibration] {
    let points = zip(held, prevalence(of: held)).flatMap { held, weight in
      labels.indices.map { label in
        Calibration.Point(
          margin: Double(held.margins[label]),
          isPositive: examples.list[held.example].labels.contains(label), weight: weight)
      }
    }
    return Array(repeating: Calibration.fitted(to: points), count: labels.count)
  }

  private func evaluation(_ held: [Held], _ calibrations: [Calibration]) -> Evaluation {
    let weights = prevalence(of: held)
    return Evaluation(
      zip(held, weights).map { held, weight in
        let example = examples.list[held.example]
        let probabilities = calibrations.indices.map {
          Logarithm.logistic(
            calibrations[$0].slope * Double(held.margins[$0]) + calibrations[$0].intercept)
        }
        let label =
          recipe.kind == .review ? example.labels.first.map { labels[$0] } : nil
        return Evaluation.Judged(
          probabilities: probabilities, labels: example.labels,
          section: (label.map { $0 + " " } ?? "") + example.section,
          template: examples.templates[example.template], weight: weight)
      })
  }
}
