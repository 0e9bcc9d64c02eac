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
    case .goto(var field):
      field.insert(text)
      self = .goto(field)
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
    case .sum, .evidence, .command, .leaving: break
    }
  }
}

extension Dashboard {
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
    case .goto(let field): return press(key, time: field, scene)
    case .filter(let field): return press(key, filter: field, scene)
    case .sum(let back): return press(key, sum: back, scene)
    case .evidence(let scroll):
      return close(on: key, or: .evidence(scroll: max(0, scroll + Self.lines(key))))
    case .form(let form): return press(key, form, scene)
    case .command: return press(key, command: scene)
    case .reason(let choice): return press(key, choice, scene)
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

  private static func lines(_ key: Key) -> Int {
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

  private mutating func press(_ key: Key, _ list: HelpList, _ scene: Scene) -> [Intent] {
    var list = list
    let found = list.found(on: screen)
    if key == .character("?"), list.field.text.isEmpty {
      overlay = nil
      return []
    }
    if key == .enter {
      guard found.indices.contains(min(list.selected, found.count - 1)) else { return [] }
      let binding = found[min(list.selected, found.count - 1)]
      overlay = nil
      return perform(binding, scene)
    }
    if Self.lines(key) != 0 {
      list.selected = min(max(0, list.selected + Self.lines(key)), max(0, found.count - 1))
    } else if list.field.take(key) {
      list.selected = 0
    }
    overlay = .help(list)
    return []
  }

  /// Does what a row of the help says, on the screen where it works.
  private mutating func perform(_ binding: Binding, _ scene: Scene) -> [Intent] {
    var intents: [Intent] = []
    if !binding.screens.contains(screen),
      let place = binding.screens.min(by: { $0.digit < $1.digit })
    {
      intents = show(place, View(scene, self))
    }
    if binding.action == .number {
      overlay = .number(TextField())
      return intents
    }
    return intents + perform(binding.action, scene)
  }

  private mutating func press(_ key: Key, _ palette: Palette, _ scene: Scene) -> [Intent] {
    var palette = palette
    let entries = palette.entries(View(scene, self))
    let chosen = entries.isEmpty ? nil : entries[min(palette.selected, entries.count - 1)]
    switch key {
    case .enter: return run(palette, chosen, scene)
    case .tab:
      if let chosen { palette.field = TextField(chosen.text + (chosen.takesWord ? " " : "")) }
      palette.selected = 0
    case .up, .down, .pageUp, .pageDown:
      palette.selected = min(
        max(0, palette.selected + Self.lines(key)), max(0, entries.count - 1))
    case .backspace where palette.field.text.isEmpty:
      overlay = nil
      return []
    default:
      if palette.field.take(key) { (palette.selected, palette.problem) = (0, nil) }
    }
    overlay = .palette(palette)
    return []
  }

  private mutating func run(
    _ palette: Palette, _ chosen: Palette.Entry?, _ scene: Scene
  ) -> [Intent] {
    var palette = palette
    let typed = PaletteCommand.parse(palette.field.text)
    let isWhole = (try? typed.get()) != nil && palette.selected == 0
    if !isWhole, let chosen, !palette.field.text.contains(" ") {
      if chosen.takesWord {
        palette.field = TextField(chosen.text + " ")
        overlay = .palette(palette)
        return []
      }
      palette.field = TextField(chosen.text)
    } else if let chosen, chosen.text.hasPrefix("theme "), palette.field.text.hasPrefix("theme ") {
      palette.field = TextField(chosen.text)
    }
    switch PaletteCommand.parse(palette.field.text) {
    case .success(let command):
      overlay = nil
      return run(command, scene)
    case .failure(let complaint):
      palette.problem = complaint.text
      overlay = .palette(palette)
      return []
    }
  }

  private mutating func run(_ command: PaletteCommand, _ scene: Scene) -> [Intent] {
    switch command {
    case .action(let action):
      guard let binding = KeyMap.binding(of: action, on: screen) else { return [] }
      return perform(binding, scene)
    case .upload(let path): return [.load(path: path)]
    case .goto(let text): return go(to: text, scene)
    case .speed(let speed): return [.setSpeed(speed)]
    case .theme(let name):
      guard let known = themes.first(where: { $0.lowercased() == name.lowercased() }) else {
        reply = Notice(
          "no theme is called “\(name)”: \(themes.joined(separator: ", "))", isError: true)
        return []
      }
      theme = known
      return []
    case .export(let path): return [.export(path: path)]
    }
  }

  private mutating func go(to text: String, _ scene: Scene) -> [Intent] {
    switch TimeTarget.parse(text, View(scene, self)) {
    case .success(let moment): return [.seek(moment)]
    case .failure(let complaint):
      reply = Notice(complaint.text, isError: true)
      return []
    }
  }

  private mutating func press(_ key: Key, time field: TextField, _ scene: Scene) -> [Intent] {
    var field = field
    if key == .enter {
      let intents = go(to: field.text, scene)
      overlay = intents.isEmpty ? .goto(field) : nil
      return intents
    }
    _ = field.take(key)
    overlay = .goto(field)
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
      if !view.rows.contains(where: { $0.id == view.video?.id }), let first = view.rows.first {
        chosen = first.id
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
      switch form.draft() {
      case .success(let draft):
        overlay = nil
        return [.submit(draft)]
      case .failure(let complaint): form.problem = complaint.text
      }
    default: if form.fields[form.active.rawValue].take(key) { form.problem = nil }
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
      desk.reasons[choice.video] = choice.reason(for: video)
      overlay = nil
      return []
    case .up, .down, .pageUp, .pageDown:
      let last = ReasonChoice.reasons(for: video).count - 1
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
