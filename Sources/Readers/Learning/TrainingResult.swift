/// What training gives.
public struct TrainingResult: Sendable {
  /// The weights file.
  public var weights: [UInt8]
  /// How the model does on held-out templates.
  public var evaluation: Evaluation
  /// The number of texts learnt from, templates they come from, and features.
  public var texts: Int
  /// The number of templates: lines of the corpus, and single terms.
  public var templates: Int
  /// The number of features with weights.
  public var features: Int

  /// The figures for people.
  public var report: String {
    """
    learnt from             \(texts) texts of \(templates) templates
    features                \(features)
    weights                 \(weights.count) bytes

    on held-out templates
    \(evaluation.report)

    """
  }
}
