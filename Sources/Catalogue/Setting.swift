/// One number a person may turn on a platform: its key, its range, and what it means.
///
/// Scenario files, `--set`, the sliders of Tune and the settings' documentation all come from
/// this list, so a setting cannot exist for one and not for another.
public struct Setting: Sendable, Identifiable {
  /// The key under `[platform.NAME]`, such as `bar`.
  public let id: String
  /// The words on a slider.
  public let label: String
  /// The heading it stands under.
  public let group: Group
  /// The lowest and highest value accepted.
  public let range: ClosedRange<Double>
  /// What one key press adds.
  public let step: Double
  /// How the value is written.
  public let unit: Unit
  /// One or two sentences: what more and less of it do.
  public let explanation: String
  private let path: any WritableKeyPath<PlatformSettings, Double> & Sendable

  /// The heading a setting stands under.
  public enum Group: String, Sendable, CaseIterable {
    /// When a wave is followed by a bigger one.
    case push = "PUSH"
    /// How big and how fast waves are.
    case waves = "WAVES"
    /// What counts how much.
    case score = "SCORE"
    /// Bars of single KPIs.
    case kpi = "KPI BARS"
  }

  /// How a value is written.
  public enum Unit: Sendable {
    /// A plain number with two decimals.
    case ratio
    /// A percentage of one.
    case percent
    /// A number of people.
    case people
    /// A factor, written `× 3.0`.
    case times
    /// Hours; 0 is off.
    case hours
  }

  /// The value in a platform's settings.
  public func value(in settings: PlatformSettings) -> Double { settings[keyPath: path] }

  /// Puts a value, moved into the range, into a platform's settings.
  public func set(_ value: Double, in settings: inout PlatformSettings) {
    settings[keyPath: path] = min(max(value, range.lowerBound), range.upperBound)
  }

  /// The value of the default settings.
  public var standard: Double { value(in: PlatformSettings()) }

  /// The value as people read it, such as `35 %` or `× 3.0`.
  public func text(_ value: Double) -> String {
    switch unit {
    case .ratio: value.fixed(2)
    case .percent: (value * 100).fixed(step < 0.01 ? 1 : 0) + " %"
    case .people: value.fixed(0)
    case .times: "× " + value.fixed(1)
    case .hours: value == 0 ? "off" : value.fixed(0) + " h"
    }
  }

  /// The setting with a key, or nil.
  public static func named(_ id: String) -> Setting? { all.first { $0.id == id } }

