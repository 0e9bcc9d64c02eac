public import Audience
public import Catalogue

/// The decision after, and during, a wave, with its reason in numbers.
public struct Assessment: Sendable, Hashable, Codable {
  /// What the platform does next.
  public enum Action: String, Sendable, Hashable, Codable {
    /// A bigger wave follows.
    case push
    /// Between gates: the wave goes on.
    case hold
    /// The push ends.
    case stop
  }

  /// What decided.
  public enum Ground: Sendable, Hashable, Codable {
    /// The score against the bar.
    case score
    /// One KPI missed its own bar.
    case kpi(KPI)
    /// Everybody has seen it.
    case audienceExhausted
  }

  /// What the platform does next.
  public var action: Action
  /// What decided.
  public var ground: Ground
  /// The wave's number, 1 first.
  public var wave: Int
  /// Whether it came at the wave's end; else a check between gates.
  public var atGate: Bool
  /// For-you views so far.
  public var depth: Int
  /// The views looked at: the wave's, or the latest part of all for-you views.
  public var tally: Tally
  /// KPIs against the median video.
  public var kpis: KPIValues
  /// The weighted score; 1 is the median video on its core.
  public var score: Double
  /// The standard error of the score.
  public var error: Double
  /// The bar it was held against.
  public var bar: Double
  /// The chance, 0 … 1, that the true score reaches the bar, as the rule sees it.
  public var sure: Double
  /// How sure it had to be: at least this to push, or, between gates, at least this to go on.
  public var needed: Double
  /// How it was decided.
  public var rule: Rule

  /// Creates a decision with its reason.
  public init(
    action: Action, ground: Ground, wave: Int, atGate: Bool, depth: Int, tally: Tally,
    kpis: KPIValues, score: Double, error: Double, bar: Double, sure: Double, needed: Double,
    rule: Rule
  ) {
    self.action = action
    self.ground = ground
    self.wave = wave
    self.atGate = atGate
    self.depth = depth
    self.tally = tally
    self.kpis = kpis
    self.score = score
    self.error = error
    self.bar = bar
    self.sure = sure
    self.needed = needed
    self.rule = rule
  }

  /// The score's 80 % interval.
  public var interval: ClosedRange<Double> {
    let half = 1.2815515655446004 * error
    return (score - half)...(score + half)
  }
}

/// A measured rate that counts in the score.
public enum KPI: String, Sendable, Hashable, CaseIterable, Codable {
  /// Mean watch ratio.
  case viewing
  /// Likes, comments, forwards and saves per view.
  case interaction
  /// Click-throughs to the creator's other videos per view.
  case clickThrough

  /// What people read.
  public var label: String {
    switch self {
    case .viewing: "viewing time"
    case .interaction: "interaction"
    case .clickThrough: "click-through"
    }
  }

  /// The setting that holds its own bar.
  public var barSetting: String {
    switch self {
    case .viewing: "bar-viewing"
    case .interaction: "bar-interaction"
    case .clickThrough: "bar-click-through"
    }
  }
}

/// The three KPIs of some views: measured, the median video's, and the ratio of the two.
public struct KPIValues: Sendable, Hashable, Codable {
  /// Measured: mean watch ratio, interactions per view, click-throughs per view.
  public var measured: [Double]
  /// The median video's values.
  public var reference: [Double]
  /// The weights in the score.
  public var weights: [Double]

  /// Creates values; each list has one entry a KPI, in the order of `KPI.allCases`.
  public init(measured: [Double], reference: [Double], weights: [Double]) {
    self.measured = measured
    self.reference = reference
    self.weights = weights
  }

  /// Measured over the median video's.
  public func ratio(_ kpi: KPI) -> Double {
    let index = KPI.allCases.firstIndex(of: kpi) ?? 0
    return reference[index] > 0 ? measured[index] / reference[index] : 0
  }
}
