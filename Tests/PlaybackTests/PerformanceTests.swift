import Catalogue
import Distribution
import Playback
import Testing

@Suite struct PerformanceTests {
  @Test(
    "Many short advances give the events of one long one", arguments: 1...8 as ClosedRange<UInt64>)
  func split(seed: UInt64) {
    var whole = Sample.performance(seed: seed)
    let expected = whole.advance(to: 400_000)
    var parts = Sample.performance(seed: seed)
    var dice = Dice(seed)
    var events: [Event] = []
    while parts.now < 400_000 {
      events += parts.advance(to: min(400_000, parts.now + dice.roll(1..<20_000)))
    }
    #expect(events == expected)
    #expect(events.count > 100)
  }

  @Test("What happens until a moment is the beginning of what happens until a later one")
  func prefix() {
    for moment in [0, 600, 4_000, 36_000, 100_000] {
      var short = Sample.performance()
      var long = Sample.performance()
      let early = short.advance(to: moment)
      let all = long.advance(to: 400_000)
      #expect(all.starts(with: early))
      #expect(all.dropFirst(early.count).allSatisfy { $0.at > moment })
    }
  }

  @Test("Uploads come at their moments, in order of posting")
  func order() {
    var run = Sample.performance()
    let posted = run.advance(to: 10_000).compactMap { event -> String? in
      guard case .uploaded(let facts) = event.what else { return nil }
      #expect(event.at == facts.upload.postedAt)
      return facts.upload.id
    }
    #expect(posted == ["hit", "flop", "doubtful", "other"])
  }

  @Test(
    "The next moment is never later than the next event", arguments: 1...4 as ClosedRange<UInt64>)
  func nextMoment(seed: UInt64) {
    var run = Sample.performance(seed: seed)
    var count = 0
    while let next = run.nextMoment {
      let early = run.advance(to: next - 1)
      #expect(early.isEmpty)
      count += run.advance(to: next).count
    }
    var whole = Sample.performance(seed: seed)
    let all = whole.advance(to: 10_000_000)
    #expect(count == all.count)
  }

  @Test("What a person asks goes into the script; what they had asked for later is dropped")
  func perform() throws {
    var run = Sample.performance()
    _ = run.advance(to: 8_000)
    let scripted = run.script.count
    _ = try run.perform(.set(key: "platform.for-you.bar", value: 1.2))
    #expect(run.script.count == scripted + 1)
    #expect(run.script[run.next - 1].at == 8_000)
    #expect(throws: Refusal.noSuchSetting("attic")) {
      try run.perform(.set(key: "attic", value: 1))
    }
    #expect(run.script.count == scripted + 1)
  }
}
