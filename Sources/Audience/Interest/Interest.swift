public import Catalogue

/// Who likes to watch what on a platform.
///
/// A viewer's interest in a topic is their rank in that topic's order of all viewers. It lasts, so
/// cat people are cat people; it takes no memory; and it can be asked both ways.
public struct Interest: Sendable, Hashable {
  /// How many viewers there are.
  public let population: Int
  /// The realm of the platform's draws.
  public let key: DrawKey

  /// The people of a platform.
  public init(platform: Platform, seed: UInt64) {
    self.population = platform.population
    self.key = DrawKey(seed: seed).sub(platform.id)
  }

  /// The order of all viewers by their interest in a topic, the keenest first; nil stands for no
  /// topic in particular.
  public func order(of topic: Topic?) -> Permutation {
    Permutation(
      count: population, key: key.sub("interest").sub(UInt64(topic.map { $0.index + 1 } ?? 0)))
  }

  /// The realm of the draws about one content on this platform.
  public func key(of content: String) -> DrawKey { key.sub("content").sub(content) }
}
