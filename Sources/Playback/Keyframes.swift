import Catalogue
import Distribution

/// Copies of a run at some of its moments, so that going back need not start at the beginning.
///
/// They lie at multiples of an interval. When there are too many every second one goes and the
/// interval doubles, so they stay few however long the run: fewer where a run has many videos, as
/// each copy then holds megabytes.
struct Keyframes: Sendable {
  /// The state after everything that happened at a moment.
  struct Frame: Sendable {
    var at: Moment
    var place: Origin.Place?
    var snapshot: Snapshot
    /// Whether it stays however many there are: what came before it was not computed.
    var isPinned = false
  }

  /// In order of time; never empty: the first is the beginning, before moment 0.
  private(set) var frames: [Frame]
  /// World seconds between them.
  private(set) var interval: Moment = 600
  /// How many are kept at most.
  private let limit: Int
  /// How many videos all copies together hold at most, and how many copies are kept all the same.
  private static let videos = 24_000
  private static let fewest = 4

  init(beginning: Frame, limit: Int = 32) {
    self.frames = [beginning]
    self.limit = max(2, limit)
  }

  /// The first moment after the given one at which a copy should be taken.
  func due(after moment: Moment) -> Moment { (moment / interval + 1) * interval }

  /// The latest copy that is not after a moment.
  func nearest(to moment: Moment) -> Frame {
    var low = 0
    var high = frames.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if frames[middle].at <= moment { low = middle } else { high = middle }
    }
    return frames[low]
  }

  /// Takes a copy, where one is due and none is there.
  mutating func take(_ frame: @autoclosure () -> Frame, at moment: Moment) {
    guard moment % interval == 0 else { return }
    let place = frames.firstIndex { $0.at > moment } ?? frames.count
    // Between copies that stay there is room for those that were not computed on the way.
    guard frames[place - 1].at < moment, place == frames.count || frames[place].isPinned else {
      return
    }
    frames.insert(frame(), at: place)
    let videos = max(1, frames[frames.count - 1].snapshot.videos.count)
    while frames.count > min(limit, max(Self.fewest, Self.videos / videos)) { thin() }
  }

  /// Takes a copy that stays.
  mutating func pin(_ frame: Frame) {
    var pinned = frame
    pinned.isPinned = true
    frames.append(pinned)
  }

  private mutating func thin() {
    let wider = interval * 2
    interval = wider
    frames.removeAll { $0.at >= 0 && !$0.isPinned && $0.at % wider != 0 }
  }

  /// Forgets what lies at or after a moment, which now goes on differently.
  mutating func forget(from moment: Moment) {
    frames.removeAll { $0.at >= max(0, moment) }
  }
}
