public import Catalogue

/// A doubtful upload that waits for a person.
public struct Case: Sendable, Hashable, Codable {
  /// What it is about, so that a decision can find it: the upload's number in the run.
  public var upload: Int
  /// The platform's position in the scenario.
  public var platform: Int
  /// The policy in question.
  public var policy: Policy
  /// The calibrated probability that the policy is broken, 0 … 1.
  public var probability: Double
  /// When it came to the desk.
  public var openedAt: Moment
  /// The creator's followers, the one thing known about its reach before anybody saw it.
  public var followers: Int

  /// Creates a case.
  public init(
    upload: Int, platform: Int, policy: Policy, probability: Double, openedAt: Moment,
    followers: Int
  ) {
    self.upload = upload
    self.platform = platform
    self.policy = policy
    self.probability = probability
    self.openedAt = openedAt
    self.followers = followers
  }

  /// When it breaches its limit.
  public var due: Moment { openedAt + policy.limit }

  /// Why a case is where it is in the queue, factor by factor.
  public func urgency(at now: Moment) -> Urgency {
    Urgency(case: self, now: now)
  }
}

/// The order of the queue as a product that can be checked by hand: severity × reach at stake ×
/// age × uncertainty; the largest first.
public struct Urgency: Sendable, Hashable {
  /// 3 for the gravest policies, 2, or 1.
  public var severity: Double
  /// 1 for a creator without followers, and 1 more for every ten times as many.
  public var reach: Double
  /// The part of the limit used up, and 0.1.
  public var age: Double
  /// 1 where the models know least (probability ½), down to 0.2 where they are sure.
  public var uncertainty: Double

  init(case item: Case, now: Moment) {
    severity = Double(4 - item.policy.severity)
    reach = 1 + Self.decades(of: item.followers)
    age = 0.1 + Double(max(0, now - item.openedAt)) / Double(item.policy.limit)
    uncertainty = 0.2 + 0.8 * 4 * item.probability * (1 - item.probability)
  }

  /// The product.
  public var value: Double { severity * reach * age * uncertainty }

  /// log₁₀(1 + n), read off the digits so that it is the same everywhere.
  private static func decades(of count: Int) -> Double {
    var rest = Double(1 + max(0, count))
    var decades = 0.0
    while rest >= 10 {
      rest /= 10
      decades += 1
    }
    return decades + (rest - 1) / 9
  }
}
