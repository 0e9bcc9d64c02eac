import Audience
import Catalogue
import Distribution
import Testing

@Suite("The laws of the engine")
struct LawsTests {
  @Test("1: the same input gives the same run, however often it is advanced")
  func sameRunForAnySteps() throws {
    for seed in UInt64(1)...4 {
      let world = World(seed: seed, truth: Truth(appeal: 0.45, forward: 0.004), followers: 700)
      let whole = try world.run()
      for step in [60, 599, 3_601, 7 * 86_400] {
        #expect(try world.run(step: step) == whole)
      }
    }
  }

  @Test("1: events up to a moment are a prefix of those up to a later one")
  func eventsArePrefixes() throws {
    let world = World(truth: Truth(appeal: 0.55), followers: 300)
    let long = try world.run(until: 60 * 3_600)
    for hours in [1, 7, 10, 15, 19] {
      let short = try world.run(until: hours * 3_600 + 17)
      #expect(short == Array(long.prefix(short.count)))
      #expect(short.count < long.count)
    }
  }

  @Test("2: another bar changes who is shown a video, not what they do")
  func reactionsDoNotDependOnSettings() throws {
    let strict = try World(settings: { $0.bar = 1.2 }).video()
    let lax = try World(settings: { $0.bar = 0.9 }).video()
    #expect(strict.views < lax.views)
    for (a, b) in zip(strict.waves, lax.waves) where a.endedAt != nil && b.endedAt != nil {
      if a.gate == b.gate, a.total == b.total { #expect(a.tally == b.tally) }
    }
  }

  @Test("3: a fork goes on as its parent does, and nothing it does reaches the parent")
  func forksAreCopies() throws {
    let world = World(truth: Truth(appeal: 0.5), followers: 200)
    for hours in [0, 3, 9, 20] {
      var parent = Engine(scenario: world.scenario)
      _ = try world.run(&parent, until: hours * 3_600, step: 1_000)
      var fork = parent
      var other = parent
      _ = try other.perform(.set(key: "platform.for-you.bar", value: 1.9))
      _ = try other.advance(to: 40 * 3_600)
      let a = try parent.advance(to: 40 * 3_600)
      let b = try fork.advance(to: 40 * 3_600)
      #expect(a == b)
    }
  }

  @Test("5: nobody sees a video twice by push, and reach never exceeds views or people")
  func reachCountsPeopleOnce() throws {
    let world = World(
      population: 10_000, truth: Truth(appeal: 2.5, forward: 0.05), followers: 500)
    let video = try world.video()
    #expect(video.progress.forYou <= 10_000)
    #expect(video.progress.reach <= 10_000)
    #expect(video.progress.reach <= video.views)
    #expect(video.assessment?.ground == .audienceExhausted)
    #expect(video.progress.reach == 10_000)
  }

  @Test("6: nothing is shown before review let it through")
  func doubtWaits() throws {
    let world = World(probability: 0.5)
    let waiting = try world.picture()
    #expect(waiting.videos[0].state == .atDesk)
    #expect(waiting.videos[0].views == 0)
    let id = waiting.videos[0].id
    let decided = try world.picture(commands: [
      (7_200, .decide(id, allowed: true, reason: "vitamins", moderator: "ann"))
    ])
    #expect(decided.videos[0].views >= 200)
    #expect(decided.videos[0].publishedAt == 7_200)
    #expect(decided.decisions.first?.decision.waited == 7_200)
    let removed = try world.picture(commands: [
      (60, .decide(id, allowed: false, reason: "drugs", moderator: "ann"))
    ])
    #expect(removed.videos[0].state == .removed)
    #expect(removed.videos[0].views == 0)
  }

  @Test("7: every assessment's numbers decide as it says")
  func assessmentsExplainThemselves() throws {
    for rule in Rule.allCases {
      for seed in UInt64(1)...10 {
        let video = try World(seed: seed, truth: Truth(appeal: 0.3)) { $0.rule = rule }.video()
        for verdict in video.assessments where verdict.ground == .score {
          let passes =
            rule == .point ? verdict.score >= verdict.bar : verdict.sure >= verdict.needed
          if verdict.atGate {
            #expect((verdict.action == .push) == passes)
          } else {
            let goesOn =
              rule == .point ? verdict.score >= verdict.bar : verdict.sure >= verdict.needed
            #expect((verdict.action == .stop) != goesOn)
          }
          let parts = KPI.allCases.enumerated().map { index, kpi in
            verdict.kpis.weights[index] * verdict.kpis.ratio(kpi)
          }
          #expect(abs(parts.reduce(0, +) - verdict.score) < 1e-9)
        }
      }
    }
  }

  @Test("8: bad commands are refused and change nothing")
  func refusalsChangeNothing() throws {
    let world = World(truth: Truth(appeal: 0.4))
    var engine = Engine(scenario: world.scenario)
    _ = try world.run(&engine, until: 5_000, step: 1_000)
    var untouched = engine
    let id = VideoID(upload: 0, platform: 0)
    let bad: [Command] = [
      .set(key: "platform.for-you.nonsense", value: 1), .set(key: "platform.other.bar", value: 1),
      .set(key: "platform.for-you.bar", value: 99), .set(key: "", value: 0),
      .set(key: "platform.for-you.bar", value: .nan),
      .decide(id, allowed: true, reason: "", moderator: ""), world.uploads[0].command,
    ]
    for command in bad {
      #expect(throws: Refusal.self) { try engine.perform(command) }
    }
    #expect(throws: Refusal.inThePast(10)) { try engine.advance(to: 10) }
    #expect(try engine.advance(to: 80_000) == untouched.advance(to: 80_000))
  }
}
