public import Catalogue

/// What each spelling trick does to texts that are known.
public struct TrickReport: Sendable, Hashable {
  /// One trick.
  public struct Row: Sendable, Hashable {
    /// The trick.
    public var trick: SpellingTrick
    /// How many illegal texts are not let through when they are written so.
    public var caught: Rate
    /// Of the illegal texts that are caught in plain spelling, how many now are let through.
    public var lost: Rate
    /// How many innocent texts are not let through.
    public var doubted: Rate
  }

  /// One row a trick, in the order of the tricks.
  public let rows: [Row]

  /// Reads every text in plain spelling and by every trick.
  public init(
    _ texts: [(upload: Upload, truth: ReviewTruth)], reader: Reader, thresholds: ReviewSettings
  ) {
    let from = min(thresholds.doubtFrom, thresholds.removeFrom)
    func isCaught(_ upload: Upload) -> Bool { reader.read(upload, by: .review).illegal >= from }
    let bad = texts.filter(\.truth.isIllegal).map { ($0.upload, isCaught($0.upload)) }
    let good = texts.filter { $0.truth == .innocent }.map(\.upload)
    rows = SpellingTrick.allCases.map { trick in
      let now = bad.map { isCaught(trick.applied(to: $0.0)) }
      let lost = zip(bad, now).count { $0.1 && !$1 }
      return Row(
        trick: trick, caught: Rate(now.count { $0 }, of: bad.count),
        lost: Rate(lost, of: bad.count { $0.1 }),
        doubted: Rate(good.count { isCaught(trick.applied(to: $0)) }, of: good.count))
    }
  }
}
