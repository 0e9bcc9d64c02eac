import Canvas
import Catalogue
import Distribution

/// The settings a person is moving, before they are applied.
struct TuneState: Sendable, Hashable {
  /// Values by dotted key; a rule's key ends in the rule's name.
  var draft: [String: Double] = [:]
  /// The chosen row among those that can be moved.
  var selected = 0
  /// The platform whose settings are shown; nil for the chosen video's.
  var platform: Int?

  /// The draft in the order of its keys.
  var changes: [DraftChange] {
    draft.sorted { $0.key < $1.key }.map { DraftChange(key: $0.key, value: $0.value) }
  }
}

/// A row of Tune that can be moved.
enum TuneRow: Hashable {
  case setting(String)
  case rule
  case doubtFrom
  case removeFrom

  /// Every row under its heading, in order.
  static let groups: [(heading: String, rows: [TuneRow])] =
    Setting.Group.allCases.map { group in
      let rows = Setting.all.filter { $0.group == group }.map { TuneRow.setting($0.id) }
      return (group.rawValue, group == .push ? rows + [.rule] : rows)
    } + [("REVIEW", [.doubtFrom, .removeFrom])]

  /// Every row.
  static let all = groups.flatMap(\.rows)
}

/// One slider: where it stands now, where the draft puts it, and how both are written.
struct Tunable {
  let row: TuneRow
  let platform: Platform
  let review: ReviewSettings
  let draft: [String: Double]

  var setting: Setting? {
    if case .setting(let id) = row { return Setting.named(id) }
    return nil
  }

  /// The dotted key; for the rule, that of the rule drafted.
  var key: String {
    switch row {
    case .setting(let id): "platform.\(platform.id).\(id)"
    case .rule: "platform.\(platform.id).rule.\(rule.rawValue)"
    case .doubtFrom: "review.doubt-from"
    case .removeFrom: "review.remove-from"
    }
  }

  /// The value in force.
  var now: Double {
    switch row {
    case .setting: setting?.value(in: platform.settings) ?? 0
    case .rule: Double(DecisionRule.allCases.firstIndex(of: platform.settings.rule) ?? 0)
    case .doubtFrom: review.doubtFrom
    case .removeFrom: review.removeFrom
    }
  }

  /// The value drafted, or the one in force.
  var value: Double {
    if row == .rule { return Double(DecisionRule.allCases.firstIndex(of: rule) ?? 0) }
    return draft[key] ?? now
  }

  /// The rule drafted, or the one in force.
  var rule: DecisionRule {
    DecisionRule.allCases.first { draft["platform.\(platform.id).rule.\($0.rawValue)"] != nil }
      ?? platform.settings.rule
  }

  var isDrafted: Bool { value != now }

  var range: ClosedRange<Double> {
    switch row {
    case .setting: setting?.range ?? 0...1
    case .rule: 0...Double(DecisionRule.allCases.count - 1)
    case .doubtFrom: 0...1
    case .removeFrom: 0.5...1.01
    }
  }

  var label: String {
    switch row {
    case .setting: setting?.label ?? ""
    case .rule: "rule"
    case .doubtFrom: "desk decides from"
    case .removeFrom: "removed without a person"
    }
  }

  var explanation: String {
    switch row {
    case .setting: setting?.explanation ?? ""
    case .rule:
      "How a wave is judged. point: the measured score must reach the bar. wilson: how sure the "
        + "wave alone makes us. bayes: the same, knowing how videos are spread."
    case .doubtFrom:
      "From this probability of being illegal on a person decides. Lower: more cases for the desk, "
        + "less that is illegal gets through."
    case .removeFrom:
      "From this probability on it is removed and no person looks. Off until its precision is "
        + "shown."
    }
  }

  /// A value as people read it.
  func text(_ value: Double) -> String {
    switch row {
    case .setting: return setting?.worded(value) ?? ""
    case .rule:
      let all = DecisionRule.allCases
      return all[min(max(0, Int(value)), all.count - 1)].rawValue
    case .doubtFrom, .removeFrom: return value > 1 ? "off" : (value * 100).fixed(0) + " %"
    }
  }

  /// The value so many steps further.
  func moved(_ steps: Int) -> Double {
    if let setting { return setting.moved(value, steps: steps) }
    let step = row == .rule ? 1 : 0.01
    let next = (((value / step).rounded() + Double(steps)) * step * 1e6).rounded() / 1e6
    return min(max(next, range.lowerBound), range.upperBound)
  }

  /// The value that a person typed, in the units that they read.
  func typed(_ text: String) -> Result<Double, Complaint> {
    guard row != .rule else { return .failure("← and → choose a rule") }
    guard let number = Double(text.hasPrefix(".") ? "0" + text : text) else {
      return .failure("not a number")
    }
    let isShare = row == .doubtFrom || row == .removeFrom
    let isPercent: Bool = if case .percent? = setting?.unit { true } else { isShare }
    let value = isPercent ? number / 100 : number
    guard range.contains(value) else {
      return .failure("\(self.text(range.lowerBound)) to \(self.text(range.upperBound))")
    }
    return .success(value)
  }
}

extension View {
  /// The platform whose settings Tune shows.
  var tunedPlatform: Platform? {
    let index = state.tune.platform ?? video?.id.platform ?? 0
    return snapshot.platforms.indices.contains(index)
      ? snapshot.platforms[index] : snapshot.platforms.first
  }

