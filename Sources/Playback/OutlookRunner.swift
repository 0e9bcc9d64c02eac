import Dashboard
import Distribution

/// Forecasts where a video stops, from what the platform knows now.
struct OutlookRunner: Sendable {
  /// What is known of it.
  let picture: VideoPicture
  /// Its part of the run.
  let rehearsal: Rehearsal

  /// The forecast; nil where there is none yet.
  func outlook(isWanted: () -> Bool) -> Outlook? { nil }
}
