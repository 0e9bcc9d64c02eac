/// What the logits of the policies are as probabilities.
///
/// The model says how likely a text breaks any policy by its highest logit, and which by how far
/// the others lie below it: what a form of words says, it says for all policies alike.
enum PolicyShares {
  /// How much steeper the others fall than their logits do.
  private static let steepness = 2.0

  /// The probabilities in the order of the logits.
  static func probabilities(_ logits: [Double]) -> [Double] {
    guard let highest = logits.max() else { return [] }
    let any = Logarithm.logistic(highest)
    return logits.map { any * 2 * Logarithm.logistic(steepness * ($0 - highest)) }
  }
}
