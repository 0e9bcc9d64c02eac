import Catalogue
import Testing

@testable import Audience

@Suite struct ReactionTests {
  /// What the first 200 of many videos came to, all together.
  private func core(
    videos: Int, truth: Truth = Truth(), duration: Double = 15, seed: UInt64 = 7
  ) -> Tally {
    var sum = Tally()
    for video in 0..<videos {
      var world = World(
        topics: [topic(video % Topic.all.count, 1)], truth: truth, duration: duration,
        seed: seed, content: "video \(video)")
      sum += world.deliver(200).tally
    }
    return sum
  }

  @Test("the median video's core audience does what the reference says")
  func medianVideo() {
    let tally = core(videos: 1_500)
    let views = tally.views
    #expect(views == 300_000)
    #expect(fits(tally.stayed, of: views, chance: 0.60, tolerance: 0.003))
    #expect(fits(tally.likes, of: views, chance: 0.05, tolerance: 0.005))
    #expect(fits(tally.comments, of: views, chance: 0.001, tolerance: 0.005))
    #expect(fits(tally.forwards, of: views, chance: 0.003, tolerance: 0.005))
    #expect(fits(tally.saves, of: views, chance: 0.003, tolerance: 0.005))
    #expect(fits(tally.clickThroughs, of: views, chance: 0.01, tolerance: 0.005))
    #expect(fits(tally.follows, of: views, chance: 0.003, tolerance: 0.005))
    let (mean, spread) = watch(tally)
    #expect(abs(mean - 0.80) < 0.008)
    #expect(abs(spread - 0.60) < 0.01)
  }

  /// Mean and standard deviation of the watch ratio.
  private func watch(_ tally: Tally) -> (mean: Double, spread: Double) {
    let views = Double(tally.views)
    let mean = Double(tally.watch) / views / 4_096
    let square = Double(tally.watchSquared) / views / 4_096 / 4_096
    return (mean, (square - mean * mean).squareRoot())
  }

  @Test(
    "the median video of every length reaches its reference", arguments: [5, 12, 30, 40, 50, 80])
  func references(duration: Double) {
    let (mean, _) = watch(core(videos: 300, duration: duration))
    let reference = Taste.reference(duration: duration)
    #expect(abs(mean / reference - 1) < 0.02)
  }

  @Test("rates far from the median's come out as they were given")
  func otherRates() {
    let truth = Truth(
      like: 0.2, comment: 0.02, forward: 0.08, save: 0.1, clickThrough: 0.2, follow: 0.1)
    let tally = core(videos: 500, truth: truth)
    let views = tally.views
    #expect(fits(tally.likes, of: views, chance: 0.2, tolerance: 0.005))
    #expect(fits(tally.comments, of: views, chance: 0.02, tolerance: 0.005))
    #expect(fits(tally.forwards, of: views, chance: 0.08, tolerance: 0.005))
    #expect(fits(tally.saves, of: views, chance: 0.1, tolerance: 0.005))
    #expect(fits(tally.clickThroughs, of: views, chance: 0.2, tolerance: 0.005))
    #expect(fits(tally.follows, of: views, chance: 0.1, tolerance: 0.005))
  }

  @Test("what is never done is never done, however pleased people are")
  func never() {
    let truth = Truth(
      appeal: 4, like: 0, comment: 0, forward: 0, save: 0, clickThrough: 0, follow: 0)
    let tally = core(videos: 50, truth: truth)
    #expect(tally.interactions == 0)
    #expect(tally.clickThroughs + tally.follows == 0)
    #expect(tally.watch > 0)
  }

  @Test("appeal multiplies viewing time")
  func appeal() {
    let median = watch(core(videos: 200)).mean
    for appeal in [-0.4, 0.2, 0.7] {
      let ratio = watch(core(videos: 200, truth: Truth(appeal: appeal))).mean / median
      #expect(abs(ratio / Exact.exp(appeal) - 1) < 0.03)
    }
  }

  @Test("ten times the audience leaves 0.82 of the viewing time")
  func decay() {
    var ratios: [Double] = []
    for video in 0..<6 {
      var world = World(topics: threeTopics, content: "video \(video)")
      var last: Double?
      for depth in [2_000, 20_000, 200_000] {
        _ = world.walk.next(depth * 9 / 10 - reachedSoFar(world))
        let mean = watch(world.deliver(depth / 5)).mean
        if let last { ratios.append(mean / last) }
        last = mean
      }
    }
    let mean = ratios.reduce(0, +) / Double(ratios.count)
    #expect(abs(mean - 0.82) < 0.02)
  }

