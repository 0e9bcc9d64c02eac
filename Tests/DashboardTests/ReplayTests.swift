import Canvas
import Catalogue
import Dashboard
import Distribution
import Testing

@Suite("Replay, search and kept forks")
struct ReplayTests {
  private static func replay(at moment: Moment = 100_000) -> Scene {
    var scene = Sample.run.scene(at: moment, furthest: SampleRun.end, isPaused: true)
    scene.record = SampleRun.record(isReplay: true)
    scene.canChange = false
    return scene
  }

  @Test("the header says REPLAY and the file's name; a live run names its file where there is room")
  func header() {
    #expect(Driver(Self.replay()).row(0).contains("REPLAY ‖ paused"))
    #expect(Driver(Self.replay(), size: Size(200, 60)).row(0).contains("bee-bike-17.waggle"))
    #expect(Driver(Self.replay(), size: Size(60, 18)).row(0).contains("REPLAY"))
    var live = Self.replay()
    live.record = SampleRun.record(isReplay: false)
    #expect(!Driver(live, size: Size(200, 60)).row(0).contains("REPLAY"))
    #expect(Driver(live, size: Size(200, 60)).row(0).contains("bee-bike-17.waggle"))
  }

  @Test("its panes are the live run's, cell for cell", arguments: Screen.allCases)
  func same(_ screen: Screen) {
    for size in [Size(60, 18), Size(80, 24), Size(120, 40), Size(200, 60)] {
      for moment in stride(from: 10_000, to: 300_000, by: 60_000) {
        let live = Driver(
          Sample.run.scene(at: moment, isPaused: true), screen: screen, size: size)
        let replay = Driver(Self.replay(at: moment), screen: screen, size: size)
        // The header, the timeline below it, the bar and the footer may differ.
        for row in 2..<size.height - 2 {
          #expect(live.row(row) == replay.row(row), "\(screen) \(size) \(moment) row \(row)")
        }
      }
    }
  }

  @Test("R plays backwards, and forwards again")
  func backwards() {
    var driver = Driver()
    driver.press("R")
    #expect(driver.sent == [.setBackward(true)])
    driver.scene.isBackward = true
    #expect(driver.row(0).contains("◀ ×600"))
    #expect(driver.press("R") == [.setBackward(false)])
  }

  @Test("a search jumps to what happened, and m and M go on from match to match")
  func search() {
    var driver = Driver(Self.replay(at: 0))
    driver.press("gbee-bike wave 3")
    #expect(driver.text.contains("wave 3 ended, push"))
    driver.press("⌫⌫⌫⌫⌫⌫⌫↵")
    guard case .seek(let first)? = driver.sent.last else {
      Issue.record("no seek")
      return
    }
    #expect(driver.scene.marks.contains { $0.at == first && $0.video == SampleRun.beeBike })
    driver.scene = Self.replay(at: first)
    guard case .seek(let second)? = driver.press("m").last else {
      Issue.record("no next match")
      return
    }
    #expect(second > first)
    driver.scene = Self.replay(at: second)
    #expect(driver.press("M") == [.seek(first)])
    #expect(driver.text.contains("match 1 of"))
  }

  @Test("a number in a search is found whole, and the arrows choose a match")
  func numbers() {
    var driver = Driver(Self.replay(at: 0))
    driver.press("gpush 3")
    #expect(!driver.text.contains("wave 33"))
    driver.press("⌫⌫⌫⌫⌫⌫stop")
    let stops = driver.scene.marks.filter { $0.kind == .stop }
    driver.press("↑↓↵")
    #expect(driver.sent == [.seek(stops[1].at)])
  }

  @Test("uploads that are posted later are found by name, and a pasted word is searched for")
  func later() {
    var driver = Driver(Self.replay(at: 0))
    #expect(!driver.scene.snapshot.videos.contains { $0.upload.id == "boxer-pup" })
    for mark in driver.scene.marks.indices {
      let name = Sample.run.snapshot(at: SampleRun.end)[driver.scene.marks[mark].video]?.upload.id
      guard name == "boxer-pup" else { continue }
      var posted = driver.scene.marks[mark]
      (posted.kind, posted.detail) = (.posted, "boxer-pup")
      driver.scene.marks.insert(posted, at: mark)
      break
    }
    driver.press("g")
    _ = driver.dashboard.update(.paste("boxer-pup push"), scene: driver.scene)
    #expect(driver.text.contains("boxer-pup"))
    #expect(driver.text.contains("ended, push"))
  }

  @Test("m pressed faster than scenes come goes on from match to match")
  func hasty() {
    var driver = Driver(Self.replay(at: 0))
    driver.press("gstop↵mm")
    let stops = driver.scene.marks.filter { $0.kind == .stop }.map { Intent.seek($0.at) }
    #expect(driver.sent == Array(stops.prefix(3)))
  }

  @Test("says so where nothing is found")
  func nothing() {
    var driver = Driver()
    driver.press("gno such thing↵")
    #expect(driver.sent.isEmpty)
    #expect(driver.text.contains("nothing that happened"))
    driver.press("⎋m")
    #expect(driver.text.contains("nothing was searched for"))
  }

