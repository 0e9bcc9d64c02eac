import Catalogue
import Dashboard

@testable import Distribution

extension SampleRun {
  /// The drawing's moment with a forecast of the star.
  func sceneWithOutlook() -> Scene {
    var scene = scene(at: Self.ninthWave)
    scene.outlook = Outlook(
      video: Self.beeBike, views: ViewsRange(low: 690_000, median: 720_000, high: 750_000, runs: 40)
    )
    return scene
  }

  /// A scene with the answer to a draft.
  func scene(answering changes: [DraftChange]) -> Scene {
    var scene = scene(at: Self.ninthWave)
    let curve = scene.snapshot[Self.beeBike]?.curve ?? []
    let draft = curve.filter { $0.views < 430_000 }
    scene.whatIf = WhatIf(
      question: WhatIf.Question(changes: changes, video: Self.beeBike),
      video: [
        Ending(views: 720_412, wave: 9, curve: curve),
        Ending(views: 430_080, wave: 8, curve: draft),
      ],
      otherSeeds: [
        ViewsRange(low: 410_000, median: 703_000, high: 1_180_000, runs: 40),
        ViewsRange(low: 260_000, median: 418_000, high: 640_000, runs: 40),
      ],
      catalogue: [
        CatalogueRow(name: "median views", now: 298, draft: 269, target: 250...500),
        CatalogueRow(
          name: "1 in 10 passes, views", now: 4_300, draft: 2_400, target: 3_000...10_000),
        CatalogueRow(
          name: "1 in 100 passes, views", now: 49_900, draft: 27_300, target: 40_000...80_000),
        CatalogueRow(name: "never leave the first wave", now: 0.53, draft: 0.61, target: 0.4...0.6),
        CatalogueRow(name: "top 1 % of videos hold", now: 0.48, draft: 0.47, target: 0.35...0.7),
        CatalogueRow(name: "Gini of views", now: 0.87, draft: 0.83, target: 0.8...0.95),
        CatalogueRow(
          name: "posting hour explains, R² of log views", now: 0.002, draft: 0.003,
          target: 0...0.005),
        CatalogueRow(name: "best over worst hour", now: 1.12, draft: 1.14, target: 1...1.35),
      ])
    return scene
  }

  /// A scene with a fork that left at the seventh gate under a higher bar.
  func sceneWithFork() -> Scene {
    var scene = scene(at: Self.ninthWave)
    var fork = Snapshot(scenario: scenario)
    for event in events where event.at <= 145_000 { fork.apply(event) }
    fork.apply(
      Event(
        at: 91_440,
        what: .settingChanged(
          SettingChange(key: "platform.for-you.bar", from: 1.05, to: 1.1))))
    let star = fork[Self.beeBike]
    if var last = star?.assessment {
      last.action = .stop
      last.wave = 8
      fork.apply(Event(at: 150_000, video: Self.beeBike, what: .assessed(last)))
    }
    fork.now = Self.ninthWave
    scene.fork = Fork(from: 91_440, label: "bar 1.05 → 1.10", snapshot: fork)
    return scene
  }
}
