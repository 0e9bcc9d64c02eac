import Catalogue
import Distribution
import FoundationEssentials
import Journal
import Testing

@testable import Playback

@Suite("A recorder of a run that nobody watches")
struct RecorderTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "waggle-recorder-\(UUID().uuidString)").path
  private let scenario = Sample.scenario()
  private let script = Sample.staging.script(of: Sample.scenario())

  private func journal(_ name: String) throws -> Journal {
    try Journal.create(
      path: path + name, about: About(scenario: scenario),
      plan: script.map { (at: $0.at, command: $0.command) })
  }

  /// Records a run with decisions, and gives the events that were handed on.
  private func record(threads: Int, into journal: Journal) throws -> [(Event, Int)] {
    var run = Shards(scenario: scenario, script: script, moderator: .approve, threads: threads)
    var recorder = Recorder(journal: journal, wantsEvents: true, pace: KeyframePace(first: 100))
    var handed: [(Event, Int)] = []
    while let next = run.nextMoment, next < 200_000 {
      recorder.take(run.advance(to: max(next, run.now + 3_600)), of: run)
      try recorder.write { handed.append(($0, $1)) }
    }
    if let over = run.over { recorder.take(overAt: over) }
    try recorder.finish { handed.append(($0, $1)) }
    return handed
  }

  @Test("writes the same whatever the number of threads, and hands on what is written")
  func threads() throws {
    var seals: Set<Digest> = []
    for threads in 1...3 {
      let name = "\(threads)"
      let handed = try record(threads: threads, into: try journal(name))
      let journal = try Journal.open(path: path + name)
      #expect(try journal.verify().alteration == nil)
      seals.insert(try journal.totals().seal)
      let entries = try journal.entries(of: journal.branch())
      #expect(entries.contains { if case .keyframe = $0.content { true } else { false } })
      let events = entries.compactMap { entry in
        if case .event(let event) = entry.content { (event, entry.sequence) } else { nil }
      }
      #expect(handed.map(\.0) == events.map(\.0))
      #expect(handed.map(\.1) == events.map(\.1))
    }
    #expect(seals.count == 1)
  }

  @Test("what it wrote is gone on with from a keyframe as if it had never been left")
  func isRevived() throws {
    _ = try record(threads: 2, into: try journal("r"))
    let journal = try Journal.open(path: path + "r")
    let recording = try Recording(journal, branch: journal.branch())
    var run = AttendedPerformance(
      Performance(scenario: scenario, script: script), moderator: .approve)
    var snapshot = Snapshot(scenario: scenario)
    for moment in [30_000, 80_000, 150_000] {
      for event in run.advance(to: moment) { snapshot.apply(event) }
      snapshot.now = moment
      let show = try Show(reviving: recording, at: moment, told: true)
      #expect(show.snapshot == snapshot)
      #expect(show.computedFrom > 0)
    }
  }

  @Test("says once that nothing can be written any more, and hands nothing on that is not")
  func fails() throws {
    let journal = try journal("f")
    var run = Shards(scenario: scenario, script: script, moderator: .none, threads: 1)
    var recorder = Recorder(journal: journal, wantsEvents: true)
    recorder.take(run.advance(to: 50_000), of: run)
    try FileManager.default.removeItem(atPath: path + "f")
    var handed = 0
    #expect(throws: JournalError.self) { try recorder.finish { _, _ in handed += 1 } }
    #expect(handed == 0)
  }
}
