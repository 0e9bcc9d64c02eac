/// What a group of views came to, in whole numbers, so that sums are the same in any order.
///
/// Watch ratios are counted in steps of 1/4,096.
public struct Tally: Sendable, Hashable, Codable {
  /// Views counted.
  public var views = 0
  /// Views not swiped away within three seconds.
  public var stayed = 0
  /// Σ watch ratio, in 1/4,096.
  public var watch = 0
  /// Σ (watch ratio)², in 1/4,096².
  public var watchSquared = 0
  /// Likes.
  public var likes = 0
  /// Comments.
  public var comments = 0
  /// Forwards.
  public var forwards = 0
  /// Saves.
  public var saves = 0
  /// Click-throughs to the creator's profile.
  public var clickThroughs = 0
  /// Follows.
  public var follows = 0
  /// Σ (interactions of one viewer)².
  public var interactionSquared = 0
  /// Σ watch ratio × interactions, in 1/4,096.
  public var watchInteraction = 0
  /// Σ watch ratio × click-through, in 1/4,096.
  public var watchClickThrough = 0
  /// Σ interactions × click-through.
  public var interactionClickThrough = 0

  /// The number of steps in a watch ratio of 1.
  public static let step = 4_096

  /// Creates a tally of no views.
  public init() {}

  /// Likes, comments, forwards and saves together.
  public var interactions: Int { likes + comments + forwards + saves }

  /// Whether it can be of people: at most 2³², none with more than a watch ratio of 8, squared.
  public var isSound: Bool {
    guard 0...1 << 32 ~= views else { return false }
    let most = views << 30
    return [
      stayed, watch, watchSquared, likes, comments, forwards, saves, clickThroughs, follows,
      interactionSquared, watchInteraction, watchClickThrough, interactionClickThrough,
    ].allSatisfy { 0...most ~= $0 }
  }

  /// Adds another group's views.
  public static func += (a: inout Tally, b: Tally) {
    a.views += b.views
    a.stayed += b.stayed
    a.watch += b.watch
    a.watchSquared += b.watchSquared
    a.likes += b.likes
    a.comments += b.comments
    a.forwards += b.forwards
    a.saves += b.saves
    a.clickThroughs += b.clickThroughs
    a.follows += b.follows
    a.interactionSquared += b.interactionSquared
    a.watchInteraction += b.watchInteraction
    a.watchClickThrough += b.watchClickThrough
    a.interactionClickThrough += b.interactionClickThrough
  }

  /// Two groups together.
  public static func + (a: Tally, b: Tally) -> Tally {
    var sum = a
    sum += b
    return sum
  }
}