  /// Every setting, in the order of Tune.
  public static let all: [Setting] = [
    Setting(
      id: "bar", label: "bar, × median video", group: .push, range: 0.5...2, step: 0.01,
      unit: .ratio,
      explanation: """
        The score a wave must reach. 1.00 is the median video among the 200 who like such content \
        most. Higher: fewer videos spread; more good ones stop early by bad luck.
        """,
      path: \.bar),
    Setting(
      id: "certainty-early", label: "certainty, waves 1–2", group: .push, range: 0.01...0.99,
      step: 0.05, unit: .percent,
      explanation: """
        How sure the platform must be that the bar is reached after waves 1 and 2. An early wrong \
        push costs a few hundred views, so it may be low.
        """,
      path: \.certaintyEarly),
    Setting(
      id: "certainty-middle", label: "certainty, from wave 3", group: .push, range: 0.01...0.99,
      step: 0.05, unit: .percent,
      explanation: "How sure the platform must be from gate 3 up to 100,000 views.",
      path: \.certaintyMiddle),
    Setting(
      id: "certainty-late", label: "certainty, 100K views on", group: .push, range: 0.01...0.99,
      step: 0.05, unit: .percent,
      explanation: """
        How sure the platform must be above 100,000 views, where a wrong push costs hundreds of \
        thousands of views.
        """,
      path: \.certaintyLate),
    Setting(
      id: "stop-below", label: "stop below, between gates", group: .push, range: 0...0.5,
      step: 0.01, unit: .percent,
      explanation: """
        From wave 3 on the push is checked whenever views have grown by a sixteenth. It stops when \
        the chance that the bar is reached is below this. 0 checks at gates alone.
        """,
      path: \.stopBelow),
    Setting(
      id: "window", label: "judged on the last part", group: .push, range: 0.05...1, step: 0.05,
      unit: .percent,
      explanation: """
        The latest part of a wave that a check between gates looks at, at least 200 views. Smaller \
        notices sooner that people lose interest, and errs more often.
        """,
      path: \.window),
    Setting(
      id: "prior", label: "prior, spread of videos", group: .push, range: 0.02...2, step: 0.02,
      unit: .ratio,
      explanation: """
        Rule bayes knows that most videos are near the median: log scores are spread this widely. \
        Smaller: a surprising first wave is believed less.
        """,
      path: \.priorSpread),
    Setting(
      id: "freshness", label: "freshness, half-life", group: .push, range: 0...720, step: 12,
      unit: .hours,
      explanation: """
        A video's score halves in this time when it is compared with the bar. Off: gates count \
        people, never hours.
        """,
      path: \.freshness),
    Setting(
      id: "first-wave", label: "first wave", group: .waves, range: 20...10_000, step: 20,
      unit: .people,
      explanation: """
        How many people see a video first. More: fewer wrong decisions, and a dearer try for every \
        weak video.
        """,
      path: \.firstWave),
    Setting(
      id: "growth", label: "growth, whole audience", group: .waves, range: 1.2...10, step: 0.1,
      unit: .times,
      explanation: "Each gate lies at this many times the views of the gate before.",
      path: \.growth),
    Setting(
      id: "wave-hours", label: "hours a wave takes", group: .waves, range: 0.5...48, step: 0.5,
      unit: .hours,
      explanation: """
        Hours of average activity in which a wave of any size is shown; at night it takes longer. \
        It moves when a video spreads, not how far.
        """,
      path: \.waveHours),
    Setting(
      id: "weight-viewing", label: "viewing time", group: .score, range: 0...1, step: 0.05,
      unit: .ratio,
      explanation: """
        The weight of viewing time. With 200 people it is the only KPI that says much: every view \
        carries it.
        """,
      path: \.weightViewing),
    Setting(
      id: "weight-interaction", label: "interaction", group: .score, range: 0...1, step: 0.05,
      unit: .ratio,
      explanation: "The weight of likes, comments, forwards and saves together.",
      path: \.weightInteraction),
    Setting(
      id: "weight-click-through", label: "click-through, own videos", group: .score, range: 0...1,
      step: 0.05, unit: .ratio,
      explanation: "The weight of click-throughs to the creator's other videos.",
      path: \.weightClickThrough),
    Setting(
      id: "reference-interaction", label: "median interaction", group: .score,
      range: 0.001...0.5, step: 0.001, unit: .percent,
      explanation: "Interactions per view of the median video: what counts as 1.",
      path: \.referenceInteraction),
    Setting(
      id: "reference-click-through", label: "median click-through", group: .score,
      range: 0.0005...0.2, step: 0.0005, unit: .percent,
      explanation: "Click-throughs per view of the median video: what counts as 1.",
      path: \.referenceClickThrough),
    Setting(
      id: "bar-viewing", label: "bar of viewing time", group: .kpi, range: 0...2, step: 0.05,
      unit: .ratio,
      explanation:
        "The ratio to the median that viewing time alone must reach at a gate; 0 is off.",
      path: \.barViewing),
    Setting(
      id: "bar-interaction", label: "bar of interaction", group: .kpi, range: 0...2, step: 0.05,
      unit: .ratio,
      explanation: "The ratio to the median that interaction alone must reach at a gate; 0 is off.",
      path: \.barInteraction),
    Setting(
      id: "bar-click-through", label: "bar of click-through", group: .kpi, range: 0...2,
      step: 0.05, unit: .ratio,
      explanation:
        "The ratio to the median that click-throughs alone must reach at a gate; 0 is off.",
      path: \.barClickThrough),
  ]
}
