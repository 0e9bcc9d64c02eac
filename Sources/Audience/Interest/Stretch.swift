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

  /// Lends room for so many viewers for the time of a call.
  static func withRoom(for count: Int, _ body: (Stretch) -> Void) {
    let room = count + 1  // the lists of the chosen write one place beyond the last
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 3 * room) { words in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: room) { losses in
        withUnsafeTemporaryAllocation(of: Taste.Mood.self, capacity: room) { moods in
          guard let words = words.baseAddress, let losses = losses.baseAddress,
            let moods = moods.baseAddress
          else { return }
          body(
            Stretch(
              viewers: words, losses: losses, ranks: words + room, suspects: words + 2 * room,
              moods: moods))
        }
      }
    }
  }

  /// The part from a position on.
  func from(_ start: Int) -> Stretch {
    Stretch(
      viewers: viewers + start, losses: losses + start, ranks: ranks + start,
      suspects: suspects + start, moods: moods + start)
  }

  /// Notes that those among the first so many who are in a set have seen the video; gives how many
  /// that are.
  func markSeen(_ others: ViewerSet, count: Int) -> Int {
    let suspects = others.writeSuspects(among: viewers, count: count, into: suspects)
    var marked = 0
    for place in 0..<suspects {
      let index = Int(self.suspects[place])
      guard losses[index] != Self.seen, others.contains(viewers[index]) else { continue }
      losses[index] = Self.seen
      marked += 1
    }
    return marked
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
