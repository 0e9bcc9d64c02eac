/// The few hundred viewers whom a walk comes to next, column by column.
struct Stretch {
  /// Who they are.
  let viewers: UnsafeMutablePointer<UInt32>
  /// The pleasure they lose for being far from the core, in 1/1,024; `seen` for those who are to
  /// be passed over.
  let losses: UnsafeMutablePointer<Int32>
  /// Their ranks in the topic that is being looked at.
  let ranks: UnsafeMutablePointer<UInt32>
  /// Positions in the stretch that need a closer look.
  let suspects: UnsafeMutablePointer<UInt32>
  /// How they feel about the video.
  let moods: UnsafeMutablePointer<Taste.Mood>

  /// The most viewers in one stretch.
  static let size = 256
  /// Stands for a loss where somebody has seen the video already.
  static let seen = Int32.min

  /// A count rounded up to whole groups of the viewers that a loop works on at a time; what comes
  /// out for those beyond the count means nothing, and there is room for it.
  @inline(__always)
  static func padded(_ count: Int) -> Int { (count &+ 3) & ~3 }

  /// Lends room for so many viewers for the time of a call.
  static func withRoom(for count: Int, _ body: (Stretch) -> Void) {
    let room = Self.padded(count + 1)  // lists of the chosen write one place beyond the last
    let columns = 4 * room * MemoryLayout<UInt32>.stride
    withUnsafeTemporaryAllocation(
      byteCount: columns + room * MemoryLayout<Taste.Mood>.stride,
      alignment: MemoryLayout<Taste.Mood>.alignment
    ) { memory in
      guard let base = memory.baseAddress else { return }
      let moods = base.bindMemory(to: Taste.Mood.self, capacity: room)
      let rest = base + room * MemoryLayout<Taste.Mood>.stride
      let words = rest.bindMemory(to: UInt32.self, capacity: 3 * room)
      let losses = (rest + columns / 4 * 3).bindMemory(to: Int32.self, capacity: room)
      body(
        Stretch(
          viewers: words, losses: losses, ranks: words + room, suspects: words + 2 * room,
          moods: moods))
    }
  }

  /// The part from a position on.
  func from(_ start: Int) -> Stretch {
    Stretch(
      viewers: viewers + start, losses: losses + start, ranks: ranks + start,
      suspects: suspects + start, moods: moods + start)
  }

  /// Moves those who have not seen the video to the front.
  func dropSeen(count: Int) {
    var kept = 0
    for index in 0..<count {
      let loss = losses[index]
      viewers[kept] = viewers[index]
      losses[kept] = loss
      kept &+= loss != Self.seen ? 1 : 0
    }
  }
}
