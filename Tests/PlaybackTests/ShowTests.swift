import Catalogue
import Dashboard
import Distribution
import Playback
import Testing

@Suite struct ShowTests {
  private let length: Moment = 300_000

  @Test(
    "Going to any moments, back and forth, and playing on shows what playing straight shows",
    arguments: 1...6 as ClosedRange<UInt64>)
  func seek(seed: UInt64) {
    var straight = Sample.show(seed: seed)
    straight.seek(to: length)
    var wandering = Sample.show(seed: seed, keyframes: 2 + Int(seed % 7))
    var dice = Dice(seed)
    for _ in 0..<6 {
      let moment = dice.roll(0..<length)
      wandering.seek(to: moment)
      var fresh = Sample.show(seed: seed)
      fresh.seek(to: moment)
      #expect(wandering.snapshot == fresh.snapshot)
    }
    wandering.seek(to: length)
    #expect(wandering.snapshot == straight.snapshot)
    #expect(wandering.marks == straight.marks)
    #expect(straight.snapshot.eventCount > 100)
  }

  @Test("Small steps of the clock show what one leap shows")
  func steps() {
    var leap = Sample.show()
    leap.seek(to: 100_000)
    var walk = Sample.show()
    var dice = Dice(3)
    while walk.now < 100_000 { walk.seek(to: min(100_000, walk.now + dice.roll(1..<900))) }
    #expect(walk.snapshot == leap.snapshot)
    #expect(walk.marks == leap.marks)
  }

  @Test(
    "Decisions, settings and uploads of one's own are repeated after going back",
    arguments: 1...6 as ClosedRange<UInt64>)
  func commands(seed: UInt64) throws {
    var show = Sample.show(seed: seed, keyframes: 6)
    show.seek(to: 6_000)
    let doubtful = try #require(show.snapshot.video("doubtful"))
    #expect(doubtful.state == .atDesk)
    try show.perform(.decide(doubtful.id, allowed: true, reason: "a toy", moderator: "you"))
    show.seek(to: 20_000)
    try show.perform(.set(key: "platform.for-you.bar", value: 0.9))
    show.seek(to: 21_111)
    let own = Sample.upload("mine", by: "you", at: 0, appeal: 0.2)
    try show.perform(Sample.staging.command(for: own, followers: 0, in: show))
    show.seek(to: length)
    let end = show.snapshot
    let marks = show.marks
    var dice = Dice(seed)
    for _ in 0..<8 { show.seek(to: dice.roll(0..<length)) }
    show.seek(to: length)
    #expect(show.snapshot == end)
    #expect(show.marks == marks)
    #expect(end.platforms[0].settings.bar == 0.9)
    #expect(end.decisions.count == 1)
    #expect((end.video("mine")?.views ?? 0) >= 200)
  }

  @Test("A command in the past drops what was asked later, and says how much")
  func rewrite() throws {
    var show = Sample.show()
    for moment in [10_000, 20_000, 30_000] {
      show.seek(to: moment)
      let dropped = try show.perform(.set(key: "platform.for-you.bar", value: 1.1))
      #expect(dropped == 0)
    }
    show.seek(to: 100_000)
    show.seek(to: 15_000)
    #expect(show.furthest == 100_000)
    let dropped = try show.perform(.set(key: "platform.for-you.bar", value: 1.3))
    #expect(dropped == 2)
    #expect(show.furthest == 15_000)
    #expect(show.marks.allSatisfy { $0.at <= 15_000 })
    show.seek(to: 100_000)
    #expect(show.snapshot.platforms[0].settings.bar == 1.3)
    var same = Sample.show()
    same.seek(to: 10_000)
    try same.perform(.set(key: "platform.for-you.bar", value: 1.1))
    same.seek(to: 15_000)
    try same.perform(.set(key: "platform.for-you.bar", value: 1.3))
    same.seek(to: 100_000)
    #expect(same.snapshot == show.snapshot)
    #expect(same.marks == show.marks)
  }

  @Test("A refused command changes nothing")
  func refused() {
    var show = Sample.show()
    show.seek(to: 50_000)
    let before = show
    #expect(throws: Refusal.self) {
      try show.perform(.set(key: "platform.for-you.bar", value: 99))
    }
    #expect(throws: Refusal.self) {
      try show.perform(
        .decide(VideoID(upload: 0, platform: 0), allowed: true, reason: "", moderator: "you"))
    }
    #expect(show.snapshot == before.snapshot)
    #expect(show.script == before.script)
    #expect(show.marks == before.marks)
    #expect(show.furthest == before.furthest)
  }

  @Test("The copies kept for going back stay few, however long the run")
  func keyframes() {
    var show = Sample.show(keyframes: 8)
    for moment in stride(from: 0, through: 500_000, by: 977) {
      show.seek(to: moment)
      #expect(show.copies <= 8)
    }
    #expect(show.copies >= 4)
  }

  @Test("Moments outside the run are moved into it")
  func bounds() {
    var show = Sample.show()
    show.seek(to: -5)
    #expect(show.now == 0)
    show.seek(to: .max)
    #expect(show.now == Show.end)
    #expect(show.nextMoment == nil)
    #expect(show.isOver)
  }

  @Test("A visit after everything has happened ends where the last thing happened")
  func visit() throws {
    var show = Sample.show()
    show.visit(.max)
    #expect(show.isOver)
    #expect(show.now == show.lastHappening)
    let due = try #require(show.snapshot.video("doubtful")?.deskCase?.due)
    #expect(show.now >= due)
    #expect(show.now <= 30 * 86_400)
    var other = Sample.show()
    other.visit(3_000)
    #expect(other.now == 3_000)
    other.visit(show.now + 1_000_000)
    #expect(other.now == show.now)
    #expect(other.snapshot == show.snapshot)
  }

  @Test("A case within its limit keeps the run going; after that nothing more happens")
  func over() throws {
    var show = Sample.show()
    show.seek(to: Show.end)
    let due = try #require(show.snapshot.video("doubtful")?.deskCase?.due)
    show.seek(to: due - 1)
    #expect(!show.isOver)
  }
}
