public import Catalogue

/// How well review does on texts that are known, at thresholds that are given.
public struct ReviewReport: Sendable, Hashable {
  /// What became of the texts of one side.
  public struct Outcomes: Sendable, Hashable {
    /// How many there are.
    public var texts = 0
    /// How many were let through.
    public var allowed = 0
    /// How many a person is asked about.
    public var doubted = 0
    /// How many were removed without a person.
    public var removed = 0

    /// Let through, of all.
    public var allowedRate: Rate { Rate(allowed, of: texts) }
    /// Doubted, of all.
    public var doubtedRate: Rate { Rate(doubted, of: texts) }
    /// Removed, of all.
    public var removedRate: Rate { Rate(removed, of: texts) }
  }

  /// One policy.
  public struct PolicyRow: Sendable, Hashable {
    /// The policy.
    public var policy: Policy
    /// How many texts break it.
    public var texts: Int
    /// How well its probability tells them from all others, 0.5 … 1.
    public var area: Double
    /// How many of them were not let through.
    public var caught: Rate
    /// In how many of them it is the likeliest policy.
    public var named: Rate
  }

  /// How many of what is removed are illegal, at the live prevalence.
  public struct Precision: Sendable, Hashable {
    /// The share that was found.
    public var value: Double
    /// The bound above which it lies with 95 % certainty.
    public var lower: Double
  }

  /// Texts that are examples of the same.
  public struct Group: Sendable, Hashable {
    /// What they are examples of, or what they were made from.
    public var name: String
    /// Whether they break a policy; nil where some do.
    public var isIllegal: Bool?
    /// What became of them.
    public var outcomes: Outcomes
    /// The mean of their probabilities.
    public var mean: Double
    /// How many were judged rightly: what is illegal not let through, what is innocent let through.
    public var right: Rate
  }

  /// The share of uploads that break a policy, as platforms report it.
  public var prevalence: Double { Recipe.prevalence }
  /// The thresholds.
  public let thresholds: ReviewSettings
  /// How many texts had a label that is no matter of these policies.
  public let outside: Int
  /// Texts that break a policy.
  public let illegal: Outcomes
  /// Texts that break none.
  public let innocent: Outcomes
  /// The chance that an illegal text scores above an innocent one.
  public let area: Double
  /// The harmonic mean of precision and recall where all that is not let through counts as found.
  public let f1: Double
  /// The same at the threshold where it is best.
  public let bestF1: Double
  /// Probabilities against shares, as the texts are mixed.
  public let reliability: Reliability
  /// The same at the live prevalence; nil where there is but one side.
  public let liveReliability: Reliability?
  /// The share of uploads that a person is asked about at the live prevalence.
  public let liveDoubt: Double
  /// How precise removal is; nil where nothing illegal is removed.
  public let removalPrecision: Precision?
  /// The policies that occur.
  public let policies: [PolicyRow]
  /// By what the texts are examples of.
  public let functionalities: [Group]
  /// By what the texts were made from, the worst first.
  public let templates: [Group]
  /// What texts were taken for: a policy, or `allow`.
  public let confusion: Confusion
  /// The thresholds that the two rules give on these texts.
  public let derived: DerivedThresholds

  /// Judges the judgements.
  public init(_ all: [JudgedReview], thresholds: ReviewSettings) {
    let texts = all.filter { $0.truth != .outside }
    self.thresholds = thresholds
    outside = all.count - texts.count
    illegal = Self.outcomes(texts.filter(\.truth.isIllegal), thresholds)
    innocent = Self.outcomes(texts.filter { !$0.truth.isIllegal }, thresholds)
    area = Ranking.area(texts.map { ($0.probability, $0.truth.isIllegal) })
    f1 = Self.f1(hits: illegal.texts - illegal.allowed, illegal, innocent)
    bestF1 = Self.bestF1(texts)
    reliability = Reliability(texts.map { ($0.probability, $0.truth.isIllegal, 1) })
    let weights = Self.liveWeights(texts)
    liveReliability = weights.map { weights in
      Reliability(zip(texts, weights).map { ($0.probability, $0.truth.isIllegal, $1) })
    }
    liveDoubt = zip(texts, weights ?? texts.map { _ in 1 / Double(texts.count) })
      .reduce(0) { $0 + (Self.isDoubted($1.0, thresholds) ? $1.1 : 0) }
    removalPrecision = Self.precision(illegal.removedRate, innocent.removedRate)
    policies = Self.policyRows(texts, thresholds)
    functionalities = Self.groups(texts, by: \.functionality, thresholds)
    templates = Self.groups(texts.filter { !$0.template.isEmpty }, by: \.template, thresholds)
      .sorted { ($0.right.share, $1.outcomes.texts) < ($1.right.share, $0.outcomes.texts) }
    confusion = Self.confusion(texts, thresholds)
    derived = DerivedThresholds(texts)
  }

