import Audience
import Canvas
import Catalogue
import Dashboard
import Testing

@testable import Distribution

@Suite("Every frame keeps its shape")
struct LayoutTests {
  private static let widths = [
    0, 1, 7, 20, 43, 44, 59, 60, 71, 72, 99, 100, 107, 108, 169, 170, 300,
  ]
  private static let heights = [0, 1, 2, 5, 9, 12, 17, 18, 20, 24, 29, 30, 40, 100]
  private static let scenes: [Scene] = [
    Sample.scene, HostileRun.scene, Scene(snapshot: Snapshot(scenario: Sample.run.scenario)),
  ]

  @Test("at any size, whatever uploaders wrote", arguments: Screen.allCases)
  func sizes(_ screen: Screen) {
    for scene in Self.scenes {
      for width in Self.widths {
        for height in Self.heights {
          let size = Size(width, height)
          let canvas = Dashboard(screen: screen, size: size).draw(scene, size: size)
          #expect(canvas.size == size)
          expectFrames(canvas, "\(screen) \(width)x\(height)")
        }
      }
    }
  }

  @Test(
    "with anything over it",
    arguments: ["?", ":", "g", "↵", "v", "N", "y", "2r", "3e5", "/a", "gstop", "t", "k"])
  func overlays(_ keys: String) {
    for scene in Self.scenes {
      var driver = Driver(scene)
      driver.press(keys)
      for width in [0, 3, 20, 60, 120, 300] {
        for height in [0, 1, 5, 18, 40, 100] {
          let size = Size(width, height)
          #expect(driver.dashboard.draw(scene, size: size).size == size)
        }
      }
    }
  }

  @Test("whatever keys are pressed", arguments: 0..<12)
  func keys(_ seed: UInt64) {
    var random = Steps(state: seed)
    var driver = Driver(Self.scenes[Int(seed) % Self.scenes.count], size: Size(80, 24))
    let keys: [Key] =
      Array("1234 [].,npg?:qvluoO/sb+-fFxyNrh<>0yx{}#RtmMkad").map(Key.character) + [
        .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .enter, .escape, .tab,
        .backTab, .backspace, .delete, .control("c"), .control("s"), .control("u"), .function(5),
      ]
    for _ in 0..<80 {
      driver.press(keys[random.next(below: keys.count)])
      _ = driver.dashboard.update(
        .mouse(.press, x: random.next(below: 90), y: random.next(below: 30)), scene: driver.scene)
      let size = Size(random.next(below: 140), random.next(below: 50))
      #expect(driver.dashboard.draw(driver.scene, size: size).size == size)
    }
  }

  @Test("and one scene gives one frame")
  func pure() {
    let dashboard = Dashboard()
    let size = Size(120, 40)
    #expect(dashboard.draw(Sample.scene, size: size) == dashboard.draw(Sample.scene, size: size))
  }

  private func isLine(_ cell: Cell) -> Bool { [.border, .focus].contains(cell.style.role) }
  private func isCorner(_ cell: Cell) -> Bool { cell.glyph == "┌" && isLine(cell) }

  /// Every corner of a frame has its line down, and its line across.
  private func expectFrames(_ canvas: Canvas, _ comment: String) {
    let down: Set<String> = ["│", "├", "┤", "┼"]
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width where isCorner(canvas[x, y]) {
        var below = y + 1
        while down.contains(canvas[x, below].glyph) { below += 1 }
        #expect(canvas[x, below].glyph == "└", "\(comment): left side at \(x), \(y)")
        var right = x + 1
        while right < canvas.size.width,
          (canvas[right, y].glyph != "┐" || !isLine(canvas[right, y]))
        { right += 1 }
        #expect(canvas[right, y].glyph == "┐", "\(comment): top at \(x), \(y)")
        below = y + 1
        while down.contains(canvas[right, below].glyph) { below += 1 }
        #expect(canvas[right, below].glyph == "┘", "\(comment): right side at \(right), \(y)")
      }
    }
  }
}

/// Numbers that look random and are the same in every run.
struct Steps {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return limit > 0 ? Int((state >> 33) % UInt64(limit)) : 0
  }
}

/// A run whose every text is meant to break a screen, and whose numbers are out of all proportion.
enum HostileRun {
  static let texts = [
    "綿100% 日本語のとても長いキャプション、全部幅が二", "👩‍💻👨‍👩‍👧‍👦🇧🇪🇧🇪 e\u{301}\u{302}\u{303}\u{304}\u{305}",
    "\u{1B}[2J\u{1B}]0;x\u{7}\r\n\t\u{8}\u{202E}txt.exe",
    String(repeating: "\u{300}", count: 20_000), "a\u{200B}b\u{FEFF}c\u{E0041}d", "",
    String(repeating: "nospaces", count: 900), "└┐┌│─", "\u{0}\u{0}\u{FFFF}",
  ]

  static let scene: Scene = {
    var run = SampleRun()
    for (index, text) in texts.enumerated() { add(text, 100 + index, to: &run) }
    var scene = run.scene(at: SampleRun.ninthWave)
    scene.notice = Notice(texts[2], isError: true)
    scene.speed = .max
    return scene
  }()

  private static func add(_ text: String, _ number: Int, to run: inout SampleRun) {
    let id = VideoID(upload: number, platform: 0)
    let upload = Upload(
      id: text.isEmpty ? "x" : text, creator: text, platform: "for-you", caption: text,
      transcript: text, onScreenText: text, hashtags: [text], sound: text, duration: 1e9)
    let reading = Reading(
      policies: [PolicyProbability(.drugs, 0.5)], topics: [],
      policyEvidence: [
        Evidence(field: .caption, text: text, start: -5, end: .max, weight: .nan, about: text)
      ])
    run.add(
      Event(
        at: 0, video: id,
        what: .uploaded(Submission(upload: upload, followers: .max, reading: reading))))
    if number % 2 == 0 {
      run.add(
        Event(
          at: 0, video: id,
          what: .caseOpened(CaseFacts(policy: .drugs, probability: .nan, due: .min))))
      return
    }
    run.add(
      Event(
        at: 1, video: id,
        what: .published(Publication(followersReached: .max, socialGraphOnlyViews: .max))))
    run.add(
      Event(
        at: 2, video: id, what: .waveStarted(WaveStart(number: 1, size: .max, gate: .max))))
    var progress = Progress()
    progress.forYou = 1 << 61
    progress.wave = 1
    run.add(Event(at: 3, video: id, what: .delivered(progress)))
    let a = Assessment(
      action: .hold, ground: .score, wave: 1, atGate: false, depth: .max, tally: Tally(),
      kpis: KPIValues(measured: [], reference: [], weights: []), score: .nan, error: .infinity,
      bar: .nan, sure: .nan, needed: .nan, rule: .bayes)
    run.add(Event(at: 4, video: id, what: .assessed(a)))
  }
}
