import Catalogue
import Dashboard
import Distribution

extension Mark {
  /// The mark that an event leaves on the timeline, or nil for none.
  init?(_ event: Event) {
    guard let video = event.video else { return nil }
    let kind: Kind
    var detail = ""
    switch event.what {
    case .uploaded(let facts): (kind, detail) = (.posted, facts.upload.id)
    case .assessed(let verdict) where verdict.action == .stop: kind = .stop
    case .assessed(let verdict) where verdict.action == .push: kind = .wave(verdict.wave)
    case .caseOpened(let facts): (kind, detail) = (.deskCase, facts.policy.rawValue)
    case .decided(let decision):
      kind = .decision
      detail = "\(decision.allowed ? "allowed" : "removed"): \(decision.reason)"
    default: return nil
    }
    self.init(at: event.at, video: video, kind: kind, detail: detail)
  }
}
