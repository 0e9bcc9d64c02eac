import Catalogue
import Distribution
import Journal

/// What the writer writes: entries that follow from their numbers alone, so that whoever reads the
/// file afterwards knows what must stand in it.
struct Chronicle {
  /// The world that it pretends to record.
  static let about = About(
    scenario: Scenario(
      name: "chronicle", seed: 1, platforms: [Platform(id: "for-you", name: "For You")]))

  /// The entry of a sequence number.
  static func content(_ sequence: Int) -> Entry.Content {
    let video = VideoID(upload: sequence % 7, platform: 0)
    switch sequence % 5 {
    case 0:
      let reason = String(repeating: "reason \(sequence) ", count: mixed(sequence) % 60)
      return .event(
        Event(
          at: sequence, video: video,
          what: .decided(
            Decision(allowed: false, reason: reason, moderator: "ann", waited: sequence))))
    case 1:
      return .command(.set(key: "platform.for-you.bar", value: Double(sequence) / 8))
    default:
      var progress = Progress()
      progress.forYou = sequence
      progress.reach = mixed(sequence)
      return .event(Event(at: sequence, video: video, what: .delivered(progress)))
    }
  }

  /// How many entries the batch behind a sequence number has; now and then many pages of them.
  static func size(after sequence: Int) -> Int {
    let number = mixed(sequence)
    return number % 16 == 0 ? 200 + number % 900 : 1 + number % 30
  }

  /// The batch behind a sequence number.
  static func batch(after sequence: Int) -> Batch {
    var batch = Batch()
    for next in (sequence + 1)...(sequence + size(after: sequence)) {
      batch.add(content(next), at: next)
    }
    return batch
  }

  private static func mixed(_ number: Int) -> Int {
    var bits = UInt64(truncatingIfNeeded: number) &* 0x9e37_79b9_7f4a_7c15
    bits ^= bits >> 29
    return Int(truncatingIfNeeded: (bits &* 0xbf58_476d_1ce4_e5b9) >> 40)
  }
}
