public import Catalogue

extension ReviewSettings {
  /// What review concludes where these thresholds hold; the engine and the commands ask the same.
  ///
  /// A flagged minor always goes to a person.
  public func verdict(on upload: Upload, _ reading: Reading) -> Review {
    if upload.concernsMinors {
      return Review(verdict: .doubt, policy: .minors, probability: 1, threshold: doubtFrom)
    }
    let probability = reading.illegal
    let policy = reading.policies.first?.policy
    if probability >= removeFrom {
      return Review(
        verdict: .remove, policy: policy, probability: probability, threshold: removeFrom)
    }
    return Review(
      verdict: probability >= doubtFrom && policy != nil ? .doubt : .allow,
      policy: policy, probability: probability, threshold: doubtFrom)
  }
}
