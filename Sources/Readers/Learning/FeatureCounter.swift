/// Counts in how many templates each feature occurs, in the order in which they are first seen.
struct FeatureCounter {
  /// The features.
  private(set) var hashes: [UInt64] = []
  /// What each is.
  private(set) var kinds: [Features.Kind] = []
  /// In how many templates each occurs.
  private(set) var counts: [Int32] = []
  private var last: [Int32] = []
  private var places = HashIndex()

  /// Counts a feature of a template; gives its place.
  @inline(__always)
  mutating func count(_ hash: UInt64, _ kind: Features.Kind, template: Int32) -> (Int, isNew: Bool)
  {
    let place = places.place(of: hash, orAdd: Int32(truncatingIfNeeded: hashes.count))
    if Int(place) == hashes.count {
      hashes.append(hash)
      kinds.append(kind)
      counts.append(1)
      last.append(template)
      return (Int(place), true)
    }
    if last[Int(place)] != template {
      last[Int(place)] = template
      counts[Int(place)] += 1
    }
    return (Int(place), false)
  }
}

/// Finds the place of a hash: open addressing, for tens of millions of look-ups.
struct HashIndex {
  private var slots: [(hash: UInt64, place: Int32)] = Array(repeating: (0, -1), count: 1 << 10)
  private var count = 0

  /// The place of a hash; that given where it is new.
  @inline(__always)
  mutating func place(of hash: UInt64, orAdd new: Int32) -> Int32 {
    if count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at].place >= 0 {
      if slots[at].hash == hash { return slots[at].place }
      at = (at + 1) & mask
    }
    slots[at] = (hash, new)
    count += 1
    return new
  }

  /// The place of a hash, nil where it has none.
  @inline(__always)
  func place(of hash: UInt64) -> Int32? {
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at].place >= 0 {
      if slots[at].hash == hash { return slots[at].place }
      at = (at + 1) & mask
    }
    return nil
  }

  private mutating func grow() {
    var larger = [(hash: UInt64, place: Int32)](repeating: (0, -1), count: slots.count * 2)
    let mask = larger.count - 1
    for slot in slots where slot.place >= 0 {
      var at = Int(truncatingIfNeeded: slot.hash) & mask
      while larger[at].place >= 0 { at = (at + 1) & mask }
      larger[at] = slot
    }
    slots = larger
  }
}
