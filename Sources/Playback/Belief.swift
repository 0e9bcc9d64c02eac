import Audience
import Catalogue
import Distribution

/// What a platform can know of a video from its KPIs: a normal distribution of its appeal, the
/// log-ratio to the median video on its core, and its rates.
///
/// Before anybody saw it, it may be any video: mean 0, standard deviation 0.20. Each wave then adds
/// what its viewing time says, weighed by its precision. The hidden truth is not used.
struct Belief: Sendable, Hashable {
  /// The mean of the appeal.
  private(set) var appeal = 0.0
  /// Its standard deviation.
  private(set) var spread = 0.20
  /// The rates, as a pleased viewer of the median video's core would have them.
  private(set) var rates = Truth()

  /// What ten times the audience leaves of the pleasure; the same for every video, so known.
  private static let decay = 0.82
  /// How many views of the median video a rate is believed to rest on before it is measured.
  private static let priorViews = 200.0

  /// What the waves of a video say.
  init(of picture: VideoPicture) {
    let reference = Taste.reference(duration: picture.upload.duration)
    var all = Tally()
    var distance = 0.0
    for wave in picture.waves where wave.tally.views > 1 {
      let views = wave.tally.views
      let far = Self.distance(from: wave.total - views, to: wave.total)
      learn(wave.tally, reference: reference, distance: far)
      all += wave.tally
      distance += far * Double(views)
    }
    guard all.views > 0 else { return }
    let pleasure = appeal + Exact.log(Self.decay) * distance / Double(all.views)
    measure(all, pleasure: pleasure)
  }

  /// A truth that fits, at so many standard deviations from the mean appeal.
  func truth(at deviations: Double, topics: [TopicScore]) -> Truth {
    var truth = rates
    truth.appeal = appeal + deviations * spread
    truth.topics = topics
    return truth
  }

  private mutating func learn(_ tally: Tally, reference: Double, distance: Double) {
    let count = Double(tally.views)
    let mean = Double(tally.watch) / count
    guard mean > 0 else { return }
    let variance = max(0, Double(tally.watchSquared) / count - mean * mean)
    let error = max(1e-3, (variance / count).squareRoot() / mean)
    let measured =
      Exact.log(mean / Double(Tally.step) / reference) - Exact.log(Self.decay) * distance
    let before = 1 / (spread * spread)
    let weight = 1 / (error * error)
    appeal = (appeal * before + measured * weight) / (before + weight)
    spread = (1 / (before + weight)).squareRoot()
  }

  private mutating func measure(_ tally: Tally, pleasure: Double) {
    func rate(_ count: Int, _ median: Double, at most: Double) -> Double {
      let prior = Self.priorViews
      let mixed = (Double(count) + median * prior) / (Double(tally.views) + prior)
      let odds = Exact.log(mixed / (1 - min(mixed, 0.999))) - pleasure
      return min(Exact.logistic(odds), most)
    }
    rates.like = rate(tally.likes, rates.like, at: 0.5)
    rates.comment = rate(tally.comments, rates.comment, at: 0.2)
    rates.forward = rate(tally.forwards, rates.forward, at: 0.08)
    rates.save = rate(tally.saves, rates.save, at: 0.2)
    rates.clickThrough = rate(tally.clickThroughs, rates.clickThrough, at: 0.2)
    rates.follow = rate(tally.follows, rates.follow, at: 0.1)
  }

  /// How far from the core some views were on average: log₁₀ of depth over the first 200.
  private static func distance(from: Int, to: Int) -> Double {
    func area(_ depth: Int) -> Double {
      let ratio = max(1, Double(depth) / 200)
      return ratio * (Exact.log(ratio) / Exact.log(10) - 1 / Exact.log(10)) + 1 / Exact.log(10)
    }
    guard to > from else { return 0 }
    return (area(to) - area(from)) / (Double(to - from) / 200)
  }
}
