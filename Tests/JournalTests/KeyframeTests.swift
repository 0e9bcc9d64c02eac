import Catalogue
import Distribution
import GRDB
import Journal
import Testing

@Suite("A journal's keyframes")
struct KeyframeTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// An engine with a video that people forward and follow, one at the desk, one removed, and one
  /// that is still to be posted on a second platform.
  private func engine(at moment: Moment) throws -> (engine: Engine, scenario: Scenario, [Command]) {
    let scenario = Scenario(
      name: "two", seed: 5,
      platforms: [
        Platform(id: "for-you", name: "For You", population: 50_000),
        Platform(id: "reels", name: "Reels", population: 50_000),
      ])
    let probabilities = [0.001, 0.5, 0.5]
    let commands = (0..<3).map { number in
      let upload = Upload(
        id: "\(number)", creator: "ann", platform: "for-you",
        crossPost: CrossPost(platform: "reels", afterGate: 1, delay: 50_000),
        truth: Truth(appeal: 0.6, forward: 0.02, clickThrough: 0.05))
      let reading = Reading(policies: [PolicyProbability(.drugs, probabilities[number])])
      return Command.upload(upload, reading, followers: 5_000, number: number)
    }
    var engine = Engine(scenario: scenario)
    for command in commands { _ = try engine.perform(command) }
    _ = try engine.perform(
      .decide(VideoID(upload: 2, platform: 0), allowed: false, reason: "", moderator: "me"))
    _ = try engine.advance(to: moment)
    return (engine, scenario, commands)
  }

  @Test("are read as they were written, whatever state the engine was in")
  func roundTrip() throws {
    for moment in [0, 1_799, 20_000, 70_000, 900_000] {
      let (engine, scenario, commands) = try engine(at: moment)
      let journal = try Journal.create(
        path: folder.path("\(moment).waggle"), about: About(scenario: scenario),
        plan: commands.map { (at: 0, command: $0) })
      var batch = Batch()
      batch.add(.over, at: moment)
      batch.add(engine.keyframe)
      let sequences = try #require(try journal.append(batch))
      let entry = try #require(try journal.entries(of: journal.branch()).last)
      guard case .keyframe(let digest) = entry.content else {
        Issue.record("the last entry is no keyframe")
        return
      }
      #expect(entry.sequence == sequences.upperBound)
      #expect(entry.at == moment)
      #expect(try journal.keyframe(entry.sequence, digest) == engine.keyframe)
      #expect(try journal.keyframe(entry.sequence - 1, digest) == nil)
      #expect(try journal.keyframe(entry.sequence, Digest(of: [])) == nil)
    }
  }

  @Test("go with the branch that they belong to")
  func areDeleted() throws {
    let path = folder.path("deleted.waggle")
    let run = try SmallRun()
    let journal = try run.journal(at: path)
    try journal.append(run.batch(0..<20))
    var batch = Batch()
    batch.add(run.keyframe)
    _ = try journal.fork(from: 1, after: 10, at: 100, name: "fork", kind: .fork, with: batch)
    try journal.delete(branch: "fork")
    #expect(try journal.verify().alteration == nil)
    journal.close()
    let left = try DatabaseQueue(path: path).read { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM keyframe")
    }
    #expect(left == 0)
  }

  @Test("are few however long a run is")
  func areFew() {
    var pace = KeyframePace()
    let count = stride(from: 0, through: 20_000_000, by: 512).count { pace.isDue(events: $0) }
    #expect((8...12).contains(count))
  }
}
