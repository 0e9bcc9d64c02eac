import Canvas
import Catalogue
import Distribution

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
    case .apply where tune.draft.isEmpty: overlay = .number(TextField())
    case .apply:
      let changes = tune.changes
      tune.draft = [:]
      let words = TuneWords.list(changes, view)
      reply = Notice("In force from now on\(view.scene.whither): \(words).")
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
    case .character(let character) where !"0123456789.".contains(character):
      reply = Notice("A value is being typed: ↵ sets it, esc goes back.", isError: true)
    case .backspace where field.text.count <= 1:
      overlay = nil
      return []
    default: _ = field.take(key)
    }
    overlay = .number(field)
    return []
  }
}
