import Catalogue
import Readers

/// What a model is for, what it was made from, and how good it is, in Markdown.
struct ModelCard {
  let model: ModelKind
  let reports: [EvaluationReport]
  let corpus: String?
  let data: [String]
  let weights: (name: String, bytes: [UInt8])?
  let thresholds: ReviewSettings

  var text: String { get throws { "" } }
}
