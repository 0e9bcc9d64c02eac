import Canvas
import Catalogue
import Distribution

extension Dashboard {
  /// Does what a key or a command names.
  mutating func perform(_ action: Action, _ scene: Scene) -> [Intent] {
    let view = View(scene, self)
    if let why = view.whyDisabled(action) {
      reply = Notice("\(action.words): \(why).")
      return []
    }
    if let intents = performTime(action, view) { return intents }
    if let intents = performLooking(action, view) { return intents }
    if let intents = performRunning(action, view) { return intents }
    if let intents = performDesk(action, view) { return intents }
    if let intents = performTuning(action, view) { return intents }
    return performScreen(action, view)
  }

  private mutating func performScreen(_ action: Action, _ view: View) -> [Intent] {
    switch action {
    case .spread: return show(.spread, view)
    case .moderate: return show(.moderate, view)
    case .tune: return show(.tune, view)
    case .compare: return show(.compare, view)
    case .nextScreen: return show(screen.moved(by: 1), view)
    case .previousScreen: return show(screen.moved(by: -1), view)
    case .help: overlay = .help(HelpList())
    case .palette: overlay = .palette(Palette())
    case .quit: return [.quit]
    default: break
    }
    return []
  }

  /// Opens a screen; a case in hand slows the world to real time, and leaving it ends that.
  mutating func show(_ next: Screen, _ view: View) -> [Intent] {
    screen = next
    guard next == .moderate else {
      guard let speed = desk.speedBefore else { return [] }
      desk.speedBefore = nil
      return view.scene.speed == 1 ? [.setSpeed(speed)] : []
    }
    guard desk.speedBefore == nil, view.scene.speed != 1, !view.cases.isEmpty else { return [] }
    desk.speedBefore = view.scene.speed
    return [.setSpeed(1)]
  }

  private mutating func performTime(_ action: Action, _ view: View) -> [Intent]? {
    switch action {
    case .pause:
      let paused = !pending.isPaused(in: view.scene)
      pending.ask(paused: paused, view.scene)
      return [.setPaused(paused)]
    case .faster, .slower:
      let now = pending.speed(in: view.scene)
      guard let speed = SpeedLadder.next(now, faster: action == .faster) else { return [] }
      return setSpeed(speed, view)
    case .fastest: return setSpeed(0, view)
    case .minuteForward: return [.step(.minute, forward: true)]
    case .minuteBack: return [.step(.minute, forward: false)]
    case .waveForward, .waveBack:
      guard let video = view.video else { return [] }
      return [.step(.wave(video.id), forward: action == .waveForward)]
    case .nextDecision: return [.step(.decision, forward: true)]
    case .previousDecision: return [.step(.decision, forward: false)]
    case .start: return [.seek(0)]
    case .furthest: return [.seek(view.scene.furthest)]
    case .reverse:
      let backward = !pending.isBackward(in: view.scene)
      pending.ask(backward: backward, view.scene)
      return [.setBackward(backward)]
    case .goto: overlay = .goto(JumpPrompt())
    case .scrub: overlay = .scrub(Scrub(view.now))
    case .nextMatch, .previousMatch: return goToMatch(forward: action == .nextMatch, view)
    default: return nil
    }
    return []
  }

  private mutating func setSpeed(_ speed: Int, _ view: View) -> [Intent] {
    desk.speedBefore = nil
    pending.ask(speed: speed, view.scene)
    return [.setSpeed(speed)]
  }

  private mutating func performLooking(_ action: Action, _ view: View) -> [Intent]? {
    switch action {
    case .videoUp: choose(view, step: -1)
    case .videoDown: choose(view, step: 1)
    case .nextPlatform where screen != .tune: choosePlatform(view, step: 1)
    case .previousPlatform where screen != .tune: choosePlatform(view, step: -1)
    case .filter: overlay = .filter(TextField(filter))
    case .sort: sorting = sorting.next
    case .nextPane: pane = pane.moved(by: 1)
    case .previousPane: pane = pane.moved(by: -1)
    case .pageUp: turnPage(up: true)
    case .pageDown: turnPage(up: false)
    case .logarithmic: isLinear.toggle()
    case .why: overlay = .sum(back: 0)
    case .evidence: overlay = .evidence(scroll: 0)
    case .outlook:
      let video = screen == .moderate ? view.caseInHand : view.video
      return video.map { [.forecast($0.id)] } ?? []
    case .cancel:
      if pane != .overview { pane = .overview } else { filter = "" }
    default: return nil
    }
    return []
  }

