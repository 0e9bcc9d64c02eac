import Canvas
import Catalogue
import Distribution

/// How a run's videos ended, for people.
struct ResultTable {
  /// The run at its end.
  let snapshot: Snapshot

  /// How many videos are listed; the rest is counted.
  private static let most = 30

  /// The lines.
  var text: String {
    let videos = snapshot.videos.sorted { ($1.views, $0.id) < ($0.views, $1.id) }
    let rows = videos.prefix(Self.most).map(row)
    var lines = [heading, ""]
    lines += TextTable([Self.titles] + rows, left: [0, 1, 2, 9]).lines
    if videos.count > Self.most {
      let rest = videos.dropFirst(Self.most)
      let views = rest.reduce(0) { $0 + $1.views }
      lines.append(
        "and \(rest.count.grouped) more with \(views.grouped) views (--json has them all)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var heading: String {
    let length = DurationText.text(snapshot.now / 60 * 60)
    return "SIMULATED  \(snapshot.scenario)  seed \(snapshot.seed)  \(length) from "
      + Timestamp.text(snapshot.start)
  }

  private static let titles = [
    "video", "platform", "outcome", "views", "reach", "forwards", "waves", "For You",
    "social only", "why",
  ]

  private func row(_ video: VideoPicture) -> [String] {
    let summary = Summary(snapshot: snapshot)
    let forYou = Double(video.progress.forYou) / Double(max(1, video.views))
    return [
      VisibleText.escape(video.upload.id), summary.platform(of: video)?.name ?? "",
      video.state.words, video.views.grouped, video.progress.reach.grouped,
      video.progress.forwarded.grouped, String(video.waves.count),
      video.views > 0 ? (forYou * 100).fixed(1) + " %" : "–",
      video.publication == nil ? "–" : video.progress.socialGraphOnly.grouped,
      VisibleText.escape(video.reason),
    ]
  }
}
