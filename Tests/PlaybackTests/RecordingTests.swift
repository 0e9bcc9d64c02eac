import Catalogue
import Dashboard
import Distribution
import FoundationEssentials
import GRDB
import Journal
import Testing

@testable import Playback

@Suite("A recorded run")
struct RecordingTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "waggle-recording-\(UUID().uuidString)").path

  /// Records a show from its beginning on, as a theatre does.
  private func record(
    seed: UInt64 = 1, engine: Int = Engine.version, keyframes: Bool = false
  ) throws -> Journal {
    let scenario = Sample.scenario(seed: seed)
    let script = Sample.staging.script(of: scenario)
    let journal = try Journal.create(
      path: path, about: About(scenario: scenario, engine: engine),
      plan: script.map { (at: $0.at, command: $0.command) })
    var run = Performance(scenario: scenario, script: script)
    var batch = Batch()
    for moment in stride(from: 0, through: 200_000, by: 7_919) {
      for event in run.advance(to: moment) { batch.add(event) }
      if keyframes { batch.add(run.engine.keyframe) }
      guard moment == 4 * 7_919 else { continue }
      let doubtful = try #require(script.first { $0.upload?.id == "doubtful" }?.number)
      let command = Command.decide(
        VideoID(upload: doubtful, platform: 0), allowed: true, reason: "fine", moderator: "you")
      batch.add(command, at: moment)
      for event in try run.perform(command).events { batch.add(event) }
    }
    if let over = run.over { batch.add(.over, at: over) }
    try journal.append(batch)
    return journal
  }

  private func live(seed: UInt64 = 1) throws -> Show {
    var show = Sample.show(seed: seed)
    show.seek(to: 4 * 7_919)
    let doubtful = try #require(show.snapshot.video("doubtful"))
    try show.perform(.decide(doubtful.id, allowed: true, reason: "fine", moderator: "you"))
    return show
  }

  @Test("shows at any moment what the run showed, whichever way one goes there", arguments: 1...3)
  func showsTheSame(seed: Int) throws {
    let journal = try record(seed: UInt64(seed))
    var replay = Show(try Recording(journal, branch: journal.branch()))
    var live = try live(seed: UInt64(seed))
    live.seek(to: 200_000)
    var dice = Dice(UInt64(seed))
    for _ in 0..<100 {
      let moment = dice.roll(0..<200_000)
      replay.seek(to: moment)
      live.seek(to: moment)
      #expect(replay.snapshot == live.snapshot, "at \(moment)")
      #expect(replay.isOver == live.isOver, "at \(moment)")
    }
    replay.seek(to: 200_000)
    #expect(replay.marks == live.marks)
  }

  @Test("is not changed by what anybody asks")
  func staysAsItIs() throws {
    let journal = try record()
    var replay = Show(try Recording(journal, branch: journal.branch()))
    replay.seek(to: 50_000)
    let before = replay.snapshot
    #expect(try replay.perform(.set(key: "platform.for-you.bar", value: 1.2)) == 0)
    #expect(replay.snapshot == before)
  }

  @Test("is gone on with from the last keyframe that is whole and agrees with what is shown")
  func usesKeyframes() throws {
    let journal = try record(keyframes: true)
    let recording = try Recording(journal, branch: journal.branch())
    let interval = 7_919
    func start(_ moment: Moment) throws -> Moment {
      try Show(reviving: recording, at: moment, told: true).computedFrom
    }
    for (moment, keyframe) in [(0, 0), (599, 0), (3 * interval, 3), (90_000, 11)] {
      #expect(try start(moment) == keyframe * interval)
    }
    // At the fourth somebody decided, behind the keyframe.
    #expect(try start(4 * interval) == 3 * interval)
    try DatabaseQueue(path: path).write { database in
      try database.execute(sql: "UPDATE keyframe SET body = zeroblob(9) WHERE at > 50000")
      try database.execute(sql: "DELETE FROM keyframe WHERE at BETWEEN 40000 AND 50000")
    }
    #expect(try start(90_000) == 5 * interval)
  }

  @Test("is not gone on with from a keyframe that a command was given before, or that shows less")
  func refusesStaleKeyframes() throws {
    let scenario = Sample.scenario()
    let script = Sample.staging.script(of: scenario)
    for isEarlier in [true, false] {
      let path = path + "\(isEarlier)"
      let journal = try Journal.create(
        path: path, about: About(scenario: scenario),
        plan: script.map { (at: $0.at, command: $0.command) })
      var run = Performance(scenario: scenario, script: script)
      var batch = Batch()
      for event in run.advance(to: 20_000) { batch.add(event) }
      var late = run
      _ = late.advance(to: isEarlier ? 20_007 : 40_000)
      var keyframe = late.engine.keyframe
      keyframe.now = 20_007
      batch.add(keyframe)
      let command = Command.set(key: "platform.for-you.bar", value: 1.3)
      if isEarlier {
        batch.add(command, at: 20_000)
        for event in try run.perform(command).events { batch.add(event) }
      }
      for event in run.advance(to: 60_000) { batch.add(event) }
      try journal.append(batch)
      let recording = try Recording(journal, branch: journal.branch())
      for moment in [20_007, 59_000] {
        let show = try Show(reviving: recording, at: moment, told: true)
        #expect(show.computedFrom == 0)
      }
    }
  }

  @Test(
    "goes back before the keyframe that it was gone on with from, and forth again", arguments: 1...2
  )
  func goesBackBeforeKeyframe(seed: Int) throws {
    let journal = try record(seed: UInt64(seed), keyframes: true)
    let recording = try Recording(journal, branch: journal.branch())
    var show = try Show(reviving: recording, at: 90_000, told: true)
    var live = try live(seed: UInt64(seed))
    var dice = Dice(UInt64(seed))
    for _ in 0..<40 {
      let moment = dice.roll(0..<120_000)
      show.seek(to: moment)
      live.seek(to: moment)
      #expect(show.snapshot == live.snapshot, "at \(moment)")
    }
    #expect(show.copies > 20)
    show.seek(to: 30_000)
    try show.perform(.set(key: "platform.for-you.bar", value: 1.3))
    live.seek(to: 30_000)
    try live.perform(.set(key: "platform.for-you.bar", value: 1.3))
    for moment in [200_000, 31_000, 90_000] {
      show.seek(to: moment)
      live.seek(to: moment)
      #expect(show.snapshot == live.snapshot, "at \(moment)")
    }
  }

  @Test("is gone on with though somebody decided at a moment at which more happened")
  func commandsAtBusyMoments() throws {
    let scenario = Sample.scenario()
    let script = Sample.staging.script(of: scenario)
    var live = Show(scenario: scenario, script: script, told: 0)
    // A moment of news about a video that comes behind the doubtful one in the order of uploads.
    live.seek(to: 40_000)
    let doubtful = try #require(live.snapshot.video("doubtful")?.id)
    let busy = try #require(
      live.snapshot.ticker.last { ($0.video ?? doubtful) > doubtful && $0.at > 5_000 }?.at)
    live = Show(scenario: scenario, script: script, told: 0)
    live.seek(to: busy)
    try live.perform(.decide(doubtful, allowed: true, reason: "fine", moderator: "you"))
    try live.perform(.set(key: "platform.for-you.bar", value: 1.2))
    let journal = try Journal.create(
      path: path, about: About(scenario: scenario),
      plan: script.map { (at: $0.at, command: $0.command) })
    try journal.append(Batch(live.takeNews()))
    let recording = try Recording(journal, branch: journal.branch())
    var show = try Show(reviving: recording, told: true)
    #expect(show.snapshot == live.snapshot)
    show.seek(to: 90_000)
    live.seek(to: 90_000)
    #expect(show.snapshot.showsTheSame(as: live.snapshot))
  }

  @Test("a run tells how it stands when it has become long, and each time it is twice as long")
  func writesKeyframes() throws {
    let scenario = Sample.scenario()
    var show = Show(
      scenario: scenario, script: Sample.staging.script(of: scenario), told: 0,
      pace: KeyframePace(first: 100))
    show.seek(to: 200_000)
    var events = 0
    var counts: [Int] = []
    for news in show.takeNews() {
      switch news {
      case .event: events += 1
      case .keyframe: counts.append(events)
      case .wentBack, .command, .over: continue
      }
    }
    #expect(counts.count > 2)
    #expect(counts.allSatisfy { $0 >= 100 })
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $1 >= $0 * 2 })
    show.seek(to: 1_000)
    show.seek(to: 200_000)
    #expect(show.takeNews().isEmpty)
  }

  @Test("is gone on with from any moment as if it had never been left", arguments: [false, true])
  func isRevived(keyframes: Bool) throws {
    let journal = try record(keyframes: keyframes)
    let recording = try Recording(journal, branch: journal.branch())
    for moment in [0, 600, 20_000, 4 * 7_919, 90_000] {
      var revived = try Show(reviving: recording, at: moment, told: true)
      var live = try live()
      live.seek(to: moment)
      #expect(revived.snapshot == live.snapshot)
      revived.seek(to: 300_000)
      live.seek(to: 300_000)
      #expect(revived.snapshot == live.snapshot)
    }
  }

  @Test("of another engine is shown, and says why it cannot be gone on with")
  func ofAnotherEngine() throws {
    let journal = try record(engine: Engine.version + 1)
    let recording = try Recording(journal, branch: journal.branch())
    var replay = Show(recording)
    replay.seek(to: 100_000)
    #expect(replay.snapshot.videos.count >= 4)
    #expect(!replay.isComputable)
    #expect(throws: Show.NotComputable.engine(recorded: Engine.version + 1)) {
      try Show(reviving: recording, told: false)
    }
  }
}