  /// A row of Tune.
  func tunable(_ row: TuneRow) -> Tunable? {
    tunedPlatform.map {
      Tunable(row: row, platform: $0, review: snapshot.review, draft: state.tune.draft)
    }
  }

  /// The chosen row of Tune.
  var chosenTunable: Tunable? {
    let all = TuneRow.all
    guard !all.isEmpty else { return nil }
    return tunable(all[min(max(0, state.tune.selected), all.count - 1)])
  }

  /// The chosen row's drafted value; nil where it is as now.
  var draftOfRow: Double? {
    chosenTunable.flatMap { $0.isDrafted ? $0.value : nil }
  }

  /// The answer to the present draft; nil while it is being computed.
  var answer: WhatIf? {
    guard let whatIf = scene.whatIf, whatIf.question.changes == state.tune.changes,
      whatIf.question.video == video?.id
    else { return nil }
    return whatIf
  }
}

extension Dashboard {
  /// Does what keys do on Tune.
  mutating func performTuning(_ action: Action, _ view: View) -> [Intent]? {
    switch action {
    case .settingUp: tune.selected = max(0, tune.selected - 1)
    case .settingDown: tune.selected = min(TuneRow.all.count - 1, tune.selected + 1)
    case .less: return moveSetting(view, -1)
    case .more: return moveSetting(view, 1)
    case .muchLess: return moveSetting(view, -5)
    case .muchMore: return moveSetting(view, 5)
    case .number: overlay = .number(TextField())
    case .now: return view.chosenTunable.map { draft($0, $0.now, view) } ?? []
    case .apply:
      let changes = tune.changes
      tune.draft = [:]
      reply = Notice("In force from now on: " + TuneWords.list(changes, view) + ".")
      return [.apply(changes)]
    case .dropDraft:
      tune.draft = [:]
      reply = Notice("The draft is dropped; nothing has happened to the run.")
    case .nextPlatform, .previousPlatform: tunePlatform(view, action == .nextPlatform ? 1 : -1)
    default: return nil
    }
    return []
  }

  private mutating func tunePlatform(_ view: View, _ step: Int) {
    let count = view.snapshot.platforms.count
    guard count > 0 else { return }
    let next = (tune.platform ?? view.video?.id.platform ?? 0) + step
    let index = next - next.floored(by: count) * count
    tune.platform = index
    if let post = view.siblings.first(where: { $0.id.platform == index }) { chosen = post.id }
  }

  private mutating func moveSetting(_ view: View, _ steps: Int) -> [Intent] {
    view.chosenTunable.map { draft($0, $0.moved(steps), view) } ?? []
  }

  /// Puts a value into the draft and asks what would come of it.
  mutating func draft(_ tunable: Tunable, _ value: Double, _ view: View) -> [Intent] {
    let before = tune.draft
    if tunable.row == .rule {
      let prefix = "platform.\(tunable.platform.id).rule."
      for rule in DecisionRule.allCases { tune.draft[prefix + rule.rawValue] = nil }
      let all = DecisionRule.allCases
      let rule = all[min(max(0, Int(value)), all.count - 1)]
      if rule != tunable.platform.settings.rule { tune.draft[prefix + rule.rawValue] = 1 }
    } else {
      tune.draft[tunable.key] = value == tunable.now ? nil : value
    }
    guard tune.draft != before, !tune.draft.isEmpty, let video = view.video else { return [] }
    return [.ask(WhatIf.Question(changes: tune.changes, video: video.id))]
  }

  /// Digits on Tune begin a value.
  mutating func beginTyping(_ key: Key) -> [Intent]? {
    guard screen == .tune, case .character(let character) = key,
      "0123456789.".contains(character)
    else { return nil }
    overlay = .number(TextField(String(character)))
    return []
  }

  /// Takes a key while a value is being typed.
  mutating func press(_ key: Key, number field: TextField, _ scene: Scene) -> [Intent] {
    var field = field
    let view = View(scene, self)
    switch key {
    case .tab, .backTab:
      overlay = nil
      return perform(key == .tab ? .nextScreen : .previousScreen, scene)
    case .enter:
      guard let tunable = view.chosenTunable else { return [] }
      switch tunable.typed(field.text.trimmed) {
      case .success(let value):
        overlay = nil
        return draft(tunable, value, view)
      case .failure(let complaint): reply = Notice(complaint.text, isError: true)
      }
    case .character(let character) where !"0123456789.".contains(character): return []
    case .backspace where field.text.count <= 1:
      overlay = nil
      return []
    default: _ = field.take(key)
    }
    overlay = .number(field)
    return []
  }
}

/// A draft in words.
enum TuneWords {
  /// `bar 1.05 → 1.10, desk from 12 % → 8 %`
  static func list(_ changes: [DraftChange], _ view: View) -> String {
    changes.map { change in
      let words = SettingWords(key: change.key)
      guard let now = now(change.key, view) else { return words.label }
      return "\(words.short) \(words.text(now)) → \(words.text(change.value))"
    }.joined(separator: ", ")
  }

  private static func now(_ key: String, _ view: View) -> Double? {
    switch SettingKey(key) {
    case .platform(let name, let setting):
      view.snapshot.platforms.first { $0.id == name }.map { setting.value(in: $0.settings) }
    case .doubtFrom: view.snapshot.review.doubtFrom
    case .removeFrom: view.snapshot.review.removeFrom
    case .rule, nil: nil
    }
  }
}
