/// A whole world to run: platforms, creators, uploads, background uploads and a seed.
public struct Scenario: Sendable, Hashable, Codable {
  /// The name, such as `bee-bike`.
  public var name: String
  /// One line for lists.
  public var summary: String
  /// What decides every draw.
  public var seed: UInt64
  /// The wall-clock time of moment 0: seconds since 1970-01-01 00:00 UTC.
  public var start: Int
  /// The upload that screens choose first; nil for the first of `uploads`.
  public var star: String?
  /// Where video is watched, in the file's order; never empty.
  public var platforms: [Platform]
  /// Who uploads, by name.
  public var creators: [Creator]
  /// What they upload, in order of posting.
  public var uploads: [Upload]
  /// Uploads drawn from distributions; nil for none.
  public var background: Background?
  /// The thresholds of review.
  public var review: ReviewSettings

  /// Creates a scenario from its parts.
  public init(
    name: String, summary: String = "", seed: UInt64 = 7, start: Int = 0, star: String? = nil,
    platforms: [Platform], creators: [Creator] = [], uploads: [Upload] = [],
    background: Background? = nil, review: ReviewSettings = ReviewSettings()
  ) {
    self.name = name
    self.summary = summary
    self.seed = seed
    self.start = start
    self.star = star
    self.platforms = platforms
    self.creators = creators
    self.uploads = uploads
    self.background = background
    self.review = review
  }
}

/// Uploads of people whom the scenario does not name.
public struct Background: Sendable, Hashable, Codable {
  /// Uploads an hour, on average, 0 … 1,000,000.
  public var perHour: Double
  /// How many hours they come.
  public var hours: Double
  /// Uploads a creator makes in that time, on average.
  public var uploadsPerCreator: Double
  /// Standard deviation of the log score between videos; 0.20 buys one decade of audience.
  public var appealSpread: Double
  /// Median of the creators' followers.
  public var medianFollowers: Double
  /// Standard deviation of the natural logarithm of followers.
  public var followersSpread: Double
  /// Correlation of a creator's skill with the logarithm of followers, 0 … 1.
  public var skillCorrelation: Double
  /// The share of uploads that break a policy, 0 … 1.
  public var illegalShare: Double
  /// The platform they are posted on.
  public var platform: String

  /// Creates a description; the defaults are those of the sanity table.
  public init(
    perHour: Double, hours: Double, uploadsPerCreator: Double = 4, appealSpread: Double = 0.20,
    medianFollowers: Double = 110, followersSpread: Double = 1.1, skillCorrelation: Double = 0.5,
    illegalShare: Double = 0.007, platform: String
  ) {
    self.perHour = perHour
    self.hours = hours
    self.uploadsPerCreator = uploadsPerCreator
    self.appealSpread = appealSpread
    self.medianFollowers = medianFollowers
    self.followersSpread = followersSpread
    self.skillCorrelation = skillCorrelation
    self.illegalShare = illegalShare
    self.platform = platform
  }
}

/// The thresholds of review.
public struct ReviewSettings: Sendable, Hashable, Codable {
  /// A person decides from this probability on, 0 … 1.
  public var doubtFrom: Double
  /// Removed without a person from this probability on; above 1: never.
  public var removeFrom: Double

  /// What `doubtFrom` may be.
  public static let doubtRange = 0.0...1.0
  /// What `removeFrom` may be.
  public static let removeRange = 0.0...2.0

  /// Creates thresholds; automatic removal is off until its precision is shown.
  ///
  /// The default threshold of doubt lies between what held-out templates ask for (0.003 misses 5 %
  /// of what is illegal there) and what a desk can carry (0.006 doubts 3 % of real captions); it
  /// stays where it is when models are trained anew.
  public init(doubtFrom: Double = 0.006, removeFrom: Double = 1.01) {
    self.doubtFrom = doubtFrom
    self.removeFrom = removeFrom
  }
}
