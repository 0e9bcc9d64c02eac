import Dashboard
import Distribution

extension Mark {
  /// The mark that an event leaves on the timeline, or nil for none.
  init?(_ event: Event) {
    guard let video = event.video else { return nil }
    let kind: Kind
    switch event.what {
    case .assessed(let verdict) where verdict.action == .stop: kind = .stop
    case .assessed(let verdict) where verdict.action == .push: kind = .wave(verdict.wave)
    case .caseOpened: kind = .deskCase
    case .decided: kind = .decision
    default: return nil
    }
    self.init(at: event.at, video: video, kind: kind)
  }
}
