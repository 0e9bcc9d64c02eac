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
    answer.isComputing = false
    give(answer)
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