  private func reachedSoFar(_ world: World) -> Int {
    world.walk.lanes.reduce(0) { $0 + $1.cursor }
  }

  private func watch(_ delivery: Delivery) -> (mean: Double, spread: Double) {
    watch(delivery.tally)
  }

  @Test("told a wrong topic, a video is watched far less")
  func wrongTopic() {
    var right = Tally()
    var wrong = Tally()
    for video in 0..<100 {
      let name = "video \(video)"
      var told = World(topics: [topic(4, 1)], content: name)
      var mistold = World(topics: [topic(4, 1)], recognised: [topic(30, 1)], content: name)
      right += told.deliver(200).tally
      wrong += mistold.deliver(200).tally
    }
    let ratio = watch(wrong).mean / watch(right).mean
    #expect(ratio > 0.38 && ratio < 0.5)
  }

  @Test("a viewer reacts by themselves as they do among others")
  func oneByOne() {
    for recognised in [threeTopics, [topic(30, 1)]] {
      let truth = Truth(appeal: 0.3, like: 0.2, forward: 0.08, clickThrough: 0.2)
      var world = World(topics: threeTopics, recognised: recognised, truth: truth)
      var copy = world
      let tally = world.deliver(3_000)
      var alone = Delivery()
      var plain = Tally()
      for viewer in copy.walk.next(3_000) {
        let reaction = copy.taste.reaction(of: viewer, at: copy.walk.place(of: viewer))
        alone.add(reaction, of: viewer)
        plain.count(reaction)
      }
      #expect(alone.tally == tally.tally)
      #expect(plain == tally.tally)
      #expect(alone.forwarders.sorted() == tally.forwarders.sorted())
      #expect(alone.clickers.sorted() == tally.clickers.sorted())
    }
  }

  @Test("reactions change with seed, platform and content, and with nothing else")
  func purity() {
    func stayed(_ world: World) -> [Reaction] {
      (0..<2_000).map { world.taste.reaction(of: $0, at: 1_000) }
    }
    let here = World(topics: threeTopics)
    let reactions = stayed(here)
    #expect(stayed(World(topics: [topic(8, 1)], recognised: threeTopics)) == reactions)
    #expect(stayed(World(seed: 8)) != reactions)
    #expect(stayed(World(content: "another")) != reactions)
    let elsewhere = Interest(
      platform: Platform(id: "reels", name: "Reels"), seed: 7)
    let taste = Taste(
      truth: Truth(), duration: 15, interest: elsewhere, key: elsewhere.key(of: "video"))
    #expect((0..<2_000).map { taste.reaction(of: $0, at: 1_000) } != reactions)
  }

  @Test("the farther from the core, the fewer stay, and nobody who went comes back")
  func monotony() {
    let taste = World().taste
    for viewer in 0..<500 as Range<UInt32> {
      var before = true
      for place: UInt64 in [1, 200, 2_000, 50_000, 1_000_000, 1 << 32] {
        let stays = taste.reaction(of: viewer, at: place).stayed
        #expect(before || !stays)
        before = stays
      }
    }
  }

  @Test("the keenest audience of the best and the farthest of the worst stay within the tables")
  func extremes() {
    for appeal in [-1e9, -4, 4, 1e9, .infinity, -.infinity, .nan] {
      for rate in [0, 1e-300, 0.5, 1, .infinity, .nan] {
        let truth = Truth(
          appeal: appeal, like: rate, comment: rate, forward: rate, save: rate,
          clickThrough: rate, follow: rate)
        let taste = World(truth: truth).taste
        for place in [0, 1, 1 << 44, UInt64.max] {
          for viewer in 0..<300 as Range<UInt32> {
            #expect(taste.reaction(of: viewer, at: place).watch >= 0)
          }
        }
      }
    }
  }
}

extension Tally {
  /// Counts one reaction, in the plainest way.
  fileprivate mutating func count(_ reaction: Reaction) {
    func one(_ act: Acts) -> Int { reaction.acts.contains(act) ? 1 : 0 }
    let interactions = one(.like) + one(.comment) + one(.forward) + one(.save)
    views += 1
    stayed += reaction.stayed ? 1 : 0
    watch += reaction.watch
    watchSquared += reaction.watch * reaction.watch
    likes += one(.like)
    comments += one(.comment)
    forwards += one(.forward)
    saves += one(.save)
    clickThroughs += one(.clickThrough)
    follows += one(.follow)
    interactionSquared += interactions * interactions
    watchInteraction += reaction.watch * interactions
    watchClickThrough += reaction.watch * one(.clickThrough)
    interactionClickThrough += interactions * one(.clickThrough)
  }
}
