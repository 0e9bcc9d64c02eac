import Audience
import Catalogue
import Distribution
import Testing

@Suite("How a video spreads")
struct SpreadTests {
  @Test("waves are 200, 400, 1,200 … for-you views, and each begins where the last ended")
  func wavesGrow() throws {
    let video = try World(truth: Truth(appeal: 0.6)).video()
    #expect(video.waves.count > 4)
    #expect(video.waves[0].size == 200)
    #expect(video.waves[1].gate == 600)
    #expect(video.waves[2].gate == 1_800)
    for (wave, next) in zip(video.waves, video.waves.dropFirst()) {
      #expect(wave.total == wave.gate)
      #expect(next.from == wave.gate)
      #expect(wave.endedAt == next.startedAt)
    }
  }

  @Test("a higher bar, less certainty to spare and smaller appeal each bring fewer views")
  func settingsMoveReachAsExpected() throws {
    func views(_ change: @escaping (inout PlatformSettings) -> Void, appeal: Double = 0.5) throws
      -> Int
    {
      try (1...5).reduce(0) { sum, seed in
        let world = World(
          seed: UInt64(seed), truth: Truth(appeal: appeal), settings: change)
        return sum + (try world.video().views)
      }
    }
    let standard = try views({ _ in })
    #expect(try views({ $0.bar = 1.15 }) < standard)
    #expect(try views({ $0.bar = 0.95 }) > standard)
    #expect(try views({ _ in }, appeal: 0.3) < standard)
    #expect(try views({ $0.certaintyMiddle = 0.99 }) <= standard)
  }

  @Test("recognition earns reach: told a wrong topic, a good video goes nowhere")
  func wrongTopicsGoNowhere() throws {
    let wrong = World.topics([("sports/golf", 1)])
    for seed in UInt64(1)...10 {
      let right = try World(seed: seed, truth: Truth(appeal: 0.7)).video()
      let lost = try World(seed: seed, truth: Truth(appeal: 0.7), recognised: wrong).video()
      let unknown = try World(seed: seed, truth: Truth(appeal: 0.7), recognised: []).video()
      #expect(right.progress.forYou > 20_000)
      #expect(lost.progress.forYou <= 600)
      #expect(unknown.progress.forYou <= 600)
    }
  }

  @Test("the hour of posting moves when a video spreads, not how far")
  func postingHourOnlyDelays() throws {
    var reaches: Set<Int> = []
    var lengths: Set<Moment> = []
    for hour in [0, 4, 9, 15, 21] {
      var world = World(truth: Truth(appeal: 0.5))
      world.uploads[0].upload.postedAt = hour * 3_600
      let video = try world.video()
      reaches.insert(video.progress.forYou)
      lengths.insert((video.stoppedAt ?? 0) - video.postedAt)
    }
    #expect(reaches.count == 1)
    #expect(lengths.count > 1)
  }

  @Test("followers bring their own views and leave the push as it is, but for themselves")
  func followersHardlyMatter() throws {
    for seed in UInt64(1)...5 {
      let alone = try World(seed: seed, truth: Truth(appeal: 0.4)).video()
      let famous = try World(seed: seed, truth: Truth(appeal: 0.4), followers: 50_000).video()
      #expect(famous.progress.followers > 8_000)
      #expect(famous.publication?.socialGraphOnlyViews ?? 0 >= famous.progress.followers)
      #expect(alone.progress.followers == 0)
      let ratio = Double(famous.progress.forYou) / Double(alone.progress.forYou)
      #expect(ratio > 0.3 && ratio < 3.1)
    }
  }

  @Test("with everything recognised rightly the score falls as the audience widens")
  func scoresFall() throws {
    let video = try World(truth: Truth(appeal: 0.7)).video()
    let gates = video.assessments.filter(\.atGate).map(\.score)
    #expect(gates.count >= 6)
    #expect((gates.first ?? 0) > (gates.last ?? 9) * 1.4)
  }

  @Test("a video that passes the chosen gate starts anew on the second platform")
  func crossPosting() throws {
    var world = World(truth: Truth(appeal: 0.5))
    world.scenario.platforms.append(Platform(id: "reels", name: "Reels", population: 1_000_000))
    world.uploads[0].upload.crossPost = CrossPost(platform: "reels", afterGate: 3, delay: 3_600)
    let snapshot = try world.picture()
    #expect(snapshot.videos.count == 2)
    let first = snapshot.videos[0]
    let second = snapshot.videos[1]
    let passed = first.assessments.first { $0.atGate && $0.wave == 3 }
    #expect(passed?.action == .push)
    #expect(second.postedAt == (first.waves[2].endedAt ?? 0) + 3_600)
    #expect(second.waves[0].size == 200)
    #expect(first.waves[0].tally != second.waves[0].tally)
    let weak = try {
      world.uploads[0].upload.truth?.appeal = -0.3
      return try world.picture()
    }()
    #expect(weak.videos.count == 1)
  }

  @Test("a KPI below its own bar stops the push, and the reason says which")
  func ownBarsBind() throws {
    let video = try World(truth: Truth(appeal: 0.5, clickThrough: 0.001)) {
      $0.barClickThrough = 0.8
    }.video()
    #expect(video.waves.count == 1)
    #expect(video.assessment?.ground == .kpi(.clickThrough))
  }

  @Test("click-throughs give views to the creator's other videos")
  func clickThroughsHelpTheOtherVideos() throws {
    var world = World(truth: Truth(appeal: 0.6, clickThrough: 0.05))
    var second = world.uploads[0]
    second.upload.id = "second"
    second.upload.content = "second"
    second.upload.truth?.appeal = -0.4
    second.number = 1
    world.uploads.append(second)
    let snapshot = try world.picture()
    #expect(snapshot.videos[1].progress.profile > 100)
    #expect(snapshot.videos[0].progress.clickThroughs > 100)
  }
}
