/// A leaf of the two-level topic tree: what a video can be about.
public struct Topic: Sendable, Hashable, Comparable {
  /// The position in the tree's table, 0 ..< `Topic.all.count`.
  public let index: Int

  /// Every leaf, in table order.
  public static let all: [Topic] = table.indices.map(Topic.init(at:))

  private static let byID: [String: Topic] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.id, $0) })

  private init(at index: Int) { self.index = index }

  /// The leaf named `group/name`, or nil where the tree has none of that name.
  public init?(id: String) {
    guard let topic = Self.byID[id] else { return nil }
    self = topic
  }

  /// The leaf at a position of the table, or nil where there is none.
  public init?(index: Int) {
    guard Self.table.indices.contains(index) else { return nil }
    self.init(at: index)
  }

  /// The group the leaf belongs to, such as `animals`.
  public var group: String { Self.table[index].group }

  /// The leaf's identifier, such as `animals/beekeeping`.
  public var id: String { Self.table[index].group + "/" + Self.table[index].name }

  /// The words that people read, such as “Bees & beekeeping”.
  public var label: String { Self.table[index].label }

  /// Topics sort in table order.
  public static func < (a: Topic, b: Topic) -> Bool { a.index < b.index }
}
