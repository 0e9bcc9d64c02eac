import Catalogue
import Distribution
import Playback

/// A small world with everything in it: two platforms, a video that spreads, one that does not, a
/// creator with two videos, and an upload that a person must decide.
enum Sample {
  static let cats = Topic.all[0]
  static let bikes = Topic.all[5]

  static func scenario(seed: UInt64 = 1) -> Scenario {
    Scenario(
      name: "sample", seed: seed, start: 1_497_465_720, star: "hit",
      platforms: [
        Platform(id: "for-you", name: "For You", population: 20_000),
        Platform(id: "reels", name: "Reels", population: 12_000),
      ],
      creators: [Creator(id: "anna", followers: 300), Creator(id: "ben", followers: 20)],
      uploads: [
        upload("hit", by: "anna", at: 600, appeal: 0.3, crossPost: true),
        upload("flop", by: "ben", at: 1_200, appeal: -0.4),
        upload("other", by: "anna", at: 5_000, appeal: 0.1),
        upload("doubtful", by: "ben", at: 4_000, appeal: 0.2, illegal: 0.5),
      ])
  }

  static func upload(
    _ id: String, by creator: String, at moment: Moment, appeal: Double,
    crossPost: Bool = false, illegal: Double = 0.001
  ) -> Upload {
    let topics = [TopicScore(cats, 0.7), TopicScore(bikes, 0.3)]
    return Upload(
      id: id, creator: creator, platform: "for-you", caption: id, postedAt: moment,
      crossPost: crossPost ? CrossPost(platform: "reels", afterGate: 2, delay: 3_600) : nil,
      truth: Truth(appeal: appeal, clickThrough: 0.05, topics: topics),
      pinnedReading: Reading(policies: [PolicyProbability(.weapons, illegal)], topics: topics))
  }

  static let staging = Staging { $0.pinnedReading ?? Reading(topics: [TopicScore(cats, 1)]) }

  static func show(seed: UInt64 = 1, keyframes: Int = 32) -> Show {
    let scenario = scenario(seed: seed)
    return Show(
      scenario: scenario, script: staging.script(of: scenario), keyframes: keyframes)
  }

  static func performance(seed: UInt64 = 1) -> Performance {
    let scenario = scenario(seed: seed)
    return Performance(scenario: scenario, script: staging.script(of: scenario))
  }
}

/// Numbers that look random and are the same in every run of the tests.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1 }

  mutating func roll(_ range: Range<Int>) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return range.lowerBound + Int(state % UInt64(range.count))
  }
}

extension Snapshot {
  /// The video of an upload on a platform.
  func video(_ name: String, platform: Int = 0) -> VideoPicture? {
    videos.first { $0.upload.id == name && $0.id.platform == platform }
  }
}
