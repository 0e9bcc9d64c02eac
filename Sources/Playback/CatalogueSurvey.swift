import Catalogue
import Dashboard
import Distribution
import Synchronization

/// What becomes of a catalogue of ordinary uploads under some settings, for Tune: a small survey.
///
/// Tables are kept, because the settings in force are asked for again with every draft.
final class CatalogueSurvey: Sendable {
  /// How many uploads: enough for the figures that do not hang on the rarest videos.
  private static let uploads = 4_000
  /// Parts between which it may be given up.
  private static let parts = 20
  /// The figures shown: those of the table's beginning, up to the share that ends in wave 1.
  private static let figures = 6
  /// How many tables are kept.
  private static let most = 16

  private let known = Mutex<[Platform: SurveyTable]>([:])

  /// The rows of the sanity table under two settings of a platform; nil where they are no longer
  /// wanted: the same uploads and people.
  func rows(now: Platform, draft: Platform, isWanted: () -> Bool) -> [CatalogueRow]? {
    guard let before = table(now, isWanted), let after = table(draft, isWanted) else { return nil }
    return zip(before.rows, after.rows).prefix(Self.figures).map { now, draft in
      CatalogueRow(name: now.name, now: now.value, draft: draft.value, target: now.target)
    }
  }

  private func table(_ platform: Platform, _ isWanted: () -> Bool) -> SurveyTable? {
    if let table = known.withLock({ $0[platform] }) { return table }
    let survey = Survey(uploads: Self.uploads, platform: platform)
    var samples: [Survey.Sample] = []
    for part in 0..<Self.parts {
      guard isWanted() else { return nil }
      samples += survey.run(seed: 1, part: part, of: Self.parts)
    }
    let table = SurveyTable(samples, viral: .max)
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known[platform] = table
    }
    return table
  }
}