  @Test("the bar is scrubbed with the arrows, faster than scenes come, and other keys still work")
  func scrub() {
    var driver = Driver(Self.replay(), screen: .moderate)
    driver.press("t→→")
    let cell = SampleRun.end / 90
    #expect(driver.sent == [.seek(100_000 + cell), .seek(100_000 + 2 * cell)])
    driver.press(" ⇱⇲↵")
    #expect(
      driver.sent.suffix(3) == [.setPaused(false), .seek(0), .seek(SampleRun.end)])
    driver.press("t")
    driver.sent = []
    let bar = driver.size.height - 2
    let asked = driver.dashboard.update(.mouse(.press, x: 60, y: bar), scene: driver.scene)
    guard case .seek(let moment)? = asked.first else {
      Issue.record("no seek")
      return
    }
    #expect((150_000...250_000).contains(moment))
  }

  @Test(
    "the bar follows the mouse while its button is held, within its ends, and nothing else does")
  func drag() {
    var driver = Driver(Self.replay())
    func move(_ action: MouseAction, _ x: Int, _ y: Int) -> [Intent] {
      driver.dashboard.update(.mouse(action, x: x, y: y), scene: driver.scene)
    }
    let bar = driver.size.height - 2
    #expect(move(.drag, 60, bar).isEmpty)
    #expect(move(.press, 60, bar).count == 1)
    #expect(move(.drag, 0, 3) == [.seek(0)])
    #expect(move(.drag, 119, 39) == [.seek(SampleRun.end)])
    #expect(move(.press, 8, 5).isEmpty)
    #expect(move(.drag, 60, bar).isEmpty)
  }

  @Test("the arrows up and down go from mark to mark")
  func marks() {
    var driver = Driver(Self.replay())
    let marks = driver.scene.marks.map(\.at)
    driver.press("t↓↑")
    #expect(driver.sent.first == marks.first { $0 > 100_000 }.map { .seek($0) })
    #expect(driver.sent.count == 2)
  }

  @Test("what was recorded stays: keys that would change it say so")
  func facts() {
    var driver = Driver(Self.replay())
    for key in ["+", "N"] {
      driver.press(key)
      #expect(driver.sent.isEmpty)
      #expect(driver.text.contains("f forks it"))
    }
    #expect(driver.press("f") == [.fork([])])
  }

  @Test("with a fork it says where decisions go, and a switches")
  func aim() {
    var driver = Driver(Sample.run.sceneWithFork())
    #expect(driver.text.contains("decisions and settings go to both"))
    #expect(driver.press("a") == [.steer(.fork)])
    driver.scene.steered = .fork
    #expect(driver.press("a") == [.steer(.both)])
    driver.scene.canChange = false
    driver.scene.steered = .both
    driver.press("↑")
    #expect(driver.text.contains("go to the fork alone"))
    #expect(driver.press("a").isEmpty)
  }

  @Test("kept forks are opened beside the run, closed, and deleted after one question")
  func branches() {
    var driver = Driver(Self.replay())
    driver.press("k")
    #expect(driver.text.contains("bar 1.05 → 1.10"))
    driver.press("d")
    #expect(driver.sent.isEmpty)
    driver.press("↓dn")
    #expect(driver.sent.isEmpty)
    driver.press("dy")
    #expect(driver.sent == [.deleteBranch(2)])
    driver.press("↓↵")
    #expect(driver.sent.last == .openBranch(3))
    #expect(driver.dashboard.screen == .compare)
    driver.scene.fork = Sample.run.sceneWithFork().fork
    #expect(driver.press("kc") == [.closeFork])
  }

  @Test("beyond a record's end nothing is gone to but its end, and the prompt says when that is")
  func beyond() {
    var driver = Driver(Self.replay())
    driver.press("g90d")
    #expect(driver.text.contains("the record ends at"))
    #expect(driver.press("↵") == [.seek(SampleRun.end)])
    #expect(driver.text.contains("The record ends at"))
    driver.press(":goto 90d↵")
    #expect(driver.sent.last == .seek(SampleRun.end))
    var live = Driver()
    live.press("g90d↵")
    #expect(live.sent == [.seek(90 * 86_400)])
  }

  @Test("a bare number in the prompt is said to be minutes")
  func bare() {
    var driver = Driver()
    driver.press("g3")
    #expect(driver.text.contains("a bare number is minutes"))
    driver.press("h")
    #expect(!driver.text.contains("a bare number is minutes"))
  }

  @Test("at a record's end n says so, and what goes on")
  func recordsEnd() {
    var driver = Driver(Self.replay(at: SampleRun.end))
    for key in ["n", ".", "→"] {
      #expect(driver.press(key).isEmpty)
      #expect(driver.text.contains("the record ends here; waggle resume goes on"), "\(key)")
    }
    driver.scene.isPaused = false
    #expect(driver.row(0).contains("■ end"))
  }

  @Test("paused, it says that time would run backwards, and that it stands still at the start")
  func stoppedBackwards() {
    var driver = Driver(Self.replay())
    driver.scene.isBackward = true
    #expect(driver.row(0).contains("‖ paused ◀"))
    #expect(driver.footer.contains("space go on ◀"))
    driver.scene = Self.replay(at: 0)
    (driver.scene.isBackward, driver.scene.isPaused) = (true, false)
    #expect(driver.row(0).contains("■ start ◀"))
    driver.press(" ")
    #expect(driver.sent.isEmpty)
    #expect(driver.text.contains("this is the start"))
  }

  @Test("a fork that has come and one that has gone say where they are kept")
  func kept() {
    var driver = Driver(Self.replay())
    let before = driver.scene
    driver.press("f")
    #expect(!driver.text.contains("Forked"))
    driver.scene.fork = Sample.run.sceneWithFork().fork
    #expect(driver.text.contains("It is not kept"))
    driver.scene.record?.branches[2].isShown = true
    #expect(driver.text.contains("kept as branch “fork 2” in bee-bike-17.waggle"))
    driver.press("F")
    #expect(driver.sent == [.fork([]), .closeFork])
    driver.scene = before
    #expect(driver.text.contains("kept as “fork 2”: k shows the kept ones"))
    driver.press("↓")
    #expect(!driver.text.contains("kept as"))
  }
}
