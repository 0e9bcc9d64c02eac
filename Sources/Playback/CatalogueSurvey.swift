import Catalogue
import Dashboard
import Distribution
import Synchronization

/// What becomes of a catalogue of ordinary uploads under some settings, for Tune: a small survey.
///
/// Tables are kept, because the settings in force are asked for again with every draft.
final class CatalogueSurvey: Sendable {
  /// How many uploads: few enough for an answer in a second or two.
  static let uploads = 2_000
  private static let parts = 8
  private static let most = 16

  private let known = Mutex<[Platform: SurveyTable]>([:])

  /// The rows of the sanity table under two settings of a platform; nil where they are no longer
  /// wanted.
  ///
  /// A figure that so few uploads cannot give, such as how many go viral, is left out.
  func rows(now: Platform, draft: Platform, isWanted: () -> Bool) -> [CatalogueRow]? {
    guard let before = table(now, isWanted), let after = table(draft, isWanted) else { return nil }
    return zip(before.rows, after.rows).compactMap { now, draft in
      guard now.value.isFinite, draft.value.isFinite else { return nil }
      return CatalogueRow(
        name: now.name, now: now.value, draft: draft.value, target: now.target)
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
