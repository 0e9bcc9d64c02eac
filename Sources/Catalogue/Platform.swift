/// A population of viewers with thresholds of its own.
public struct Platform: Sendable, Hashable, Codable {
  /// The key in files, such as `for-you`.
  public var id: String
  /// What people read, such as “For You”.
  public var name: String
  /// How many people could watch, 10,000 … 2³².
  public var population: Int
  /// Where they live: hours east of UTC and the share of them there; shares sum to 1.
  public var zones: [Zone]
  /// What a wave must reach and how it grows.
  public var settings: PlatformSettings

  /// Creates a platform with ten million viewers in Central European Summer Time.
  public init(
    id: String, name: String, population: Int = 10_000_000,
    zones: [Zone] = [Zone(offset: 2, share: 1)], settings: PlatformSettings = PlatformSettings()
  ) {
    self.id = id
    self.name = name
    self.population = population
    self.zones = zones
    self.settings = settings
  }
}

/// A time zone and the share of a platform's viewers who live there.
public struct Zone: Sendable, Hashable, Codable {
  /// Hours east of UTC, −12 … 14.
  public var offset: Int
  /// 0 … 1.
  public var share: Double

  /// Creates a zone.
  public init(offset: Int, share: Double) {
    self.offset = offset
    self.share = share
  }
}

/// How an assessment decides.
public enum Rule: String, Sendable, Hashable, CaseIterable, Codable {
  /// The measured score must reach the bar.
  case point
  /// The score test without a prior: how sure the wave alone makes us that the bar is reached.
  case wilson
  /// The same with the prior that log scores are spread as videos are.
  case bayes
}

/// What a wave must reach to be followed by a bigger one, and how waves grow.
///
/// Defaults and their sources stand with `Setting`.
public struct PlatformSettings: Sendable, Hashable, Codable {
  /// The score a wave must reach; 1 is the median video on its core.
  public var bar = 1.05
  /// How sure the platform must be at gates 1 and 2, 0 … 1.
  public var certaintyEarly = 0.35
  /// How sure from gate 3 up to 100,000 views.
  public var certaintyMiddle = 0.5
  /// How sure above 100,000 views.
  public var certaintyLate = 0.8
  /// How the platform decides.
  public var rule = Rule.bayes
  /// Standard deviation of the prior on log scores.
  public var priorSpread = 0.20
  /// The first audience, people.
  public var firstWave = 200.0
  /// Each gate lies at this many times the gate before, in for-you views.
  public var growth = 3.0
  /// Hours of average activity that a wave takes.
  public var waveHours = 4.0
  /// The weight of viewing time in the score.
  public var weightViewing = 0.7
  /// The weight of interaction in the score.
  public var weightInteraction = 0.2
  /// The weight of click-throughs in the score.
  public var weightClickThrough = 0.1
  /// Interactions per view of the median video on its core.
  public var referenceInteraction = 0.057
  /// Click-throughs per view of the median video on its core.
  public var referenceClickThrough = 0.01
  /// The ratio to the median that viewing time alone must reach; 0 binds nobody.
  public var barViewing = 0.0
  /// The ratio to the median that interaction alone must reach.
  public var barInteraction = 0.0
  /// The ratio to the median that click-throughs alone must reach.
  public var barClickThrough = 0.0
  /// Between gates the push stops when the chance that the bar is reached falls below this.
  public var stopBelow = 0.05
  /// The part of its views, the latest, that a check between gates looks at, 0.05 … 1.
  public var window = 0.25
  /// Half-life of freshness in hours: how fast an old video's score loses; 0 is off.
  public var freshness = 0.0

  /// Creates the default settings.
  public init() {}
}
