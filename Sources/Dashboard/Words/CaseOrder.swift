import Catalogue
import Desk
import Distribution

/// In which order the desk's cases come, as the desk itself has it.
enum CaseOrder {
  /// The open cases, most urgent first; ties by arrival.
  static func sorted(_ snapshot: Snapshot) -> [VideoPicture] {
    snapshot.openCases.filter { $0.decision == nil }.enumerated()
      .map { ($0.offset, $0.element, urgency(of: $0.element, in: snapshot)?.value ?? 0) }
      .sorted { ($1.2, $0.0) < ($0.2, $1.0) }
      .map(\.1)
  }

  /// Why a case is where it is, factor by factor.
  static func urgency(of video: VideoPicture, in snapshot: Snapshot) -> Urgency? {
    guard let facts = video.deskCase else { return nil }
    return Case(
      upload: video.id.upload, platform: video.id.platform, policy: facts.policy,
      probability: facts.probability, openedAt: video.caseOpenedAt ?? snapshot.now,
      followers: min(video.followers, 1 << 40)
    ).urgency(at: snapshot.now)
  }
}
