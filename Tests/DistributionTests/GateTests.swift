import Audience
import Catalogue
import Distribution
import Testing

/// What one gate does to many first waves, predicted from the reactions' own distribution.
@Suite("The first gate errs as often as its rule says")
struct GateTests {
  /// The rate at which a rule stops a video of a true score, from independent first waves of other
  /// contents: the same people's reactions, none of the engine's bookkeeping.
  static func predicted(rule: Rule, truth: Truth, waves: Int) -> Double {
    var settings = PlatformSettings()
    settings.rule = rule
    let assessor = Assessor(settings: settings, duration: 15)
    let platform = Platform(id: "elsewhere", name: "Elsewhere")
    let interest = Interest(platform: platform, seed: 99)
    var stops = 0
    for wave in 0..<waves {
      let taste = Taste(
        truth: truth, duration: 15, interest: interest, key: interest.key(of: "probe-\(wave)"))
      var tally = Tally()
      for viewer in 0..<200 {
        let id = UInt32(wave * 200 + viewer)
        tally.count(taste.reaction(of: id, at: 1))
      }
      if assessor.atGate(tally, wave: 1, depth: 200, age: 0).action == .stop { stops += 1 }
    }
    return Double(stops) / Double(waves)
  }

  /// The appeal at which the expected score on the core is a value: rates are logistic in it.
  static func appeal(forScore score: Double) -> Double {
    func expected(_ a: Double) -> Double {
      func rate(_ p: Double) -> Double { Exact.logistic(Exact.logit(p) + a) }
      let interactions = rate(0.05) + rate(0.001) + 2 * rate(0.003)
      return 0.7 * Exact.exp(a) + 0.2 * interactions / 0.057 + 0.1 * rate(0.01) / 0.01
    }
    var (low, high) = (-1.0, 1.0)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if expected(middle) < score { low = middle } else { high = middle }
    }
    return low
  }

  @Test(
    "a probe of true score 1.15 stops at gate 1 at the predicted rate", arguments: Rule.allCases)
  func probeStopsAsPredicted(rule: Rule) throws {
    let truth = Truth(appeal: Self.appeal(forScore: 1.15))
    let predicted = Self.predicted(rule: rule, truth: truth, waves: 10_000)
    let seeds = 1_000
    var stops = 0
    for seed in 1...seeds {
      let world = World(seed: UInt64(seed), truth: truth) { $0.rule = rule }
      let events = try world.run(until: 12 * 3_600)
      let gate = events.lazy.compactMap { event -> Assessment? in
        guard case .assessed(let verdict) = event.what, verdict.atGate else { return nil }
        return verdict
      }.first
      if gate?.action == .stop { stops += 1 }
    }
    let spread = (predicted * (1 - predicted) / Double(seeds)).squareRoot()
    let slack = (predicted * (1 - predicted) / 10_000).squareRoot()
    #expect(abs(Double(stops) / Double(seeds) - predicted) < 2.576 * (spread + slack))
    if rule == .point { #expect(abs(predicted - 0.18) < 0.03) }
  }

  @Test("the interval of the score holds the true score four times in five")
  func intervalsCover() {
    let interest = Interest(platform: Platform(id: "p", name: "P"), seed: 3)
    var held = 0
    let waves = 3_000
    for wave in 0..<waves {
      let taste = Taste(
        truth: Truth(), duration: 15, interest: interest, key: interest.key(of: "c\(wave)"))
      var tally = Tally()
      for viewer in 0..<1_800 {
        let id = UInt32(wave * 1_800 + viewer)
        tally.count(taste.reaction(of: id, at: 1))
      }
      let verdict = Assessor(settings: PlatformSettings(), duration: 15)
        .atGate(tally, wave: 3, depth: 1_800, age: 0)
      if verdict.interval.contains(1) { held += 1 }
    }
    #expect(abs(Double(held) / Double(waves) - 0.80) < 0.035)
  }
}

extension Tally {
  /// Counts one reaction, field by field.
  fileprivate mutating func count(_ reaction: Reaction) {
    let acts = reaction.acts
    func one(_ act: Acts) -> Int { acts.contains(act) ? 1 : 0 }
    let interactions = one(.like) + one(.comment) + one(.forward) + one(.save)
    views += 1
    stayed += reaction.stayed ? 1 : 0
    watch += reaction.watch
    watchSquared += reaction.watch * reaction.watch
    likes += one(.like)
    comments += one(.comment)
    forwards += one(.forward)
    saves += one(.save)
    clickThroughs += one(.clickThrough)
    follows += one(.follow)
    interactionSquared += interactions * interactions
    watchInteraction += reaction.watch * interactions
    watchClickThrough += reaction.watch * one(.clickThrough)
    interactionClickThrough += interactions * one(.clickThrough)
  }
}