  /// Whether a text is let through.
  private static func isAllowed(_ text: JudgedReview, _ thresholds: ReviewSettings) -> Bool {
    text.probability < min(thresholds.doubtFrom, thresholds.removeFrom)
  }

  private static func isDoubted(_ text: JudgedReview, _ thresholds: ReviewSettings) -> Bool {
    text.probability >= thresholds.doubtFrom && text.probability < thresholds.removeFrom
  }

  private static func outcomes(
    _ texts: [JudgedReview], _ thresholds: ReviewSettings
  ) -> Outcomes {
    texts.reduce(into: Outcomes()) { outcomes, text in
      outcomes.texts += 1
      if text.probability >= thresholds.removeFrom {
        outcomes.removed += 1
      } else if isAllowed(text, thresholds) {
        outcomes.allowed += 1
      } else {
        outcomes.doubted += 1
      }
    }
  }
}

// MARK: Figures

extension ReviewReport {
  private static func f1(hits: Int, _ illegal: Outcomes, _ innocent: Outcomes) -> Double {
    let called = hits + innocent.texts - innocent.allowed
    return illegal.texts + called > 0
      ? 2 * Double(hits) / Double(illegal.texts + called) : 0
  }

  private static func bestF1(_ texts: [JudgedReview]) -> Double {
    let positives = texts.count(where: \.truth.isIllegal)
    var (hits, called, best) = (0, 0, 0.0)
    let sorted = texts.sorted { $0.probability > $1.probability }
    for (place, text) in sorted.enumerated() {
      called += 1
      hits += text.truth.isIllegal ? 1 : 0
      let isLast = place + 1 == sorted.count || sorted[place + 1].probability < text.probability
      if isLast { best = max(best, 2 * Double(hits) / Double(max(1, positives + called))) }
    }
    return best
  }

  /// Weights under which 0.7 % are illegal; nil where there is but one side.
  private static func liveWeights(_ texts: [JudgedReview]) -> [Double]? {
    let bad = texts.reduce(0) { $0 + ($1.truth.isIllegal ? $1.weight : 0) }
    let good = texts.reduce(0) { $0 + ($1.truth.isIllegal ? 0 : $1.weight) }
    guard bad > 0, good > 0 else { return nil }
    return texts.map {
      $0.truth.isIllegal
        ? $0.weight * Recipe.prevalence / bad : $0.weight * (1 - Recipe.prevalence) / good
    }
  }

  /// What is right among what is removed, at the live prevalence.
  static func precision(_ hits: Rate, _ errors: Rate) -> Precision? {
    guard hits.hits > 0, errors.count > 0 else { return nil }
    func precision(_ right: Double, _ wrong: Double) -> Double {
      let (right, wrong) = (right * Recipe.prevalence, wrong * (1 - Recipe.prevalence))
      return right / (right + wrong)
    }
    return Precision(
      value: precision(hits.share, errors.share),
      lower: precision(hits.oneSided.lowerBound, errors.oneSided.upperBound))
  }

  private static func policyRows(
    _ texts: [JudgedReview], _ thresholds: ReviewSettings
  ) -> [PolicyRow] {
    Policy.trained.compactMap { policy in
      let own = texts.filter { $0.truth == .breaks(policy) }
      guard !own.isEmpty else { return nil }
      // A text that breaks an unnamed policy may break this one.
      let known = texts.filter { $0.truth != .illegal }
      return PolicyRow(
        policy: policy, texts: own.count,
        area: Ranking.area(known.map { ($0.probability(of: policy), $0.truth == .breaks(policy)) }),
        caught: Rate(own.count { !isAllowed($0, thresholds) }, of: own.count),
        named: Rate(own.count { $0.policies.first?.policy == policy }, of: own.count))
    }
  }

  private static func groups(
    _ texts: [JudgedReview], by name: KeyPath<JudgedReview, String>, _ thresholds: ReviewSettings
  ) -> [Group] {
    var order: [String] = []
    var members: [String: [JudgedReview]] = [:]
    for text in texts {
      let key = text[keyPath: name]
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(text)
    }
    return order.compactMap { key in
      guard let texts = members[key] else { return nil }
      let bad = texts.count(where: \.truth.isIllegal)
      let right = texts.count { $0.truth.isIllegal != isAllowed($0, thresholds) }
      return Group(
        name: key, isIllegal: bad == 0 ? false : bad == texts.count ? true : nil,
        outcomes: outcomes(texts, thresholds),
        mean: texts.reduce(0) { $0 + $1.probability } / Double(texts.count),
        right: Rate(right, of: texts.count))
    }
  }

  private static func confusion(
    _ texts: [JudgedReview], _ thresholds: ReviewSettings
  ) -> Confusion {
    texts.reduce(into: Confusion()) { confusion, text in
      let told = isAllowed(text, thresholds) ? "allow" : text.policies.first?.policy.rawValue
      confusion.add(text.truth.name, told: told ?? "allow")
    }
  }
}
