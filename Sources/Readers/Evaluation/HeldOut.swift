/// What is held out together when a model is judged on its corpus.
public enum HeldOut: String, Sendable, Hashable, CaseIterable {
  /// All texts that one line of the corpus gives.
  case templates
  /// All texts that are examples of the same, such as recruiting or news, in every policy and
  /// language; plain life, which is an example of nothing, by template.
  case functionalities
}

extension Examples {
  /// Which of some folds an example falls into.
  func fold(of example: Example, by heldOut: HeldOut, count: Int) -> Int {
    switch heldOut {
    case .functionalities where example.section != "life" && example.section != "plain":
      var draw = SeededDraw(seed: 77, name: Self.functionality(example.section))
      return draw.below(count)
    default: return fold(of: example.template, count: count)
    }
  }

  /// A section's name without the language at its end: `offer nl` is `offer`.
  static func functionality(_ section: String) -> String {
    let words = section.split(separator: " ")
    guard words.count > 1, let last = words.last, last.utf8.count == 2 else { return section }
    return words.dropLast().joined(separator: " ")
  }
}
