import Canvas
import Catalogue
import Dashboard
import Distribution
import Testing

@Suite("Tune")
struct TuneTests {
  private let star = SampleRun.beeBike

  @Test("every move asks what would come of it, and nothing happens to the run")
  func asks() {
    var driver = Driver(screen: .tune)
    driver.press("→")
    let changes = [DraftChange(key: "platform.for-you.bar", value: 1.06)]
    #expect(driver.sent == [.ask(WhatIf.Question(changes: changes, video: star))])
    #expect(driver.text.contains("DRAFT, not applied: 1 change"))
    #expect(driver.text.contains("bar 1.05 → 1.06"))
  }

  @Test("a value is typed in the units that it is shown in")
  func types() {
    var driver = Driver(screen: .tune)
    driver.press("e1.1↵↓e45↵")
    #expect(
      driver.sent.last
        == .ask(
          WhatIf.Question(
            changes: [
              DraftChange(key: "platform.for-you.bar", value: 1.1),
              DraftChange(key: "platform.for-you.certainty-early", value: 0.45),
            ], video: star)))
    driver.press("e9999↵")
    #expect(driver.text.contains("1 % to 99 %"))
  }

  @Test("a digit opens its screen unless a value is being typed")
  func screens() {
    var driver = Driver(screen: .tune)
    driver.press("4")
    #expect(driver.dashboard.screen == .compare)
    driver.press("3e1 ")
    #expect(driver.dashboard.screen == .tune)
    #expect(driver.text.contains("A value is being typed"))
    #expect(driver.sent.isEmpty)
    driver.press("⎋1")
    #expect(driver.dashboard.screen == .spread)
    driver.press("3↵1.2↵")
    #expect(driver.text.contains("bar 1.05 → 1.20"))
    driver.press("e⇥")
    #expect(driver.dashboard.screen == .compare)
  }

  @Test("a drafted rule is written by name")
  func rule() {
    var driver = Driver(screen: .tune)
    let row = TuneTests.rows.firstIndex(of: "rule") ?? 0
    for _ in 0..<row { driver.press("↓") }
    driver.press("→")
    if !driver.text.contains("DRAFT") { driver.press("←") }
    driver.press("y")
    #expect(driver.text.contains("--set platform.for-you.rule="))
    #expect(!driver.text.contains("=1\n"))
  }

  /// The rows from top to bottom, the rule after the settings of its group.
  private static var rows: [String] {
    let push = Setting.all.filter { $0.group == .push }.map(\.id)
    return push + ["rule"]
  }

  @Test("Enter applies the draft once, Esc drops it, ⌫ puts one setting back")
  func applies() {
    var driver = Driver(screen: .tune)
    driver.press("→↵↵")
    let applied = driver.sent.filter { if case .apply = $0 { true } else { false } }
    #expect(applied == [.apply([DraftChange(key: "platform.for-you.bar", value: 1.06)])])
    driver.press("→⎋")
    #expect(driver.text.contains("Everything as in force"))
    driver.press("→↓→↑⌫")
    #expect(driver.text.contains("DRAFT, not applied: 1 change"))
    #expect(!driver.text.contains("bar 1.05 →"))
  }

  @Test("every setting, the rule and both thresholds of review can be moved")
  func every() {
    var driver = Driver(screen: .tune, size: Size(120, 60))
    var keys: Set<String> = []
    for _ in 0..<40 {
      for key in ["→", "←"] {
        for intent in driver.press(key) {
          if case .ask(let question) = intent { keys.formUnion(question.changes.map(\.key)) }
        }
        driver.press("⌫")
      }
      driver.press("↓")
    }
    for setting in Setting.all { #expect(keys.contains("platform.for-you.\(setting.id)")) }
    #expect(keys.contains("platform.for-you.rule.wilson"))
    #expect(keys.contains("review.doubt-from"))
    #expect(keys.contains("review.remove-from"))
    #expect(keys.allSatisfy { SettingKey($0) != nil })
  }

  @Test("thresholds of review are shown as they are set, and move by half a per cent")
  func thresholds() {
    var scene = Sample.run.scene(at: 30_500)
    scene.snapshot.apply(
      Event(
        at: 30_500,
        what: .settingChanged(SettingChange(key: "review.doubt-from", from: 0.12, to: 0.045))))
    var driver = Driver(scene, screen: .tune, size: Size(120, 60))
    #expect(driver.text.contains(" 4.5 %"))
    for _ in 0..<40 { driver.press("↓") }
    driver.press("↑→")
    #expect(driver.text.contains("desk from 4.5 % → 5 %"))
    driver.press("2")
    #expect(driver.text.contains("from 4.5 % on"))
  }

  @Test("an answer to another question is not shown")
  func stale() {
    let other = Sample.run.scene(answering: [DraftChange(key: "platform.for-you.bar", value: 1.5)])
    var driver = Driver(other, screen: .tune)
    driver.press("→")
    #expect(driver.text.contains("computing …"))
    #expect(!driver.text.contains("430K"))
    let right = Sample.run.scene(answering: [DraftChange(key: "platform.for-you.bar", value: 1.06)])
    driver.scene = right
    #expect(driver.text.contains("bee-bike stops at 430K, wave 8; now 720K, wave 9: −40 %."))
  }

  @Test("> shows the next platform's settings, and the draft is that platform's")
  func platforms() {
    var driver = Driver(screen: .tune)
    driver.press(">")
    #expect(driver.text.contains("Settings of Reels"))
    driver.press("→")
    #expect(
      driver.sent == [
        .ask(
          WhatIf.Question(
            changes: [DraftChange(key: "platform.reels.bar", value: 1.06)],
            video: VideoID(upload: 0, platform: 1)))
      ])
  }

  @Test("f forks under the draft, y shows the run under it")
  func forks() {
    var driver = Driver(screen: .tune)
    driver.press("→f")
    #expect(
      driver.sent.last == .fork([DraftChange(key: "platform.for-you.bar", value: 1.06)]))
    driver.press("y")
    #expect(driver.text.contains("waggle run bee-bike --seed 7 --set platform.for-you.bar=1.06"))
  }

  @Test("a fork takes the draft once it has come; one that is refused leaves it")
  func taken() {
    var refused = Driver(screen: .tune)
    refused.press("→f")
    #expect(refused.text.contains("DRAFT"))
    refused.scene.notice = Notice("the disk is full", isError: true)
    refused.press("↓")
    refused.scene.notice = nil
    #expect(refused.text.contains("DRAFT"))
    var driver = Driver(screen: .tune)
    driver.press("→f")
    driver.scene.fork = Sample.run.sceneWithFork().fork
    #expect(!driver.text.contains("DRAFT"))
    #expect(driver.text.contains("Forked at"))
    #expect(!driver.text.contains("Nothing has happened"))
    driver.press("↓")
    #expect(!driver.text.contains("DRAFT"))
    #expect(!driver.text.contains("Forked at"))
  }
}
