import Catalogue
import Dashboard
import Distribution

/// Works out what would become of a video, and of the catalogue, under a draft of settings.
struct WhatIfRunner: Sendable {
  /// The question.
  let question: WhatIf.Question
  /// The video's part of the run.
  let rehearsal: Rehearsal

  /// How many other audiences are tried.
  static let seeds = 40

  /// Computes the answer piece by piece and hands on each better one.
  ///
  /// First the same viewers, then other ones; stops where the answer is no longer wanted.
  func run(isWanted: () -> Bool, give: (WhatIf) -> Void) {
    let drafts = [[], question.changes]
    let video = drafts.compactMap { rehearsal.ending(changes: $0, isWanted: isWanted) }
    guard video.count == drafts.count else { return }
    var answer = WhatIf(question: question, video: video, isComputing: true)
    give(answer)

    var views: [[Int]] = [[], []]
    for seed in 1...UInt64(Self.seeds) {
      let endings = drafts.compactMap {
        rehearsal.ending(changes: $0, others: seed, isWanted: isWanted)
      }
      guard endings.count == drafts.count else { return }
      for (index, ending) in endings.enumerated() { views[index].append(ending.views) }
      answer.otherSeeds = views.compactMap(ViewsRange.init(of:))
      if seed.isMultiple(of: 8) { give(answer) }
    }
    answer.catalogue = catalogue(drafts, isWanted: isWanted)
    guard isWanted() else { return }
    answer.isComputing = false
    give(answer)
  }

  /// The figures of a small survey under each of the settings: the same uploads and people.
  private func catalogue(
    _ drafts: [[DraftChange]], isWanted: () -> Bool
  ) -> [CatalogueRow] {
    let tables = drafts.map { changes in
      let survey = Survey(uploads: Self.uploads, platform: rehearsal.platform(changes: changes))
      let samples = (0..<Self.parts).flatMap { part in
        isWanted() ? survey.run(seed: 1, part: part, of: Self.parts) : []
      }
      return SurveyTable(samples, viral: .max).rows.prefix(Self.figures)
    }
    guard tables.count == 2 else { return [] }
    return zip(tables[0], tables[1]).map { now, draft in
      CatalogueRow(name: now.name, now: now.value, draft: draft.value, target: now.target)
    }
  }

  /// Uploads of the survey; enough for the figures that do not hang on the rarest videos.
  private static let uploads = 4_000
  /// Parts between which it may be given up.
  private static let parts = 20
  /// The figures shown: those of the table's beginning, up to the share that ends in wave 1.
  private static let figures = 6
}

extension ViewsRange {
  /// The median and the 80 % range of some final views; nil for none.
  init?(of views: [Int]) {
    guard !views.isEmpty else { return nil }
    let sorted = views.sorted()
    func quantile(_ part: Double) -> Int {
      sorted[Int((Double(sorted.count - 1) * part).rounded())]
    }
    self.init(
      low: quantile(0.1), median: quantile(0.5), high: quantile(0.9), runs: sorted.count)
  }
}
