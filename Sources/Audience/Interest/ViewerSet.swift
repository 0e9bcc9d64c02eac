/// A set of viewers: the few who came to a video by other ways than the push.
public struct ViewerSet: Sendable, Hashable {
  /// How many viewers are in it.
  public private(set) var count = 0
  private var slots: [UInt32] = []
  /// Whether the viewer whose number marks an empty slot is in it.
  private var hasLast = false

  private static let empty = UInt32.max

  /// Creates an empty set.
  public init() {}

  /// Whether a viewer is in it.
  public func contains(_ viewer: UInt32) -> Bool {
    guard viewer != Self.empty else { return hasLast }
    guard !slots.isEmpty else { return false }
    return slots[slot(of: viewer)] == viewer
  }

  /// Puts a viewer in; false where it was in already.
  @discardableResult
  public mutating func insert(_ viewer: UInt32) -> Bool {
    guard viewer != Self.empty else {
      defer { hasLast = true }
      count += hasLast ? 0 : 1
      return !hasLast
    }
    if (count + 1) * 2 > slots.count { grow() }
    let place = slot(of: viewer)
    guard slots[place] == Self.empty else { return false }
    slots[place] = viewer
    count += 1
    return true
  }

  /// Everybody in it, in rising order.
  public var members: [UInt32] {
    let all = slots.filter { $0 != Self.empty } + (hasLast ? [Self.empty] : [])
    return all.sorted()
  }

  /// The slot where a viewer is, or would be.
  private func slot(of viewer: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Self.home(of: viewer) & mask
    while slots[place] != viewer, slots[place] != Self.empty { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Self.empty, count: max(16, old.count * 2))
    for viewer in old where viewer != Self.empty { slots[slot(of: viewer)] = viewer }
  }

  @inline(__always)
  private static func home(of viewer: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(viewer) &* 0x9e37_79b9_7f4a_7c15) >> 32)
  }
}
