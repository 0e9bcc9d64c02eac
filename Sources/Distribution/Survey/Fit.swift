public import Catalogue

/// Finds the truth behind a reported reach: the appeal and the forward rate with which the engine
/// brings a video to the views and forwards that were reported of the real one.
///
/// A video's final views grow in steps with its appeal, as it passes one more check; the fit takes
/// the middle of the widest stretch of appeals that lead nearest to the report.
public struct Fit: Sendable {
  /// The scenario, whose settings are in force.
  public let scenario: Scenario
  /// The upload as it is staged.
  public let staged: StagedUpload
  /// What it should come to.
  public let aim: Reported

  /// A fit of one staged upload of a scenario to what was reported of it.
  public init(scenario: Scenario, staged: StagedUpload, aim: Reported) {
    self.scenario = scenario
    self.staged = staged
    self.aim = aim
  }

  /// What one truth leads to.
  public struct Outcome: Sendable, Hashable {
    /// All views.
    public var views: Int
    /// How often it was forwarded.
    public var forwards: Int
  }

  /// What was found.
  public struct Result: Sendable, Hashable {
    /// The appeal; the middle of `appeals`.
    public var appeal: Double
    /// Every appeal that leads to the same views.
    public var appeals: ClosedRange<Double>
    /// Forwards per view, so that over many seeds the ratio is the reported one.
    public var forward: Double
    /// What the scenario's own seed leads to.
    public var outcome: Outcome
  }

  /// Runs the upload alone, from its post to its end.
  public func run(appeal: Double, forward: Double, seed: UInt64) -> Outcome {
    var world = scenario
    world.seed = seed
    var upload = staged.upload
    var truth = upload.truth ?? Truth()
    truth.appeal = appeal
    truth.forward = forward
    upload.truth = truth
    upload.crossPost = nil
    var engine = Engine(scenario: world)
    var reading = staged.reading
    reading.policies = []  // review let the real one through
    var last = Progress()
    func note(_ events: [Event]?) {
      for event in events ?? [] {
        if case .delivered(let progress) = event.what { last = progress }
      }
    }
    note(try? engine.advance(to: upload.postedAt))
    note(
      try? engine.perform(
        .upload(upload, reading, followers: staged.followers, number: staged.number)))
    while let next = engine.nextMoment, next < upload.postedAt + Survey.horizon {
      note(try? engine.advance(to: next))
    }
    return Outcome(views: last.views, forwards: last.forwarded)
  }

  /// The truth that leads to the report.
  ///
  /// - Parameters:
  ///   - seeds: Over how many seeds the forward rate is fitted.
  ///   - step: How fine appeals are told apart.
  public func solve(seeds: Int = 20, step: Double = 0.001) -> Result {
    var forward = Double(aim.forwards) / Double(aim.views)
    var appeals = nearest(forward: forward, step: step)
    for _ in 0..<2 {
      let middle = (appeals.lowerBound + appeals.upperBound) / 2
      var views = 0
      var forwards = 0
      for seed in 1...max(1, seeds) {
        let outcome = run(appeal: middle, forward: forward, seed: UInt64(seed))
        views += outcome.views
        forwards += outcome.forwards
      }
      guard forwards > 0 else { break }
      forward *= Double(aim.forwards) / Double(aim.views) * Double(views) / Double(forwards)
      appeals = nearest(forward: forward, step: step)
    }
    let appeal = (appeals.lowerBound + appeals.upperBound) / 2
    return Result(
      appeal: appeal, appeals: appeals, forward: forward,
      outcome: run(appeal: appeal, forward: forward, seed: scenario.seed))
  }

  /// The stretch of appeals whose views are nearest to the report.
  private func nearest(forward: Double, step: Double) -> ClosedRange<Double> {
    func views(_ appeal: Double) -> Int {
      run(appeal: appeal, forward: forward, seed: scenario.seed).views
    }
    var low = -0.5
    var high = 2.0
    while high - low > step {
      let middle = (low + high) / 2
      if views(middle) < aim.views { low = middle } else { high = middle }
    }
    let around = stride(from: low - 0.05, through: low + 0.05, by: step).map {
      (appeal: $0, miss: abs(views($0) - aim.views))
    }
    // Views of other sources differ by a handful within one stretch.
    let least = (around.map(\.miss).min() ?? 0) + aim.views / 2_000
    var best = low...low
    var start: Double?
    for (appeal, miss) in around {
      guard miss <= least else {
        start = nil
        continue
      }
      let first = start ?? appeal
      start = first
      if appeal - first >= best.upperBound - best.lowerBound { best = first...appeal }
    }
    return best
  }
}
