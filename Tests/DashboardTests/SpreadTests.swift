import Canvas
import Catalogue
import Dashboard
import Distribution
import Testing

@Suite("Spread")
struct SpreadTests {
  @Test("says why in one sentence, with how sure it is and how sure it had to be")
  func why() {
    #expect(Driver().text.contains("score 1.062 ± .008, bar 1.050: 97 % sure it is above"))
    var stopped = Driver()
    stopped.press("↓↓↓")
    #expect(stopped.text.contains("50 % needed"))
    #expect(stopped.text.contains("■ STOPPED"))
  }

  @Test("says so on every screen that the run is simulated", arguments: Screen.allCases)
  func simulated(_ screen: Screen) {
    #expect(Driver(screen: screen).row(0).contains("SIMULATED"))
    #expect(Driver(screen: screen, size: Size(60, 18)).row(0).contains("SIM"))
  }

  @Test("chooses a video with the arrows, and keeps it while the list is sorted anew")
  func choosing() {
    var driver = Driver()
    driver.press("↓↓")
    #expect(driver.row(2).contains("walibi-drop"))
    driver.press("s")
    #expect(driver.row(2).contains("walibi-drop"))
    driver.press("↑↑↑↑↑↑↑↑↑↑↑↑↑↑")
    driver.press("sss")
    #expect(driver.sent.isEmpty)
  }

  @Test("filters the list while words are typed, and shows all again on Esc")
  func filter() {
    var driver = Driver()
    driver.press("/boxer")
    #expect(driver.row(3).contains("boxer-pup"))
    #expect(driver.row(2).contains("by views 1/3"))
    driver.press("↵")
    #expect(driver.row(2).contains("Videos /boxer"))
    driver.press("⎋")
    #expect(driver.row(2).contains("/12"))
    driver.press("/no such words")
    #expect(driver.text.contains("no video matches"))
  }

  @Test("switches to the same video's other platform")
  func platform() {
    var driver = Driver()
    driver.press(">")
    #expect(driver.row(2).contains("Reels ‹2/2› For You"))
    #expect(driver.dashboard.chosen == VideoID(upload: 0, platform: 1))
    driver.press(">")
    #expect(driver.row(2).contains("For You ‹1/2› Reels"))
  }

