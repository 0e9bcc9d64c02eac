import Audience
import Catalogue
import Dashboard
import Distribution

/// Forecasts where a video stops, from what the platform knows now: re-runs with other viewers of
/// videos that would look like it.
struct OutlookRunner: Sendable {
  /// What is known of it.
  let picture: VideoPicture
  /// Its part of the run.
  let rehearsal: Rehearsal

  /// How many re-runs it rests on.
  var runs = 20

  /// How many are tried for each that is needed: those that end before the views that the video
  /// already has are no re-runs of it.
  private static let tries = 3
  /// Fewer say too little.
  private static let fewest = 5

  /// The forecast; nil where it is no longer wanted or too few re-runs come this far.
  func outlook(isWanted: () -> Bool) -> Outlook? {
    let belief = Belief(of: picture)
    var views: [Int] = []
    for attempt in 1...(runs * Self.tries) where views.count < runs {
      let truth = belief.truth(at: Self.deviations(attempt), topics: [])
      guard
        let ending = rehearsal.ending(others: UInt64(attempt), truth: truth, isWanted: isWanted)
      else { return nil }
      if ending.views >= picture.views { views.append(ending.views) }
    }
    guard views.count >= Self.fewest, let range = ViewsRange(of: views) else { return nil }
    return Outlook(video: picture.id, views: range)
  }

  /// Standard deviations that visit the normal distribution evenly, whenever one stops: quantiles
  /// at multiples of the golden ratio.
  private static func deviations(_ attempt: Int) -> Double {
    let part = (Double(attempt) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
    return Exact.normalQuantile(min(max(part, 0.01), 0.99))
  }
}
