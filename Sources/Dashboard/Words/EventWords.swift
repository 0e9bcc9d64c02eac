import Canvas
import Catalogue
import Distribution

/// An event as a line of the ticker.
struct EventWords {
  /// A few words: `1.060 push`.
  let brief: [Piece]
  /// The reason in numbers, where there is one.
  let reason: String

  init(_ event: Event, in view: View) {
    switch event.what {
    case .uploaded(let facts):
      self.init(.muted("posted"), reason: Figures.count(facts.followers, "follower"))
    case .reviewed(let review): self.init(review)
    case .caseOpened(let facts):
      self.init(
        Piece("◆ to desk", .doubt),
        reason: "\(Figures.chance(facts.probability)) likely \(facts.policy.label)")
    case .decided(let decision):
      self.init(
        decision.allowed ? Piece("✓ allowed", .push) : Piece("✕ removed", .breach),
        reason: "\(decision.reason), by \(decision.moderator) after \(Lapse.words(decision.waited))"
      )
    case .assessed(let verdict): self.init(verdict)
    case .crossPosted(let posting):
      let place =
        view.snapshot.platforms.indices.contains(posting.to.platform)
        ? view.snapshot.platforms[posting.to.platform].name : "?"
      self.init(
        .plain("→ \(place)"),
        reason: "posted there \(view.time(posting.due).short), gate "
          + "\(posting.gate) passed")
    case .settingChanged(let change): self.init(change)
    case .published, .waveStarted, .delivered: self.init(.muted("shown"))
    }
  }

  private init(_ piece: Piece, reason: String = "") { self.init([piece], reason: reason) }

  private init(_ brief: [Piece], reason: String) {
    self.brief = brief
    self.reason = reason
  }

  private init(_ review: Review) {
    switch review.verdict {
    case .allow:
      self.init(
        [Piece("✓", .push), .muted(" review")],
        reason: "\(Figures.chance(review.probability)) likely illegal")
    case .doubt:
      self.init(
        Piece("in doubt " + Figures.share(review.probability), .doubt),
        reason: review.policy?.label ?? "")
    case .remove:
      self.init(
        Piece("✕ removed " + Figures.share(review.probability), .breach),
        reason: review.policy?.label ?? "")
    }
  }

  private init(_ a: Assessment) {
    let score = a.score.fixed(2)
    let mark = a.action == .stop ? Piece("■", .stop) : Piece("▲", .push)
    let what = a.action == .stop ? "stop" : "push"
    switch a.ground {
    case .audienceExhausted: brief = [mark, .plain(" seen by all")]
    case .kpi(let kpi): brief = [mark, .plain(" " + kpi.label)]
    case .score: brief = [mark, .plain(" \(score) \(what)")]
    }
    reason = Why.sentence(a, .brief).map(\.text).joined()
  }

  private init(_ change: SettingChange) {
    let words = SettingWords(key: change.key)
    let isBar = words.short.hasPrefix("bar")
    brief = [
      Piece(
        "\(words.short) \(words.text(change.from)) → \(words.text(change.to))",
        isBar ? .bar : .text)
    ]
    reason = "set by hand"
  }
}

/// A setting's dotted key as people read it.
struct SettingWords {
  /// The words on its slider.
  let label: String
  /// As few as say it: `bar`.
  let short: String
  private let setting: Setting?

  init(key: String) {
    switch SettingKey(key) {
    case .platform(_, let found):
      (label, short) = (found.label, found.id.split(separator: "-").joined(separator: " "))
      setting = found
    case .rule(_, let rule): (label, short, setting) = ("rule \(rule.rawValue)", "rule", nil)
    case .doubtFrom: (label, short, setting) = ("desk decides from", "desk from", nil)
    case .removeFrom: (label, short, setting) = ("removed from", "removed from", nil)
    case nil: (label, short, setting) = (key, key, nil)
    }
  }

  /// A value as people read it.
  func text(_ value: Double) -> String {
    setting?.text(value) ?? Figures.threshold(value)
  }
}
