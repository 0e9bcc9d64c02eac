import Catalogue
import Distribution

extension View {
  /// Why an action would do nothing now, in words; nil where it works.
  func whyDisabled(_ action: Action) -> String? {
    switch action {
    case .pause:
      scene.isBackward
        ? isAtBeginning ? "this is the start: R plays it forwards" : nil
        : whyNoMore.map { $0 + ": ← goes back, R plays it backwards" }
    case .reverse: !scene.isBackward && isAtBeginning ? "this is the start" : nil
    case .nextMatch, .previousMatch:
      state.found.isEmpty ? "nothing was searched for: g and a word" : nil
    case .branches: scene.record == nil ? "the run is not recorded" : nil
    case .aim: whyNoAim
    case .faster: SpeedLadder.next(scene.speed, faster: true) == nil ? "as fast as it goes" : nil
    case .slower: SpeedLadder.next(scene.speed, faster: false) == nil ? "real time already" : nil
    case .minuteBack, .previousDecision, .start: now <= 0 ? "this is the start" : nil
    case .furthest: now >= scene.furthest ? "this is the furthest moment" : nil
    case .minuteForward, .nextDecision: whyNoMore.map { $0 + goesOn }
    case .waveBack: video == nil ? "no video yet" : now <= 0 ? "this is the start" : nil
    case .waveForward: video == nil ? "no video yet" : whyNoMore.map { $0 + goesOn }
    case .videoUp, .videoDown:
      rows.count < 2 && (rows.first == video?.id) ? "no other video" : nil
    case .nextPlatform, .previousPlatform: whyNoOtherPlatform
    case .why: video?.assessment == nil ? "no score yet" : nil
    case .evidence, .logarithmic, .nextBar: video == nil ? "no video yet" : nil
    case .outlook: whyNoOutlook
    case .raiseBar, .lowerBar: video == nil ? "no video yet" : whyNoChange
    case .newUpload: whyFixed
    case .fork: whyNoFork
    case .closeFork: scene.fork == nil ? "there is no fork" : nil
    case .allow, .remove: whyNoDecision
    case .reason: whyNoDecision
    case .caseUp, .caseDown: cases.isEmpty ? "no case waits" : nil
    case .hideReading: caseInHand == nil ? "no case waits" : nil
    case .now: draftOfRow == nil ? "it is as now" : nil
    case .apply where !state.tune.draft.isEmpty: whyNoChange
    case .dropDraft: state.tune.draft.isEmpty ? "nothing is drafted" : nil
    case .cancel:
      state.filter.isEmpty && state.pane == .overview ? "nothing to go back from" : nil
    default: nil
    }
  }

  /// The footer's words for a key; nil keeps it out.
  func word(for binding: Binding) -> String? {
    guard let word = binding.word else { return nil }
    switch binding.action {
    case .pause:
      return isAtStart
        ? "starts it" : scene.isPaused ? scene.isBackward ? "go on ◀" : "go on" : word
    case .reverse: return scene.isBackward ? "forwards" : word
    case .hideReading: return state.desk.hidesReading ? "show reading" : word
    case .apply: return state.tune.draft.isEmpty ? nil : word
    default: return word
    }
  }

  private var isAtEnd: Bool { scene.isOver && now >= scene.furthest }

  /// Why time cannot go on from the moment shown; nil where it can.
  private var whyNoMore: String? {
    isAtEnd ? "the run is over" : isAtRecordsEnd ? "the record ends here" : nil
  }

  /// What leads on where a record was left before its run was over.
  private var goesOn: String {
    isAtRecordsEnd && scene.canFork ? "; waggle resume goes on" : ""
  }

  /// Why neither the run nor a fork takes anything new at the moment shown.
  private var whyNoChange: String? {
    if let whyFixed { return whyFixed }
    return isAtEnd && scene.fork == nil
      ? "the run is over, it would change nothing: ← goes back first" : nil
  }

  /// Why what was recorded stays as it is; nil where there is a fork, or the run can change.
  private var whyFixed: String? {
    guard scene.fork == nil, !scene.canChange else { return nil }
    return scene.whyNot ?? "what was recorded stays: f forks it"
  }

  private var whyNoFork: String? {
    if scene.fork != nil { return "there is a fork already: F closes it" }
    if !scene.canFork { return scene.whyNot ?? "this record cannot be computed on" }
    return isAtEnd ? "the run is over, a fork would do nothing: ← goes back first" : nil
  }

  private var whyNoAim: String? {
    guard scene.fork != nil else { return "there is no fork" }
    return scene.canChange ? nil : "a replay stays as it is, all of it goes to the fork"
  }

  private var whyNoOtherPlatform: String? {
    if state.screen == .tune {
      return snapshot.platforms.count < 2 ? "there is one platform" : nil
    }
    return siblings.count < 2 ? "it is on one platform" : nil
  }

  private var whyNoOutlook: String? {
    if state.screen == .moderate {
      guard let video = caseInHand else { return "no case waits" }
      return video.state == .atDesk && !state.desk.sent.contains(video.id)
        ? nil : "it is decided: nothing is at stake any more"
    }
    guard let video else { return "no video yet" }
    return video.state == .pushing ? nil : "it is not being pushed"
  }

  private var whyNoDecision: String? {
    guard let video = caseInHand else { return "no case waits" }
    if state.desk.sent.contains(video.id) { return "you decided it already" }
    guard video.decision == nil, video.state == .atDesk else { return "it was decided already" }
    return whyFixed
  }
}
