import Catalogue
import Distribution

extension View {
  /// Why an action would do nothing now, in words; nil where it works.
  func whyDisabled(_ action: Action) -> String? {
    switch action {
    case .pause:
      scene.isPaused && scene.isOver && now >= scene.furthest ? "the run is over: ← goes back" : nil
    case .faster: SpeedLadder.next(scene.speed, faster: true) == nil ? "as fast as it goes" : nil
    case .slower: SpeedLadder.next(scene.speed, faster: false) == nil ? "real time already" : nil
    case .minuteBack, .previousDecision, .start: now <= 0 ? "this is the start" : nil
    case .furthest: now >= scene.furthest ? "this is the furthest moment" : nil
    case .minuteForward, .nextDecision: isAtEnd ? "the run is over" : nil
    case .waveBack: video == nil ? "no video yet" : now <= 0 ? "this is the start" : nil
    case .waveForward: video == nil ? "no video yet" : isAtEnd ? "the run is over" : nil
    case .videoUp, .videoDown:
      rows.count < 2 && (rows.first == video?.id) ? "no other video" : nil
    case .nextPlatform, .previousPlatform: whyNoOtherPlatform
    case .why: video?.assessment == nil ? "no score yet" : nil
    case .evidence, .logarithmic, .nextBar: video == nil ? "no video yet" : nil
    case .outlook: whyNoOutlook
    case .raiseBar, .lowerBar: video == nil ? "no video yet" : nil
    case .fork: scene.fork != nil ? "there is a fork already: F forgets it" : nil
    case .closeFork: scene.fork == nil ? "there is no fork" : nil
    case .allow, .remove: whyNoDecision
    case .reason: whyNoDecision
    case .caseUp, .caseDown: cases.isEmpty ? "no case waits" : nil
    case .hideReading: caseInHand == nil ? "no case waits" : nil
    case .now: draftOfRow == nil ? "it is as now" : nil
    case .apply, .dropDraft: state.tune.draft.isEmpty ? "nothing is drafted" : nil
    case .cancel:
      state.filter.isEmpty && state.pane == .overview ? "nothing to go back from" : nil
    default: nil
    }
  }

  /// The footer's words for a key; nil keeps it out.
  func word(for binding: Binding) -> String? {
    guard let word = binding.word else { return nil }
    switch binding.action {
    case .pause: return isAtStart ? "starts it" : scene.isPaused ? "go on" : word
    case .hideReading: return state.desk.hidesReading ? "show reading" : word
    case .apply where !state.tune.draft.isEmpty: return "apply to the run"
    default: return word
    }
  }

  private var isAtEnd: Bool { scene.isOver && now >= scene.furthest }

  private var whyNoOtherPlatform: String? {
    if state.screen == .tune {
      return snapshot.platforms.count < 2 ? "there is one platform" : nil
    }
    return siblings.count < 2 ? "it is on one platform" : nil
  }

  private var whyNoOutlook: String? {
    if state.screen == .moderate {
      return caseInHand?.state == .atDesk ? nil : "no case waits"
    }
    guard let video else { return "no video yet" }
    return video.state == .pushing ? nil : "it is not being pushed"
  }

  private var whyNoDecision: String? {
    guard let video = caseInHand else { return "no case waits" }
    if state.desk.sent.contains(video.id) { return "you decided it already" }
    return video.decision == nil && video.state == .atDesk ? nil : "it was decided already"
  }
}
