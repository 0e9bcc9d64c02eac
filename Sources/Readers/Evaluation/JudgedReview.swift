public import Catalogue

/// A text that review has read, beside what it is known to be.
public struct JudgedReview: Sendable, Hashable {
  /// What it is known to be.
  public var truth: ReviewTruth
  /// The policies with their probabilities, likeliest first.
  public var policies: [PolicyProbability]
  /// What it is an example of.
  public var functionality: String
  /// What it was made from; empty where nothing says.
  public var template: String
  /// How many texts like it there are among all of its side, illegal or innocent.
  public var weight: Double

  /// Creates a judged text.
  public init(
    truth: ReviewTruth, policies: [PolicyProbability], functionality: String = "",
    template: String = "", weight: Double = 1
  ) {
    self.truth = truth
    self.policies = policies
    self.functionality = functionality
    self.template = template
    self.weight = weight
  }

  /// The probability that it breaks some policy: that of the likeliest.
  public var probability: Double { policies.first?.probability ?? 0 }

  /// The probability of one policy.
  public func probability(of policy: Policy) -> Double {
    policies.first { $0.policy == policy }?.probability ?? 0
  }
}

extension Evaluation {
  /// The texts of training's held-out templates, as review judged them.
  public var judgedReviews: [JudgedReview] {
    judged.map { text in
      var policies = zip(Policy.trained, text.probabilities).map { PolicyProbability($0, $1) }
      policies.sort { $0.probability > $1.probability }
      return JudgedReview(
        truth: text.labels.first.map { .breaks(Policy.trained[$0]) } ?? .innocent,
        policies: policies, functionality: text.section, template: text.template,
        weight: text.weight)
    }
  }
}
