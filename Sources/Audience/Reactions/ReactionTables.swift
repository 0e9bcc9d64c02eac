/// How pleased people behave: probabilities and watch ratios for every degree of pleasure, as
/// tables of whole numbers.
///
/// Pleasure is a log-ratio to the core audience of the median video, of whose views 40 % are swiped
/// away within three seconds; its watch ratio has mean 0.80 and standard deviation 0.60. Sources
/// stand in Distribution's article Numbers.
struct ReactionTables: Sendable {
  /// Steps in a pleasure of 1.
  static let unit = 1_024
  /// Pleasures told apart: appeals of −4 … 4, habits of ±0.44, losses of up to 2.2.
  static let pleasures = -7..<5
  /// Log-odds told apart: those of a rate, of which never is −33, and a pleasure.
  static let logOdds = -40..<8
  /// The lowest pleasure, in 1/1,024.
  static let lowest = Int32(pleasures.lowerBound * unit)
  /// The lowest log-odds, in 1/1,024.
  static let lowestOdds = Int32(logOdds.lowerBound * unit)
  /// The log-odds of what never happens, in 1/1,024.
  static let never = Int32(-33 * unit)

  /// Chances in 1/2³² by log-odds, 128 steps to the unit.
  let chance: [UInt32]
  /// How people watch, by pleasure, 128 steps to the unit.
  let watching: [Watching]
  /// A viewer's own habit by 256 equal shares of people, in 1/1,024.
  let habit: [Int32]
  /// What a stay is multiplied by, by 256 equal shares of stays, in 1/2¹⁶; the mean is 1.
  let stayNoise: [UInt32]
  /// log₂ of 1 … 2 in 256 steps, in 1/2¹⁶.
  let logMantissa: [UInt32]
  /// The log-odds of staying at pleasure 0, in 1/1,024.
  let stayOdds: Int32

  /// Standard deviation of habits between people.
  static let habitSpread = 0.15
  /// The share of views not swiped away, median video on its core.
  static let stayed = 0.60
  /// Standard deviation of the watch ratio over its mean, median video on its core.
  static let watchSpread = 0.75
  /// What ten times the audience leaves of the watch ratio; range of the sources .75 to .90.
  static let decayPerDecade = 0.82

  /// The tables, built once.
  static let shared = ReactionTables()

  private init() {
    let habits = Self.quantiles.map { $0 * Self.habitSpread }
    let stayOdds = Self.odds(ofMean: Self.stayed)
    let meanExp = habits.reduce(0) { $0 + Exact.exp($1) } / Double(habits.count)
    self.stayOdds = Int32((stayOdds * Double(Self.unit)).rounded())
    self.habit = habits.map { Int32(($0 * Double(Self.unit)).rounded()) }
    self.chance = Self.steps(of: Self.logOdds).map {
      UInt32(min(Exact.logistic($0) * 0x1p32, 4_294_967_295))
    }
    self.watching = Self.steps(of: Self.pleasures).map {
      Watching(Expectation(at: $0, stayOdds: stayOdds, meanExp: meanExp))
    }
    let spread = Self.staySpread(habits: habits, stayOdds: stayOdds, meanExp: meanExp)
    let noise = Self.quantiles.map { Exact.exp($0 * spread) }
    let mean = noise.reduce(0, +) / Double(noise.count)
    self.stayNoise = noise.map { Self.fixed($0 / mean) }
    self.logMantissa = (0..<256).map { step in
      Self.fixed(Exact.log(1 + (Double(step) + 0.5) / 256) / Exact.log(2))
    }
  }

  /// The middles of the steps of a range, 128 to the unit.
  private static func steps(of range: Range<Int>) -> [Double] {
    (range.lowerBound * 128..<range.upperBound * 128).map { (Double($0) + 0.5) / 128 }
  }

  /// The normal distribution cut into 256 equal parts.
  static let quantiles: [Double] = (0..<256).map {
    Exact.normalQuantile((Double($0) + 0.5) / 256)
  }

  /// The log-odds at pleasure 0 for which the mean chance over all habits is `mean`.
  ///
  /// To second order in the habits' spread; the error is below 0.03 % of the mean.
  static func odds(ofMean mean: Double) -> Double {
    Exact.logit(mean) - habitSpread * habitSpread * (1 - 2 * mean) / 2
  }

  fileprivate static func fixed(_ x: Double) -> UInt32 {
    UInt32(min(max((x * 65_536).rounded(), 0), 4_294_967_295))
  }

  /// How people of one degree of pleasure watch, as the loops want it: in 1/2¹⁶.
  struct Watching: Sendable {
    /// Mean watch ratio of those who stay, over the reference, were swipes worth nothing.
    let stayedRatio: UInt32
    /// What swipes take from it, for each unit of the longest swipe's ratio.
    let swipedPart: UInt32
    /// The longest swipe's ratio over that of the median video.
    let swipedScale: UInt32

    fileprivate init(_ expectation: Expectation) {
      stayedRatio = ReactionTables.fixed(expectation.ratio)
      swipedPart = ReactionTables.fixed(expectation.swipedPart)
      swipedScale = ReactionTables.fixed(expectation.scale)
    }
  }

  /// How people of one degree of pleasure watch, over the reference ratio.
  fileprivate struct Expectation {
    let ratio: Double
    let swipedPart: Double
    let scale: Double
    let stay: Double

    init(at pleasure: Double, stayOdds: Double, meanExp: Double) {
      let mean = Exact.exp(pleasure) / meanExp
      stay = Exact.logistic(stayOdds + pleasure)
      scale = min(1, mean)
      ratio = mean / stay
      swipedPart = (1 - stay) / stay * scale / 2
    }
  }

  /// The standard deviation of the logarithm of a stay's noise that makes the watch ratio's spread
  /// of the median 15-second video what it should be.
  private static func staySpread(habits: [Double], stayOdds: Double, meanExp: Double) -> Double {
    let longest = 0.25  // 3 s of 15 s, over the reference of 0.8
    var swipes = 0.0
    var stays = 0.0
    for habit in habits {
      let watching = Expectation(at: habit, stayOdds: stayOdds, meanExp: meanExp)
      let mean = watching.ratio - watching.swipedPart * longest
      swipes += (1 - watching.stay) * longest * longest * watching.scale * watching.scale / 3
      stays += watching.stay * mean * mean
    }
    let count = Double(habits.count)
    let needed = (1 + watchSpread * watchSpread - swipes / count) / (stays / count)
    return Exact.log(max(needed, 1.0004)).squareRoot()
  }
}
