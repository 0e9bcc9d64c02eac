import Canvas
import Catalogue
import Distribution

extension Overlay {
  /// Puts pasted text where text is typed.
  mutating func insert(_ text: String) {
    switch self {
    case .help(var list):
      list.field.insert(text)
      self = .help(list)
    case .palette(var palette):
      palette.field.insert(text)
      self = .palette(palette)
    case .goto(var prompt):
      prompt.field.insert(text)
      self = .goto(prompt)
    case .filter(var field):
      field.insert(text)
      self = .filter(field)
    case .number(var field):
      field.insert(text)
      self = .number(field)
    case .form(var form):
      form.fields[form.active.rawValue].insert(text)
      self = .form(form)
    case .reason(var choice):
      choice.field.insert(text)
      self = .reason(choice)
    case .sum, .evidence, .command, .leaving, .scrub, .branches, .removal: break
    }
  }
}

extension Dashboard {
  /// Closes the form once what it sent was accepted; until then nothing that was typed is lost.
  mutating func settleForm(with scene: Scene) {
    guard case .form(let form)? = overlay else { return }
    overlay = form.answered(by: scene).map { .form($0) }
  }

  /// Takes a key while something lies over the screen.
  mutating func pressInOverlay(_ key: Key, _ scene: Scene) -> [Intent] {
    guard let overlay else { return [] }
    if key == .control("c") {
      guard overlay.holdsText else { return [.quit] }
      if case .leaving = overlay { return [.quit] }
      self.overlay = .leaving(overlay)
      return []
    }
    if key == .escape { return closeOverlay(overlay) }
    switch overlay {
    case .help(let list): return press(key, list, scene)
    case .palette(let palette): return press(key, palette, scene)
    case .goto(let prompt): return press(key, prompt, scene)
    case .scrub(let scrub): return press(key, scrub, scene)
    case .branches(let list): return press(key, list, scene)
    case .filter(let field): return press(key, filter: field, scene)
    case .sum(let back): return press(key, sum: back, scene)
    case .evidence(let scroll):
      return close(on: key, or: .evidence(scroll: max(0, scroll + Self.lines(key))))
    case .form(let form): return press(key, form, scene)
    case .command: return press(key, command: scene)
    case .reason(let choice): return press(key, choice, scene)
    case .removal(let id): return press(key, removal: id, scene)
    case .number(let field): return press(key, number: field, scene)
    case .leaving(let before): return press(key, leaving: before)
    }
  }

  private mutating func closeOverlay(_ overlay: Overlay) -> [Intent] {
    self.overlay = nil
    switch overlay {
    case .filter: filter = ""
    case .leaving(let before): self.overlay = before
    default: break
    }
    return []
  }

  static func lines(_ key: Key) -> Int {
    switch key {
    case .up: -1
    case .down: 1
    case .pageUp: -10
    case .pageDown: 10
    default: 0
    }
  }

  private mutating func close(on key: Key, or next: Overlay) -> [Intent] {
    let closes = key == .enter || key == .character("q") || key == .character("v")
    overlay = closes ? nil : next
    return []
  }

  private mutating func press(_ key: Key, filter field: TextField, _ scene: Scene) -> [Intent] {
    var field = field
    switch key {
    case .enter: overlay = nil
    case .up, .down: choose(View(scene, self), step: key == .up ? -1 : 1)
    default:
      _ = field.take(key)
      filter = field.text
      overlay = .filter(field)
      let view = View(scene, self)
      if !view.rows.contains(where: { $0 == view.video?.id }), let first = view.rows.first {
        chosen = first
      }
    }
    return []
  }

  private mutating func press(_ key: Key, sum back: Int, _ scene: Scene) -> [Intent] {
    let count = chosenVideo(in: scene)?.assessments.count ?? 0
    switch key {
    case .left, .up: overlay = .sum(back: min(back + 1, max(0, count - 1)))
    case .right, .down: overlay = .sum(back: max(0, back - 1))
    case .pageUp, .home: overlay = .sum(back: max(0, count - 1))
    case .pageDown, .end: overlay = .sum(back: 0)
    case .enter, .character("q"): overlay = nil
    case .character(" "): return perform(.pause, scene)
    default: break
    }
    return []
  }

  private mutating func press(_ key: Key, _ form: UploadForm, _ scene: Scene) -> [Intent] {
    var form = form
    let isLast = form.active == UploadForm.Question.allCases.last
    switch key {
    case .tab, .down: form.move(1)
    case .backTab, .up: form.move(-1)
    case .enter where !isLast: form.move(1)
    case .enter, .control("s"):
      guard !form.isWaiting(scene) else { return [] }
      switch form.draft() {
      case .success(let draft):
        form.problem = nil
        form.sent = UploadForm.Sent(scene)
        overlay = .form(form)
        return [.submit(draft)]
      case .failure(let complaint): form.problem = complaint.text
      }
    default:
      if form.fields[form.active.rawValue].take(key) { (form.problem, form.sent) = (nil, nil) }
    }
    overlay = .form(form)
    return []
  }

  private mutating func press(_ key: Key, command scene: Scene) -> [Intent] {
    overlay = nil
    if key == .enter || key == .character("y") { return [] }
    return update(.key(key), scene: scene)
  }

  private mutating func press(_ key: Key, _ choice: ReasonChoice, _ scene: Scene) -> [Intent] {
    var choice = choice
    guard let video = scene.snapshot[choice.video] else {
      overlay = nil
      return []
    }
    switch key {
    case .enter:
      let reason = choice.reason(for: video)
      desk.reasons[choice.video] = reason
      reply = Notice("x and ↵ remove it for this reason: \(reason).")
      overlay = nil
      return []
    case .up, .down, .pageUp, .pageDown:
      let last = choice.reasons(for: video).count - 1
      choice.selected = min(max(0, choice.selected + Self.lines(key)), last)
    default: _ = choice.field.take(key)
    }
    overlay = .reason(choice)
    return []
  }

  private mutating func press(_ key: Key, leaving before: Overlay) -> [Intent] {
    switch key {
    case .character("y"), .character("Y"), .enter: return [.quit]
    default: overlay = before
    }
    return []
  }
}
