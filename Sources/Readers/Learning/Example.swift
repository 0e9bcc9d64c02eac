/// One text to learn from.
struct Example: Sendable {
  /// What is written.
  var text: String
  /// The labels it has; none for a text that has none of them.
  var labels: [Int]
  /// The template it comes from: held out together, since its twins differ by a slot only.
  var template: Int
  /// What it is an example of, such as `offer` or `news`.
  var section: String
  /// How much it counts in training.
  var weight: Float
  /// Whether it is made of two others; such are learnt from, never judged.
  var isMixture = false
  /// Whether a word of it is written so that a machine may not see it.
  var isDisguised = false
}

/// The texts to learn from and the number of templates they come from.
struct Examples: Sendable {
  var list: [Example] = []
  /// The names of the templates, file and line.
  var templates: [String] = []

  /// A new template.
  mutating func template(_ name: String) -> Int {
    templates.append(name)
    return templates.count - 1
  }

  /// Which of some folds a template falls into, by its name alone.
  func fold(of template: Int, count: Int) -> Int {
    var draw = SeededDraw(seed: 77, name: templates[template])
    return draw.below(count)
  }
}