  @Test("asks for time to go on, faster, by waves, minutes and decisions")
  func time() {
    var driver = Driver()
    driver.press(" ]")
    driver.scene.speed = 1_800
    driver.press("[→←.,np⇱")
    let star = SampleRun.beeBike
    #expect(
      driver.sent == [
        .setPaused(true), .setSpeed(1_800), .setSpeed(600), .step(.wave(star), forward: true),
        .step(.wave(star), forward: false), .step(.minute, forward: true),
        .step(.minute, forward: false), .step(.decision, forward: true),
        .step(.decision, forward: false), .seek(0),
      ])
    driver.press("⇲")
    #expect(driver.text.contains("this is the furthest moment"))
  }

  @Test("goes to a time that was typed: after the upload, of the day, of a wave")
  func goto() {
    for (words, moment) in [
      ("+12h", 234_000), ("-10m", 190_200), ("12h", 43_200), ("50%", 95_400), ("90m", 5_400),
      ("thu 08:00", 47_880),
      ("23:42", 18_000), ("wave 5", 47_160), ("start", 0), ("end", 190_800),
    ] {
      var driver = Driver()
      driver.press("g" + words + "↵")
      #expect(driver.sent == [.seek(moment)], "\(words)")
    }
    var driver = Driver()
    driver.press("gsoon↵")
    #expect(driver.sent.isEmpty)
    #expect(driver.text.contains("not a time"))
  }

  @Test("moves the bar of the score, or of a KPI, at once")
  func bars() {
    var driver = Driver()
    driver.press("+--")
    driver.press("b+")
    driver.press("bb-")
    #expect(
      driver.sent == [
        .apply([DraftChange(key: "platform.for-you.bar", value: 1.06)]),
        .apply([DraftChange(key: "platform.for-you.bar", value: 1.05)]),
        .apply([DraftChange(key: "platform.for-you.bar", value: 1.04)]),
        .apply([DraftChange(key: "platform.for-you.bar-viewing", value: 0.5)]),
      ])
    #expect(driver.text.contains("cannot go further"))
  }

  @Test("says when nothing more will happen, and how to go back")
  func over() {
    var driver = Driver()
    driver.scene.isOver = true
    #expect(driver.text.contains("Nothing more happens."))
    #expect(driver.row(0).contains("■ over"))
    driver.press("n")
    #expect(driver.sent.isEmpty)
    #expect(driver.text.contains("the run is over"))
  }

  @Test("on a run that is over, what would change nothing says so")
  func overChanges() {
    var driver = Driver()
    driver.scene.isOver = true
    for key in ["+", "f", " "] {
      driver.press(key)
      #expect(driver.sent.isEmpty, "\(key)")
      #expect(driver.text.contains("the run is over"), "\(key)")
    }
    #expect(!driver.footer.contains("space"))
  }

  @Test("y names the file of a recorded run, and the scenario's path and what it leaves out else")
  func command() {
    var driver = Driver()
    driver.scene.source = "my folder/bees.toml"
    driver.press("y")
    #expect(driver.text.contains("waggle frame 'my folder/bees.toml' --seed 7"))
    #expect(driver.text.contains("Not in it: 1 decision at the desk"))
    driver.scene.record = SampleRun.record(isReplay: false)
    #expect(!driver.text.contains("waggle replay"))
    driver.press("⎋y")
    #expect(driver.text.contains("waggle replay /tmp/bee-bike-17.waggle"))
    #expect(driver.text.contains("--at 2d5h"))
  }

  @Test("y names what was moved while it ran, however long ago")
  func moved() {
    var driver = Driver()
    for (count, key) in ["platform.for-you.bar", "review.doubt-from"].enumerated() {
      let change = SettingChange(key: key, from: 1, to: 1)
      driver.scene.snapshot.apply(Event(at: 60 * count, video: nil, what: .settingChanged(change)))
    }
    let video = driver.scene.snapshot.videos[0].id
    for second in 0..<300 {
      driver.scene.snapshot.apply(
        Event(
          at: 200_000 + second, video: video,
          what: .reviewed(Review(verdict: .allow, policy: nil, probability: 0, threshold: 1))))
    }
    #expect(!driver.scene.snapshot.ticker.contains { $0.video == nil })
    driver.press("y")
    let words = driver.text.split(separator: "\n").map { $0.filter { $0 != "│" } }
      .joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
    #expect(words.contains("platform.for-you.bar, review.doubt-from moved while it ran"))
  }

  @Test("the tabs stay where they are when a case comes")
  func tabs() {
    let empty = Driver(Sample.run.scene(at: 0, isPaused: true))
    let waiting = Driver()
    for letter: Character in ["T", "C"] {
      let places = [empty, waiting].map { Array($0.row(0)).firstIndex(of: letter) }
      #expect(places[0] != nil)
      #expect(places[0] == places[1])
    }
  }

  @Test("goes on from what was asked where keys come faster than scenes")
  func fast() {
    var driver = Driver()
    driver.press("]]]  ++")
    #expect(
      driver.sent == [
        .setSpeed(1_800), .setSpeed(3_600), .setSpeed(14_400), .setPaused(true), .setPaused(false),
        .apply([DraftChange(key: "platform.for-you.bar", value: 1.06)]),
        .apply([DraftChange(key: "platform.for-you.bar", value: 1.07)]),
      ])
    driver.scene.speed = 60
    #expect(driver.press("]") == [.setSpeed(300)])
  }

  @Test("opens the sum by hand, whose steps lead to the chance in the sentence")
  func sum() {
    var driver = Driver()
    driver.press("↵")
    #expect(driver.text.contains("The sum by hand: wave 9, between gates"))
    #expect(driver.text.contains("= 97 % sure that the true score reaches the bar"))
    driver.press("⇞")
    #expect(driver.text.contains("wave 1, at its end"))
    driver.press("⎋")
    #expect(!driver.text.contains("The sum by hand"))
  }

  @Test("gives the whole screen to one pane where there is no room for all")
  func panes() {
    var driver = Driver(size: Size(60, 18))
    var seen: Set<String> = []
    for _ in 0..<8 {
      driver.press("o")
      seen.insert(driver.row(4))
    }
    #expect(seen.count == 8)
    driver.press("o")
    #expect(driver.text.contains("o other panes"))
  }

  @Test("exports to a file name that no caption can spoil, and shows the exact command")
  func export() {
    var driver = Driver()
    driver.press("x")
    #expect(driver.sent == [.export(path: "waggle-spread-bee-bike-2d5h.svg")])
    driver.press("y")
    #expect(
      driver.text.contains(
        "waggle frame bee-bike --seed 7 --screen spread --at 2d5h --size 120x40"))
  }

  @Test("says where the scenario's path is not known to the command")
  func path() {
    var scenario = Sample.run.scenario
    scenario.name = "my own"
    var driver = Driver(Scene(snapshot: Snapshot(scenario: scenario)))
    driver.press("y")
    #expect(driver.text.contains("Put your scenario file's path in place of my own."))
    driver.scene.source = "runs/my own.toml"
    driver.press("⎋y")
    #expect(driver.text.contains("waggle frame 'runs/my own.toml' --seed 7"))
    #expect(!driver.text.contains("in place of"))
  }

  @Test("forks once, and forgets the fork")
  func fork() {
    var driver = Driver()
    driver.press("f")
    #expect(driver.sent == [.fork([])])
    var forked = Driver(Sample.run.sceneWithFork())
    forked.press("fF")
    #expect(forked.sent == [.closeFork])
  }

  @Test("takes a click on a tab, a row and the timeline")
  func mouse() {
    var driver = Driver()
    _ = driver.dashboard.update(.mouse(.press, x: 8, y: 5), scene: driver.scene)
    #expect(driver.row(2).contains("walibi-drop"))
    let seek = driver.dashboard.update(.mouse(.press, x: 60, y: 1), scene: driver.scene)
    guard case .seek(let moment)? = seek.first else {
      Issue.record("no seek")
      return
    }
    #expect(moment > 90_000 && moment < 150_000)
    _ = driver.dashboard.update(.mouse(.press, x: 50, y: 0), scene: driver.scene)
    #expect(driver.dashboard.screen == .compare)
  }
}
