import Audience
import Canvas
import Catalogue
import Dashboard
import Distribution
import FoundationEssentials
import Journal
import Playback

/// A month of 2,000 videos in a journal: what recording costs the run, what it costs a frame, and
/// how long any of its moments takes to show.
struct JournalBenchmark {
  static let videos = 2_000
  static let days = 30
  static let size = Size(120, 40)

  private let scenario: Scenario
  private let script: [TimedCommand]

  init() {
    scenario = Scenario(
      name: "month", seed: 3, platforms: [Platform(id: "for-you", name: "For You")])
    let background = Background(
      perHour: Double(Self.videos) / Double(Self.days * 24), hours: Double(Self.days * 24),
      illegalShare: 0, platform: "for-you")
    script = BackgroundUploads(background, seed: 3).draw().map {
      TimedCommand(at: $0.upload.postedAt, command: $0.command)
    }
  }

  func lines() throws -> [Line] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "waggle-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var ratios: [Double] = []
    var costs: [Double] = []
    var path = ""
    for repeated in 0..<5 {
      path = folder.appending(path: "\(repeated).waggle").path
      let plain = Stopwatch.measure { _ = play { _, _ in } }
      let journal = try journal(at: path)
      let recorded = try Stopwatch.measure { try record(into: journal) }
      ratios.append(recorded / plain)
      costs.append((recorded - plain) / 1e6)
    }
    return try [
      Line(
        name: "recording \(script.count.grouped) videos of a month", unit: "ms",
        value: Spread(costs), ratio: Spread(ratios), note: "× the same run unrecorded; budget 1.30")
    ] + frameLines(path: folder.appending(path: "frames.waggle").path)
      + showingLines(path: path)
  }

  private func journal(at path: String) throws -> Journal {
    try Journal.create(
      path: path, about: About(scenario: scenario),
      plan: script.map { (at: $0.at, command: $0.command) })
  }

  /// Plays the month an hour at a time, as a run that nobody watches, and gives each hour's events.
  private func play(_ each: ([Event], Shards) throws -> Void) rethrows -> Shards {
    var run = Shards(scenario: scenario, script: script, moderator: .none, threads: 1)
    while let next = run.nextMoment {
      try each(run.advance(to: max(next, run.now + 3_600)), run)
    }
    return run
  }

  private func record(into journal: Journal) throws {
    var recorder = Recorder(journal: journal, wantsEvents: false)
    let run = try play { events, run in
      recorder.take(events, of: run)
      try recorder.write { _, _ in }
    }
    if let over = run.over { recorder.take(overAt: over) }
    try recorder.finish { _, _ in }
  }

  /// What the thread that runs the show pays for its journal between two frames.
  private func frameLines(path: String) throws -> [Line] {
    let journal = try journal(at: path)
    let branch = try journal.branch()
    let ledger = Ledger(journal)
    var plain = Show(scenario: scenario, script: script)
    var told = Show(scenario: scenario, script: script, told: 0)
    var costs: [Double] = []
    for frame in 1...(Self.days * 24 * 6) {
      let moment = frame * Engine.grid
      let without = Stopwatch.measureThread { plain.seek(to: moment) }
      let with = Stopwatch.measureThread {
        told.seek(to: moment)
        ledger.take(told.takeNews(), to: branch)
      }
      costs.append((with - without) / 1e6)
    }
    try ledger.write()
    return [
      Line(
        name: "  what it costs a frame of ten minutes", unit: "ms", value: Spread(costs),
        ratio: nil,
        note: "what is handed to the thread that writes; budget 1")
    ]
  }

  /// Any moment, from any other, with the drawing of it.
  private func showingLines(path: String) throws -> [Line] {
    let journal = try Journal.open(path: path)
    var recording: Recording?
    let opening = try Stopwatch.measure {
      recording = try Recording(journal, branch: journal.branch())
    }
    guard let recording else { return [] }
    var show = Show(recording)
    let dashboard = Dashboard(size: Self.size)
    let first = Stopwatch.measure { show.seek(to: recording.end) }
    var times: [Double] = []
    let key = DrawKey(seed: 5).sub("moment")
    for number in 0..<300 {
      let moment = Int(key.draw(UInt64(number)) % UInt64(recording.end))
      times.append(
        Stopwatch.measure {
          show.seek(to: moment)
          _ = dashboard.draw(
            Scene(snapshot: show.snapshot, furthest: show.furthest, marks: show.marks),
            size: Self.size)
        })
    }
    return [
      Line(
        name: "any moment of that journal, shown", unit: "ms",
        value: Spread(times.map { $0 / 1e6 }),
        ratio: nil, note: "300 random ones, \(recording.count.grouped) events; budget 50"),
      Line(
        name: "  opening it; going to its end first", unit: "ms",
        value: Spread([opening / 1e6, first / 1e6]), ratio: nil, note: "once"),
    ]
  }
}
