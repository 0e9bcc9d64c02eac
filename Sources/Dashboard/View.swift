import Canvas
import Catalogue
import Distribution

/// What a frame is drawn from: the scene, the screen's own state, and what follows from the two.
struct View {
  let scene: Scene
  let state: Dashboard
  /// The videos of the list: one a row, sorted and filtered.
  let rows: [VideoPicture]
  /// The chosen video.
  let video: VideoPicture?

  init(_ scene: Scene, _ state: Dashboard) {
    self.scene = scene
    self.state = state
    video = state.chosenVideo(in: scene)
    rows = VideoList.rows(of: scene.snapshot, chosen: video?.id, state)
  }

  var snapshot: Snapshot { scene.snapshot }
  var now: Moment { scene.snapshot.now }

  /// The platform that the chosen video is on, or the first.
  var platform: Platform? {
    let index = video?.id.platform ?? 0
    return snapshot.platforms.indices.contains(index) ? snapshot.platforms[index] : nil
  }

  /// A moment as the calendar names it.
  func time(_ moment: Moment) -> WorldTime { WorldTime(start: snapshot.start, moment: moment) }

  /// The posts of the chosen upload, one a platform.
  var siblings: [VideoPicture] {
    guard let video else { return [] }
    return snapshot.videos.filter { $0.id.upload == video.id.upload }
  }

  /// Cases nobody has decided, gravest and longest waiting first.
  var cases: [VideoPicture] { CaseOrder.sorted(snapshot) }

  /// The time that curves and the timeline of the chosen video show.
  var axis: TimeAxis {
    let from = video?.postedAt ?? 0
    let known = scene.marks.last { $0.video == video?.id && $0.kind == .stop }?.at
    let end = min(known ?? .max, max(scene.furthest, now))
    return TimeAxis(from: from, holding: max(end, min(now, (video?.stoppedAt ?? now))))
  }
}

/// The rows of the videos list.
enum VideoList {
  /// One video an upload: the chosen post of it, else its first.
  static func rows(
    of snapshot: Snapshot, chosen: VideoID?, _ state: Dashboard
  ) -> [VideoPicture] {
    var best: [Int: VideoPicture] = [:]
    for video in snapshot.videos {
      let upload = video.id.upload
      if let known = best[upload], known.id == chosen || known.id < video.id && video.id != chosen {
        continue
      }
      best[upload] = video
    }
    let words = state.filter.lowercased()
    let kept = best.values.filter { words.isEmpty || matches($0, words) }
    return sorted(Array(kept), by: state.sorting)
  }

  private static func matches(_ video: VideoPicture, _ words: String) -> Bool {
    let text = [
      video.upload.id, video.upload.caption, "@" + video.upload.creator,
      video.reading.topics.first?.topic.label ?? "", StateWords.word(of: video.state),
    ].joined(separator: "\n").lowercased()
    return words.split(separator: " ").allSatisfy { text.contains($0) }
  }

  private static func sorted(_ videos: [VideoPicture], by sorting: Sorting) -> [VideoPicture] {
    videos.sorted { a, b in
      switch sorting {
      case .views where a.views != b.views: return a.views > b.views
      case .newest where a.postedAt != b.postedAt: return a.postedAt > b.postedAt
      case .waiting where (a.state == .atDesk) != (b.state == .atDesk): return a.state == .atDesk
      case .waiting where (a.state == .pushing) != (b.state == .pushing):
        return a.state == .pushing
      default: return a.id < b.id
      }
    }
  }
}

/// How the videos list is sorted.
enum Sorting: String, Sendable, Hashable, CaseIterable {
  case views, newest, waiting

  /// What stands above the list.
  var words: String {
    switch self {
    case .views: "by views"
    case .newest: "newest first"
    case .waiting: "waiting first"
    }
  }
}