  /// Chooses another row of the videos list.
  mutating func choose(_ view: View, step: Int) {
    guard !view.rows.isEmpty else { return }
    guard let place = view.rows.firstIndex(where: { $0 == view.video?.id }) else {
      chosen = view.rows.first
      return
    }
    chosen = view.rows[min(max(0, place + step), view.rows.count - 1)]
    scroll[.waves] = 0
  }

  private mutating func choosePlatform(_ view: View, step: Int) {
    let posts = view.siblings
    guard let place = posts.firstIndex(where: { $0.id == view.video?.id }) else { return }
    let next = place + step
    chosen = posts[next - next.floored(by: posts.count) * posts.count].id
    scroll[.waves] = 0
  }

  /// Lists scroll down from their newest or first row; waves scroll back from the latest.
  private mutating func turnPage(up: Bool) {
    guard screen != .moderate else {
      scroll[.desk] = max(0, (scroll[.desk] ?? 0) + (up ? -4 : 4))
      return
    }
    let target = pane == .overview || pane == .reach ? Pane.waves : pane
    let towardsOlder = target == .waves ? up : !up
    scroll[target] = max(0, (scroll[target] ?? 0) + (towardsOlder ? 4 : -4))
  }

  private mutating func performRunning(_ action: Action, _ view: View) -> [Intent]? {
    switch action {
    case .nextBar:
      let all = BarChoice.allCases
      let place = (all.firstIndex(of: chosenBar) ?? 0) + 1
      chosenBar = all[place % all.count]
      reply = Notice("+ and − now move \(chosenBar.label).")
      return []
    case .raiseBar: return moveBar(view, up: true)
    case .lowerBar: return moveBar(view, up: false)
    case .fork:
      let changes = screen == .tune ? tune.changes : []
      forking = .opening(changes)
      return [.fork(changes)]
    case .closeFork:
      forking = .closing(
        label: view.scene.fork?.label ?? "", branch: view.scene.record?.forkBeside)
      return [.closeFork]
    case .branches: overlay = .branches(BranchList())
    case .aim:
      let next: Steered = view.scene.steered == .both ? .fork : .both
      reply = Notice(AimWords.sentence(next))
      return [.steer(next)]
    case .export: return [.export(path: ScreenCommand(view).fileName)]
    case .copyCommand: overlay = .command(ScreenCommand(view).line)
    case .newUpload: overlay = .form(UploadForm())
    default: return nil
    }
    return []
  }

  private mutating func moveBar(_ view: View, up: Bool) -> [Intent] {
    guard let setting = chosenBar.setting, let platform = view.platform else { return [] }
    let key = "platform.\(platform.id).\(setting.id)"
    let platforms = view.scene.steeredSnapshot.platforms
    let steered = platforms.first { $0.id == platform.id } ?? platform
    let shown = setting.value(in: steered.settings)
    let now = pending.value(of: key, now: shown)
    let value = setting.moved(now, steps: up ? 1 : -1)
    guard value != now else {
      reply = Notice("\(chosenBar.label) cannot go further.")
      return []
    }
    let change = DraftChange(key: key, value: value)
    pending.ask(change, now: shown)
    reply = Notice(
      "\(setting.label) \(setting.worded(now)) → \(setting.worded(value)) on \(platform.name), "
        + "from now on\(view.scene.whither).")
    return [.apply([change])]
  }
}

extension Sorting {
  /// The next way to sort.
  var next: Sorting {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

extension Action {
  /// The name as words: `next decision`.
  var words: String {
    let text = rawValue.split(separator: "-").joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
