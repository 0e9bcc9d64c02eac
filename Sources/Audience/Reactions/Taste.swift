public import Catalogue

/// How people take one video: what its viewers' reactions are drawn from.
public struct Taste: Sendable, Hashable {
  /// The realm of the draws about its content.
  let key: DrawKey
  /// The realm of the viewers' own traits.
  let people: DrawKey
  /// Appeal in 1/1,024.
  let appeal: Int32
  /// The reference watch ratio of its duration, in 1/4,096.
  let reference: UInt64
  /// The longest swipe's watch ratio over the reference, in 1/2¹⁶.
  let longestSwipe: UInt64
  /// Log-odds at pleasure 0, in 1/1,024, of being moved to do more than like it.
  let moved: Int32
  /// Log-odds at pleasure 0, in 1/1,024, of each act.
  let like: Int32
  let comment: Int32
  let forward: Int32
  let save: Int32
  let clickThrough: Int32
  let follow: Int32

  /// How many are moved to do more than like it, for each thing that they do.
  static let movedPerAct = 2.0

  /// The log-odds of 8 %, in 1/1,024.
  static let mostForwarding: Int32 = -2_501

  /// How the people of a platform take a video of a length and a truth.
  public init(truth: Truth, duration: Double, interest: Interest, key: DrawKey) {
    let reference = Self.reference(duration: duration)
    let forward = min(truth.forward, 0.08)
    let acts = truth.comment + forward + truth.save + truth.clickThrough + truth.follow
    self.key = key.sub("reaction")
    self.people = interest.key.sub("habit")
    self.appeal = Int32((min(max(truth.appeal.isNaN ? 0 : truth.appeal, -4), 4) * 1_024).rounded())
    self.reference = UInt64((reference * Double(Tally.step)).rounded())
    self.longestSwipe = UInt64(min(0.25, 3 / max(duration, 0.5) / reference) * 65_536)
    self.moved = Self.odds(Self.movedPerAct * acts)
    self.like = Self.odds(truth.like)
    self.comment = Self.odds(truth.comment)
    self.forward = Self.odds(forward)
    self.save = Self.odds(truth.save)
    self.clickThrough = Self.odds(truth.clickThrough)
    self.follow = Self.odds(truth.follow)
  }

  /// The log-odds at pleasure 0, in 1/1,024, of something with a rate of at most one half.
  private static func odds(_ rate: Double) -> Int32 {
    guard rate > 0 else { return ReactionTables.never }
    let odds = ReactionTables.odds(ofMean: min(rate, 0.5)) * 1_024
    return Int32(max(Double(ReactionTables.never), odds.rounded()))
  }

  /// The mean watch ratio of the median video of a length, on its core.
  ///
  /// Fitted by eye to the share viewed of 448 Shorts by length, with 0.80 for 10 to 20 seconds
  /// (Distribution's article Numbers).
  public static func reference(duration: Double) -> Double {
    switch duration {
    case ..<10: 1.00
    case ..<20: 0.80
    case ..<35: 0.74
    case ..<45: 0.65
    case ..<60: 0.50
    default: 0.44
    }
  }

  /// The lengths that share a reference, in words such as `10–20 s`.
  public static func bucket(duration: Double) -> String {
    switch duration {
    case ..<10: "under 10 s"
    case ..<20: "10–20 s"
    case ..<35: "20–35 s"
    case ..<45: "35–45 s"
    case ..<60: "45–60 s"
    default: "over 60 s"
    }
  }
}
