public import Audience
public import Catalogue

/// Decides, from the KPIs of a wave, whether a bigger one follows.
public struct Assessor: Sendable {
  /// The thresholds.
  public var settings: PlatformSettings
  /// The video's length in seconds: it says which watch ratio counts as the median's.
  public var duration: Double

  /// Creates an assessor of one video.
  public init(settings: PlatformSettings, duration: Double) {
    self.settings = settings
    self.duration = duration
  }

  /// The views at which certainty must be highest.
  public static let lateViews = 100_000

  /// Looks at a whole wave at its end.
  ///
  /// - Parameters:
  ///   - wave: Its number, 1 first.
  ///   - depth: For-you views so far.
  ///   - age: Seconds since the video was first shown.
  public func atGate(_ tally: Tally, wave: Int, depth: Int, age: Moment) -> Assessment {
    let needed: Double =
      if depth >= Self.lateViews {
        settings.certaintyLate
      } else if wave <= 2 {
        settings.certaintyEarly
      } else {
        settings.certaintyMiddle
      }
    var result = look(at: tally, wave: wave, depth: depth, age: age, needed: needed)
    result.atGate = true
    let passes = result.rule == .point ? result.score >= result.bar : result.sure >= needed
    result.action = passes ? .push : .stop
    if let missed = KPI.allCases.first(where: { result.kpis.ratio($0) < ownBar(of: $0) }) {
      result.action = .stop
      result.ground = .kpi(missed)
    }
    return result
  }

  /// Looks at the latest views between gates; the point rule asks for no certainty here either.
  public func betweenGates(_ tally: Tally, wave: Int, depth: Int, age: Moment) -> Assessment {
    var result = look(
      at: tally, wave: wave, depth: depth, age: age, needed: settings.stopBelow)
    let passes =
      result.rule == .point ? result.score >= result.bar : result.sure >= settings.stopBelow
    result.action = passes ? .hold : .stop
    return result
  }

  /// The ratio to the median that one KPI must reach by itself.
  public func ownBar(of kpi: KPI) -> Double {
    switch kpi {
    case .viewing: settings.barViewing
    case .interaction: settings.barInteraction
    case .clickThrough: settings.barClickThrough
    }
  }

  private func look(
    at tally: Tally, wave: Int, depth: Int, age: Moment, needed: Double
  ) -> Assessment {
    let score = Score(tally, settings: settings, duration: duration)
    let bar = settings.bar * staleness(after: age)
    return Assessment(
      action: .hold, ground: .score, wave: wave, atGate: false, depth: depth, tally: tally,
      kpis: score.kpis, score: score.value, error: score.error, bar: bar,
      sure: sure(of: score, bar: bar), needed: needed, rule: settings.rule)
  }

  /// What the bar is multiplied by at an age, at most 2¹⁰⁰: an old video must score so much higher.
  private func staleness(after age: Moment) -> Double {
    guard settings.freshness > 0 else { return 1 }
    let halves = min(Double(age) / (settings.freshness * 3_600), 100)
    return Exact.exp(0.6931471805599453 * halves)
  }

  /// The chance that the true score reaches the bar.
  ///
  /// - `point` and `wilson`: the score test, with the spread that views would have if the true
  ///   score were the bar (Wilson 1927 for a proportion; here for a mean of constant relative
  ///   spread): Φ((score − bar) ÷ (error · bar ÷ score)).
  /// - `bayes`: the logarithm of the score is taken as normal around its true value with the
  ///   relative error, and true values as normal around 0 with the prior's spread.
  func sure(of score: Score, bar: Double) -> Double {
    guard score.value > 0, bar > 0 else { return bar > 0 ? 0 : 1 }
    let relative = score.error / score.value
    switch settings.rule {
    case .point, .wilson:
      return Exact.normalCDF((score.value - bar) / (relative * bar))
    case .bayes:
      let prior = settings.priorSpread * settings.priorSpread
      let noise = relative * relative
      let mean = Exact.log(score.value) * prior / (prior + noise)
      let spread = (prior * noise / (prior + noise)).squareRoot()
      return Exact.normalCDF((mean - Exact.log(bar)) / spread)
    }
  }
}
