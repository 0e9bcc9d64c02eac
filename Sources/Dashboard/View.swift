import Canvas
import Catalogue
import Distribution

/// What a frame is drawn from: the scene, the screen's own state, and what follows from the two.
struct View {
  /// The scene; where somebody decides or sets, that of the run it goes to.
  let scene: Scene
  let state: Dashboard
  /// A fork that has just come or gone; nil where none has since the latest key.
  let forked: Forking?
  /// The videos of the list: one a row, sorted and filtered.
  let rows: [VideoID]
  /// The chosen video.
  let video: VideoPicture?
  /// Cases nobody has decided, in the desk's order.
  let cases: [VideoPicture]

  init(_ scene: Scene, _ state: Dashboard) {
    var state = state
    state.settleForm(with: scene)
    let forked = state.settleFork(with: scene)
    var scene = scene
    if state.screen == .moderate || state.screen == .tune, scene.goesToFork {
      scene.snapshot = scene.steeredSnapshot
    }
    self.scene = scene
    self.forked = forked
    self.state = state
    video = state.chosenVideo(in: scene)
    rows = VideoList.rows(of: scene.snapshot, chosen: video?.id, state)
    cases = CaseOrder.sorted(scene.snapshot)
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

  /// Where decisions and settings go; a replay's run takes none.
  var steered: Steered { scene.canChange ? scene.steered : .fork }

  /// The posts of the chosen upload, one a platform.
  var siblings: [VideoPicture] {
    guard let video else { return [] }
    return snapshot.platforms.indices.compactMap {
      snapshot[VideoID(upload: video.id.upload, platform: $0)]
    }
  }

  /// The time that curves of the chosen video show: nothing in it is known before it has happened,
  /// so that a moment looks the same whether the run has gone on since or not.
  var axis: TimeAxis {
    let from = video?.postedAt ?? 0
    return TimeAxis(from: from, holding: min(now, video?.stoppedAt ?? now))
  }
}

/// The rows of the videos list.
enum VideoList {
  /// One video an upload: the chosen post of it, else its first.
  static func rows(
    of snapshot: Snapshot, chosen: VideoID?, _ state: Dashboard
  ) -> [VideoID] {
    let videos = snapshot.videos
    var best: [Int: Int] = [:]
    for index in videos.indices {
      let id = videos[index].id
      if let known = best[id.upload], videos[known].id == chosen || id != chosen && known < index {
        continue
      }
      best[id.upload] = index
    }
    let words = state.filter.lowercased()
    let kept = best.values.filter { words.isEmpty || matches(videos[$0], words) }
    return kept.map { Key(videos[$0], $0, state.sorting) }.sorted().map(\.id)
  }

  /// What a row is sorted by, so that sorting moves no videos.
  private struct Key: Comparable {
    let rank: Int
    let index: Int
    let id: VideoID

    init(_ video: VideoPicture, _ index: Int, _ sorting: Sorting) {
      self.index = index
      self.id = video.id
      rank =
        switch sorting {
        case .views: -video.views
        case .newest: 0.minus(video.postedAt)
        case .waiting: video.state == .atDesk ? 0 : video.state == .pushing ? 1 : 2
        }
    }

    static func < (a: Key, b: Key) -> Bool { (a.rank, a.index) < (b.rank, b.index) }
  }

  private static func matches(_ video: VideoPicture, _ words: String) -> Bool {
    let text = [
      video.upload.id, video.upload.caption, "@" + video.upload.creator,
      video.reading.topics.first?.topic.label ?? "", StateWords.word(of: video.state),
    ].joined(separator: "\n").lowercased()
    return words.split(separator: " ").allSatisfy { text.contains($0) }
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
