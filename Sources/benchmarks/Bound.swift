import Audience
import CBound

/// The same work in plain C, with its tables and constants laid out beforehand.
final class Bound {
  private let work: [PlainWork]
  private let views: Int
  private let watching: [CBoundWatching]
  private var forwarders: [UInt32]
  private var clickers: [UInt32]

  /// Lays out a workload for C.
  init(_ workload: Workload) {
    work = workload.videos.map { PlainWork(walk: $0.walk, taste: $0.taste) }
    views = workload.views
    let flat = work.first?.tables.watching ?? []
    watching = stride(from: 0, to: flat.count, by: 3).map {
      CBoundWatching(
        stayed_ratio: flat[$0], swiped_part: flat[$0 + 1], swiped_scale: flat[$0 + 2])
    }
    forwarders = Array(repeating: 0, count: views)
    clickers = Array(repeating: 0, count: views)
  }

  /// Shows every video, and says what came of it.
  func run() -> Workload.Outcome {
    var outcome = Workload.Outcome()
    for video in work {
      var tally = CBoundTally()
      show(video, &tally)
      outcome.tally += Tally(tally)
      outcome.forwarders += forwarders.prefix(Int(tally.forwards))
      outcome.clickers += clickers.prefix(Int(tally.click_throughs))
    }
    return outcome
  }

  private func show(_ video: PlainWork, _ tally: inout CBoundTally) {
    let lanes = video.lanes.map(CBoundLane.init)
    var taste = CBoundTaste(video.reaction)
    video.tables.chance.withUnsafeBufferPointer { chance in
      video.tables.habit.withUnsafeBufferPointer { habit in
        video.tables.stayNoise.withUnsafeBufferPointer { noise in
          video.tables.logMantissa.withUnsafeBufferPointer { mantissa in
            watching.withUnsafeBufferPointer { watching in
              var tables = CBoundTables(
                chance: chance.baseAddress, watching: watching.baseAddress,
                habit: habit.baseAddress, stay_noise: noise.baseAddress,
                log_mantissa: mantissa.baseAddress, stay_odds: video.tables.stayOdds,
                lowest: video.tables.lowest, lowest_odds: video.tables.lowestOdds)
              cbound_deliver(
                lanes, Int32(lanes.count), &taste, &tables, Int64(views), &tally, &forwarders,
                &clickers)
            }
          }
        }
      }
    }
  }
}

extension CBoundLane {
  fileprivate init(_ lane: PlainWork.Lane) {
    let order = lane.order
    let (factors, offsets) = (order.factors, order.offsets)
    self.init(
      order: CBoundOrder(
        count: UInt64(order.count), rows: order.rows, mask: order.mask, shift: order.shift,
        factor: (factors[0], factors[1], factors[2], factors[3]),
        offset: (offsets[0], offsets[1], offsets[2], offsets[3])),
      shell_key: lane.shellKey, recognised: lane.recognised, real: lane.real)
  }
}

extension CBoundTaste {
  fileprivate init(_ taste: PlainWork.Reaction) {
    self.init(
      key: taste.key, people: taste.people, reference: taste.reference,
      longest_swipe: taste.longestSwipe, appeal: taste.appeal, moved: taste.moved,
      like: taste.like, comment: taste.comment, forward: taste.forward,
      most_forwarding: taste.mostForwarding, save: taste.save,
      click_through: taste.clickThrough, follow: taste.follow)
  }
}

extension Tally {
  fileprivate init(_ tally: CBoundTally) {
    self.init()
    views = Int(tally.views)
    stayed = Int(tally.stayed)
    watch = Int(tally.watch)
    watchSquared = Int(tally.watch_squared)
    likes = Int(tally.likes)
    comments = Int(tally.comments)
    forwards = Int(tally.forwards)
    saves = Int(tally.saves)
    clickThroughs = Int(tally.click_throughs)
    follows = Int(tally.follows)
    interactionSquared = Int(tally.interaction_squared)
    watchInteraction = Int(tally.watch_interaction)
    watchClickThrough = Int(tally.watch_click_through)
    interactionClickThrough = Int(tally.interaction_click_through)
  }
}
