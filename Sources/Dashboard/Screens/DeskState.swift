import Canvas
import Catalogue
import Distribution

/// What a moderator has in hand, and what was sent but has not come back yet.
struct DeskState: Sendable, Hashable {
  /// The case in hand; nil for the most urgent.
  var selected: VideoID?
  /// Decisions that were sent; a key that is held must not send them again.
  var sent: Set<VideoID> = []
  /// Reasons chosen in place of the prefilled ones.
  var reasons: [VideoID: String] = [:]
  /// Whether the model's reading stays hidden until the case is decided.
  var hidesReading = false
  /// The speed before a case slowed the world down; nil where it did not.
  var speedBefore: Int?

  /// Forgets what was sent once it has arrived or was refused.
  mutating func settle(with scene: Scene) {
    if scene.notice?.isError == true { sent.removeAll() }
    sent = sent.filter { scene.steeredSnapshot[$0].map { $0.decision == nil } ?? false }
  }
}

extension View {
  /// The case in hand: the one selected, also after its decision, or the most urgent.
  var caseInHand: VideoPicture? {
    if let id = state.desk.selected, let video = snapshot[id], video.deskCase != nil {
      return video
    }
    return cases.first
  }

  /// Whether the model's reading of a case stays hidden for now.
  func hidesReading(of video: VideoPicture) -> Bool {
    state.desk.hidesReading && video.decision == nil && !state.desk.sent.contains(video.id)
  }

  /// The reason a removal would give.
  func reason(for video: VideoPicture) -> String {
    state.desk.reasons[video.id] ?? ReasonChoice(video: video.id).reason(for: video)
  }
}

extension Dashboard {
  /// Does what keys do on Moderate.
  mutating func performDesk(_ action: Action, _ view: View) -> [Intent]? {
    switch action {
    case .allow: return decide(view, allowed: true)
    case .remove: return decide(view, allowed: false)
    case .reason:
      guard let video = view.caseInHand else { return [] }
      desk.selected = video.id
      overlay = .reason(ReasonChoice(video: video.id, isNeutral: view.hidesReading(of: video)))
    case .caseUp: chooseCase(view, step: -1)
    case .caseDown: chooseCase(view, step: 1)
    case .hideReading: desk.hidesReading.toggle()
    default: return nil
    }
    return []
  }

  /// One decision a key press: the case stays in hand afterwards, so a key that is held down meets
  /// a case that is decided.
  ///
  /// A removal is confirmed first, as x exports on the other screens. The other screens then show
  /// what comes of the decision.
  private mutating func decide(_ view: View, allowed: Bool) -> [Intent] {
    guard let video = view.caseInHand else { return [] }
    desk.selected = video.id
    if !allowed, view.hidesReading(of: video), desk.reasons[video.id] == nil {
      overlay = .reason(ReasonChoice(video: video.id, isNeutral: true))
      return []
    }
    guard allowed else {
      overlay = .removal(video.id)
      return []
    }
    desk.sent.insert(video.id)
    chosen = video.id
    return [.decide(video.id, allowed: true, reason: "no illegal content")]
  }

  /// Takes a key while a removal is to be confirmed: ↵ alone removes; keys for elsewhere do what
  /// they do, and the case stays as it is.
  mutating func press(_ key: Key, removal id: VideoID, _ scene: Scene) -> [Intent] {
    switch key {
    case .enter:
      overlay = nil
      return remove(id, scene)
    case .character(" "): return perform(.pause, scene)
    case .character("x"): return []
    case .character("y"):
      reply = Notice("↵ removes it, esc keeps it in the queue: then y would allow it.")
      return []
    default:
      overlay = nil
      return update(.key(key), scene: scene)
    }
  }

  private mutating func remove(_ id: VideoID, _ scene: Scene) -> [Intent] {
    let view = View(scene, self)
    guard let video = view.caseInHand, video.id == id else { return [] }
    if let why = view.whyDisabled(.remove) {
      reply = Notice("Remove: \(why).")
      return []
    }
    desk.sent.insert(id)
    chosen = id
    return [.decide(id, allowed: false, reason: view.reason(for: video))]
  }

  private mutating func chooseCase(_ view: View, step: Int) {
    let cases = view.cases.filter { !desk.sent.contains($0.id) }
    guard !cases.isEmpty else { return }
    scroll[.desk] = 0
    guard let place = cases.firstIndex(where: { $0.id == view.caseInHand?.id }) else {
      desk.selected = (step > 0 ? cases.first : cases.last)?.id
      return
    }
    desk.selected = cases[min(max(0, place + step), cases.count - 1)].id
  }
}
