import Catalogue
import Dashboard
import Distribution

/// Works out what would become of a video, and of the catalogue, under a draft of settings.
struct WhatIfRunner: Sendable {
  /// The question.
  let question: WhatIf.Question
  /// The video's part of the run.
  let rehearsal: Rehearsal
  /// Answers for the whole catalogue.
  let catalogue: CatalogueSurvey

  /// How many other audiences are tried, and after how many a better answer is handed on.
  private static let seeds = 40
  private static let batch = 8

  /// Computes the answer piece by piece and hands on each better one.
  ///
  /// The same viewers come first, then some others, the catalogue, and more others. It stops where
  /// the answer is no longer wanted.
  func run(isWanted: () -> Bool, give: (WhatIf) -> Void) {
    guard let video = endings(others: 0, isWanted) else { return }
    var answer = WhatIf(question: question, video: video, isComputing: true)
    give(answer)
    var views: [[Int]] = [[], []]
    for seed in 1...Self.seeds {
      guard let endings = endings(others: UInt64(seed), isWanted) else { return }
      for (index, ending) in endings.enumerated() { views[index].append(ending.views) }
      guard seed.isMultiple(of: Self.batch) else { continue }
      answer.otherSeeds = views.compactMap(ViewsRange.init(of:))
      answer.isComputing = seed < Self.seeds
      give(answer)
      guard seed == Self.batch else { continue }
      guard let rows = catalogueRows(isWanted) else { return }
      answer.catalogue = rows
      give(answer)
    }
  }

  /// How the video ends under the settings in force and under the draft.
  private func endings(others: UInt64, _ isWanted: () -> Bool) -> [Ending]? {
    let drafts = [[], question.changes]
    let endings = drafts.compactMap {
      rehearsal.ending(changes: $0, others: others, isWanted: isWanted)
    }
    return endings.count == drafts.count ? endings : nil
  }

  private func catalogueRows(_ isWanted: () -> Bool) -> [CatalogueRow]? {
    guard let now = rehearsal.platform(under: []),
      let draft = rehearsal.platform(under: question.changes)
    else { return [] }
    return catalogue.rows(now: now, draft: draft, isWanted: isWanted)
  }
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
