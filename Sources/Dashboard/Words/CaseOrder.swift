import Catalogue
import Distribution

/// In which order the desk's cases come: severity × reach at stake × age × uncertainty.
struct CaseOrder: Hashable {
  /// 3 for the gravest, 1 for the least.
  let severity: Double
  /// The decades of people it reaches at once: the first audience and the followers.
  let reach: Double
  /// Waited, as a part of what the policy allows; never quite 0.
  let age: Double
  /// 1 where the model has no idea, 0 where it is sure.
  let uncertainty: Double

  /// The product.
  var value: Double { severity * reach * age * uncertainty }

  init(_ video: VideoPicture, in snapshot: Snapshot) {
    let facts = video.deskCase
    severity = Double(4 - (facts?.policy.severity ?? 3))
    let index = video.id.platform
    let first =
      snapshot.platforms.indices.contains(index)
      ? snapshot.platforms[index].settings.firstWave : 200
    reach = Double(String(Int(clamping: video.followers) + Int(first)).count - 1)
    let opened = video.caseOpenedAt ?? snapshot.now
    let limit = max(1, (facts?.due ?? snapshot.now) - opened)
    age = max(0.01, Double(snapshot.now - opened) / Double(limit))
    let probability = facts?.probability ?? 0.5
    uncertainty = max(0.05, 1 - (2 * probability - 1).magnitude)
  }

  /// The open cases, most urgent first.
  static func sorted(_ snapshot: Snapshot) -> [VideoPicture] {
    snapshot.openCases.filter { $0.decision == nil }
      .map { ($0, CaseOrder($0, in: snapshot).value) }
      .sorted { ($0.1, $1.0.id) > ($1.1, $0.0.id) }
      .map(\.0)
  }
}
