import Canvas
import Catalogue
import Distribution

extension Dashboard {
  mutating func press(_ key: Key, _ list: HelpList, _ scene: Scene) -> [Intent] {
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
    if key == .pageUp || key == .pageDown {
      list.turn(by: (key == .pageUp ? -1 : 1) * max(1, size.height - 10), of: found.count)
    } else if Self.lines(key) != 0 {
      list.selected = min(max(0, list.selected + Self.lines(key)), max(0, found.count - 1))
    } else if list.field.take(key) {
      (list.selected, list.top) = (0, 0)
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

  mutating func press(_ key: Key, _ palette: Palette, _ scene: Scene) -> [Intent] {
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

  mutating func go(to text: String, _ scene: Scene) -> [Intent] {
    switch TimeTarget.parse(text, View(scene, self)) {
    case .success(let moment): return seek(moment, scene)
    case .failure(let complaint):
      reply = Notice(complaint.text, isError: true)
      return []
    }
  }
}
