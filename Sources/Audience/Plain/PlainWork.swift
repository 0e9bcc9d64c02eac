/// A walk at its beginning and a taste as plain numbers.
///
/// It is all that a program in another language needs to do the same work; the benchmark's C is
/// given it.
package struct PlainWork: Sendable {
  /// A keyed order of viewers.
  package struct Order: Sendable {
    package var count: Int
    package var rows: UInt32
    package var mask: UInt32
    package var shift: UInt32
    package var factors: [UInt32]
    package var offsets: [UInt32]
  }

  /// One recognised topic; its shares as 2²⁰ ÷ share.
  package struct Lane: Sendable {
    package var order: Order
    package var shellKey: UInt64
    package var recognised: UInt64
    package var real: UInt64
  }

  /// Log-odds and appeal in 1/1,024; the rest as `Taste` has it.
  package struct Reaction: Sendable {
    package var key: UInt64
    package var people: UInt64
    package var reference: UInt64
    package var longestSwipe: UInt64
    package var appeal: Int32
    package var moved: Int32
    package var like: Int32
    package var comment: Int32
    package var forward: Int32
    package var mostForwarding: Int32
    package var save: Int32
    package var clickThrough: Int32
    package var follow: Int32
  }

  /// The tables; `watching` has three numbers an entry.
  package struct Tables: Sendable {
    package var chance: [UInt32]
    package var watching: [UInt32]
    package var habit: [Int32]
    package var stayNoise: [UInt32]
    package var logMantissa: [UInt32]
    package var stayOdds: Int32
    package var lowest: Int32
    package var lowestOdds: Int32
  }

  package var lanes: [Lane]
  package var reaction: Reaction
  package var tables: Tables

  /// The numbers of a walk whose recognition is right and of the taste that goes with it.
  package init(walk: Walk, taste: Taste) {
    lanes = walk.lanes.prefix(walk.recognisedCount).map {
      Lane(
        order: $0.order.plain, shellKey: $0.shellKey.bits, recognised: $0.recognised,
        real: $0.real)
    }
    reaction = Reaction(
      key: taste.key.bits, people: taste.people.bits, reference: taste.reference,
      longestSwipe: taste.longestSwipe, appeal: taste.appeal, moved: taste.moved,
      like: taste.like, comment: taste.comment, forward: taste.forward,
      mostForwarding: Taste.mostForwarding, save: taste.save,
      clickThrough: taste.clickThrough, follow: taste.follow)
    let shared = ReactionTables.shared
    tables = Tables(
      chance: shared.chance,
      watching: shared.watching.flatMap { [$0.stayedRatio, $0.swipedPart, $0.swipedScale] },
      habit: shared.habit, stayNoise: shared.stayNoise, logMantissa: shared.logMantissa,
      stayOdds: shared.stayOdds, lowest: ReactionTables.lowest,
      lowestOdds: ReactionTables.lowestOdds)
  }
}
