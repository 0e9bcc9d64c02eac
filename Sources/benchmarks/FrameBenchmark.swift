import Canvas
import Catalogue
import Dashboard
import Distribution

/// Frames of Spread at 120 × 40 while the bee-bike spreads, ten minutes of the world from one to
/// the next: the time to draw one, and what changes from one to the next.
struct FrameBenchmark {
  static let size = Size(120, 40)
  static let frames = 60

  /// Milliseconds a frame and bytes a frame.
  func lines() throws -> [Line] {
    guard let scenario = try BuiltInScenarios.named("bee-bike")?.scenario(),
      let theme = try ShippedThemes.theme(named: "hive-dark")
    else { return [] }
    var world = WatchedWorld(scenario)
    let dashboard = Dashboard(size: Self.size)
    var times: [Double] = []
    var bytes: [Double] = []
    var last: Canvas?
    for frame in 0..<Self.frames {
      try world.advance(to: 36_000 + frame * Engine.grid)
      let scene = Scene(
        snapshot: world.snapshot, isPaused: false, speed: 600, furthest: world.snapshot.now)
      var canvas = Canvas(Self.size)
      times.append(Stopwatch.measure { canvas = dashboard.draw(scene, size: Self.size) })
      if let last {
        bytes.append(Double(canvas.update(from: last, theme: theme, depth: .indexed256)))
      }
      last = canvas
    }
    return [
      Line(
        name: "a frame at 120 × 40, drawing", unit: "ms", value: Spread(times.map { $0 / 1e6 }),
        ratio: nil, note: "Spread, ten minutes of the bee-bike a frame; budget 10 (1 % at 1 Hz)"),
      Line(
        name: "  what changes from one to the next", unit: "B", value: Spread(bytes), ratio: nil,
        note: "cursor moves, colours and text of the changed cells; budget 2,000"),
    ]
  }
}

/// A run and its picture, without a clock.
private struct WatchedWorld {
  private var engine: Engine
  private(set) var snapshot: Snapshot
  private var script: ArraySlice<StagedUpload>

  /// The named uploads of a scenario, recognised as what they are.
  init(_ scenario: Scenario) {
    engine = Engine(scenario: scenario)
    snapshot = Snapshot(scenario: scenario)
    script =
      scenario.uploads.enumerated()
      .map { number, upload in
        let followers = scenario.creators.first { $0.id == upload.creator }?.followers ?? 0
        let reading = upload.pinnedReading ?? Reading(topics: upload.truth?.topics ?? [])
        return StagedUpload(
          upload: upload, reading: reading, followers: followers, number: number)
      }
      .sorted { $0.upload.postedAt < $1.upload.postedAt }[...]
  }

  mutating func advance(to moment: Moment) throws {
    while let next = script.first, next.upload.postedAt <= moment {
      script.removeFirst()
      show(try engine.advance(to: next.upload.postedAt))
      show(try engine.perform(next.command))
    }
    show(try engine.advance(to: moment))
    snapshot.now = moment
  }

  private mutating func show(_ events: [Event]) {
    for event in events { snapshot.apply(event) }
  }
}

extension Canvas {
  /// The bytes that turn an earlier frame of the same size into this one: for every stretch of
  /// changed cells a move of the cursor, the colours where they change, and the text.
  fileprivate func update(from earlier: Canvas, theme: Theme, depth: ColorDepth) -> Int {
    var looks = LookCache(theme: theme, depth: depth)
    var look: Look?
    var bytes = 0
    for y in 0..<size.height {
      var follows = false
      for (new, old) in zip(row(y), earlier.row(y)) {
        guard new != old else {
          follows = false
          continue
        }
        if !follows { bytes += 8 }
        follows = true
        let next = looks.look(of: new.style)
        if next != look { bytes += SGR.sequence(for: next).utf8.count }
        look = next
        bytes += new.glyph.utf8.count
      }
    }
    return bytes
  }
}
