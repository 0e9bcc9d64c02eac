/// A set of viewers: the few who came to a video by other ways than the push.
public struct ViewerSet: Sendable, Hashable {
  /// How many viewers are in it.
  public private(set) var count = 0
  var slots: [UInt32] = []
  static let empty = UInt32.max

  /// Creates an empty set.
  public init() {}

  /// Whether a viewer is in it.
  @inline(__always)
  public func contains(_ viewer: UInt32) -> Bool {
    guard !slots.isEmpty else { return false }
    var place = Self.slot(of: viewer, in: slots.count)
    while true {
      let found = slots[place]
      if found == viewer { return true }
      if found == Self.empty { return false }
      place = (place + 1) & (slots.count - 1)
    }
  }

  /// Puts a viewer in; false where it was in already.
  @discardableResult
  public mutating func insert(_ viewer: UInt32) -> Bool {
    if (count + 1) * 2 > slots.count { grow() }
    guard place(viewer) else { return false }
    count += 1
    return true
  }

  private mutating func place(_ viewer: UInt32) -> Bool {
    var place = Self.slot(of: viewer, in: slots.count)
    while slots[place] != Self.empty {
      if slots[place] == viewer { return false }
      place = (place + 1) & (slots.count - 1)
    }
    slots[place] = viewer
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Self.empty, count: max(16, old.count * 2))
    for viewer in old where viewer != Self.empty { _ = place(viewer) }
  }

  @inline(__always)
  static func slot(of viewer: UInt32, in size: Int) -> Int {
    Int((UInt64(viewer) &* 0x9e37_79b9_7f4a_7c15) >> 32) & (size - 1)
  }
}
