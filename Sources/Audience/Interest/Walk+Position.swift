import HeapModule

extension Walk {
  /// How far a walk has come: with what the video is about, all that it takes to go on with it.
  public struct Position: Sendable, Hashable {
    /// For each topic, how many places it has come past; 0 … the platform's viewers.
    public var cursors: [Int]
    /// Those who came by other ways, in rising order.
    public var others: [UInt32]
    /// Whether the push has ended.
    public var isClosed: Bool

    /// Creates a position.
    public init(cursors: [Int], others: [UInt32], isClosed: Bool) {
      self.cursors = cursors
      self.others = others
      self.isClosed = isClosed
    }
  }

  /// How far it has come.
  public var position: Position {
    Position(cursors: lanes.map(\.cursor), others: others.members, isClosed: isClosed)
  }

  /// Goes to where a walk of the same video once was, with more who came by other ways.
  ///
  /// - Parameter more: Those whom the position leaves out, as they are known anyway.
  /// - Returns: Whether the position is one of this walk; where it is not, nothing changes.
  public mutating func go(
    to position: Position, with more: some Sequence<UInt32> = EmptyCollection()
  ) -> Bool {
    guard position.cursors.count == lanes.count,
      zip(lanes, position.cursors).allSatisfy({ 0...$0.order.count ~= $1 }),
      Int(position.others.max() ?? 0) < lanes[0].order.count
    else { return false }
    for (index, cursor) in position.cursors.enumerated() { lanes[index].go(to: cursor) }
    if position.isClosed { close() }
    for viewer in position.others { _ = admit(viewer) }
    for viewer in more { _ = admit(viewer) }
    return true
  }
}
