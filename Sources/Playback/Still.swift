import Catalogue
public import Dashboard
public import Distribution

/// A show at one moment as a scene, with the answers that a screen would wait for: for frames
/// without a terminal.
public struct Still: Sendable {
  /// The show at its moment.
  public let show: Show
  /// The video looked at; nil for the scenario's own choice.
  public let video: VideoID?

  /// How many re-runs an outlook rests on here.
  private static let runs = 10

  /// A still of a show.
  public init(show: Show, video: VideoID?) {
    self.show = show
    self.video = video ?? show.snapshot.videos.first { $0.upload.id == show.snapshot.star }?.id
  }

  /// The paused scene as a screen shows it; of a record no more than was known at its moment.
  public func scene(for screen: Screen) -> Scene {
    var scene = Scene(
      snapshot: show.snapshot, furthest: show.recording == nil ? show.furthest : show.now,
      isOver: show.isOver, marks: show.marks.filter { $0.at <= show.now })
    guard let video, let picture = show.snapshot[video],
      let rehearsal = Rehearsal(of: video, in: show)
    else { return scene }
    switch screen {
    case .spread where picture.state == .pushing:
      scene.outlook = OutlookRunner(picture: picture, rehearsal: rehearsal, runs: Self.runs)
        .outlook(isWanted: { true })
    case .tune:
      let question = WhatIf.Question(changes: [], video: video)
      if let now = rehearsal.ending(isWanted: { true }) {
        scene.whatIf = WhatIf(question: question, video: [now, now])
      }
    case .spread, .moderate, .compare: break
    }
    return scene
  }
}
