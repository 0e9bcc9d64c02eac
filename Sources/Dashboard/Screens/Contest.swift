import Canvas
import Catalogue
import Distribution

/// What is compared with what: up to four runs of the chosen video, and its social graph alone.
struct Contest {
  let view: View
  let video: VideoPicture

  /// One of the runs.
  struct Runner: Hashable {
    /// What stands above its column and beside its curve.
    var name: String
    var video: VideoPicture
    /// The settings it runs under.
    var settings: PlatformSettings?
    var style: Style
    /// The moment up to which it is known.
    var until: Moment
    /// Whether it is the fork.
    var isFork = false

    /// What its curve is drawn from: a fork's own part alone.
    func points(since moment: Moment?) -> [CurvePoint] {
      guard let moment else { return video.curve }
      let first = video.curve.lastIndex { $0.at <= moment } ?? 0
      return Array(video.curve.dropFirst(first))
    }
  }

  /// The chosen video first, then its fork, its other platforms, and posts of the same content.
  var runners: [Runner] {
    var all = [
      runner(video, view.siblings.count > 1 ? view.platformName(video) : "this run", .push)
    ]
    if let fork = view.scene.fork, let copy = fork.snapshot[video.id] {
      let platform = fork.snapshot.platforms
      let index = video.id.platform
      all.append(
        Runner(
          name: "fork", video: copy,
          settings: platform.indices.contains(index) ? platform[index].settings : nil,
          style: Style(.draft), until: Self.known(copy, fork.snapshot.now), isFork: true))
    }
    for sibling in view.siblings where sibling.id != video.id {
      all.append(runner(sibling, view.platformName(sibling), .forecast))
    }
    let content = video.upload.content
    let videos = view.snapshot.videos
    let posts = videos.indices.filter { videos[$0].upload.content == content }
    for other in posts.map({ videos[$0] })
    where other.id.upload != video.id.upload {
      all.append(runner(other, other.upload.id, .notice))
    }
    return Array(all.prefix(4))
  }

  private func runner(_ video: VideoPicture, _ name: String, _ role: Role) -> Runner {
    let platforms = view.snapshot.platforms
    let index = video.id.platform
    return Runner(
      name: name, video: video,
      settings: platforms.indices.contains(index) ? platforms[index].settings : nil,
      style: Style(role), until: Self.known(video, view.now))
  }

  private static func known(_ video: VideoPicture, _ now: Moment) -> Moment {
    guard let stopped = video.stoppedAt else { return now }
    return max(stopped, video.curve.last?.at ?? stopped)
  }

  /// Draws all curves from the moment of posting on, the social graph's dotted.
  func drawChart(on sheet: inout Sheet, in rect: Rect) {
    let runners = runners.filter { $0.video.publication != nil }
    guard !runners.isEmpty else {
      sheet.line([.muted(" Nobody has been shown it yet.")], rect.x, rect.y, in: rect)
      return
    }
    let length = runners.map { $0.until.minus($0.video.postedAt) }.max() ?? 0
    let axis = TimeAxis(from: 0, holding: length)
    let top = runners.map(\.video.views).max() ?? 0
    let scale = Reach.scale(isLinear: view.state.isLinear, holding: top)
    var chart = CurveChart(
      x: axis.scale, y: scale,
      curves: [Reach.social(video.curve, until: known, shift: -video.postedAt)])
    for runner in runners.sorted(by: { !$0.isFork && $1.isFork }) {
      let since = runner.isFork ? view.scene.fork?.from : nil
      chart.curves.append(
        Reach.curve(
          runner.points(since: since), until: runner.until, runner.style,
          shift: -runner.video.postedAt))
    }
    chart.notes =
      runners.map {
        CurveChart.Label(
          at: Double(max(1, $0.video.views)), "\($0.video.views.brief) \($0.name.clipped(12))",
          $0.style)
      } + [
        CurveChart.Label(
          at: Double(max(1, video.progress.socialGraphOnly)),
          "\(video.progress.socialGraphOnly.brief) social only", Style(.social))
      ]
    chart.yLabels = Reach.labels(scale, rows: rect.height - 2)
    if rect.height >= 6 { chart.xLabels = axis.labels(columns: rect.width, origin: "posted") }
    sheet.canvas.draw(chart, in: rect)
  }

  private var known: Moment { Self.known(video, view.now) }

  /// A row of the table: its name and one value a runner.
  struct Figure {
    var name: String
    var values: [String]
    /// The value for the social graph alone; nil where it has none.
    var social: String?
    /// Whether a difference between the first two says something.
    var numbers: [Double?] = []
  }

  /// The rows.
  var figures: [Figure] {
    let videos = runners.map(\.video)
    func row(_ name: String, social: String? = nil, _ value: (VideoPicture) -> String) -> Figure {
      Figure(name: name, values: videos.map(value), social: social)
    }
    func count(_ name: String, social: Int? = nil, _ value: (VideoPicture) -> Int?) -> Figure {
      Figure(
        name: name, values: videos.map { value($0)?.grouped ?? "–" }, social: social?.grouped,
        numbers: videos.map { value($0).map(Double.init) })
    }
    var rows = [
      count("views", social: video.progress.socialGraphOnly) { $0.views },
      row("state") { StateWords.mark(of: $0.state).text + " " + StateWords.word(of: $0.state) },
      count("waves") { $0.waves.count },
      count("distinct viewers") { $0.progress.reach },
      count("forwards") { $0.progress.forwarded },
      row("For You share") { Figures.percent($0.progress.forYou, of: $0.views) },
      row("first audience's score") { $0.assessments.first?.score.fixed(2) ?? "–" },
      row("latest score") { $0.assessment?.score.fixed(3) ?? "–" },
      row("10K views after") { Self.after(10_000, $0) },
      row("100K views after") { Self.after(100_000, $0) },
      row("posted") { view.time($0.postedAt).short },
      count("followers") { $0.followers },
    ]
    rows.append(
      Figure(name: "bar", values: runners.map { $0.settings?.bar.fixed(2) ?? "–" }, social: nil))
    return rows
  }

  private static func after(_ views: Int, _ video: VideoPicture) -> String {
    video.curve.first { $0.views >= views }.map { Lapse.table($0.at.minus(video.postedAt)) } ?? "–"
  }

  /// Draws the table: runners as columns, the fork's difference after it, social graph last.
  func drawTable(on sheet: inout Sheet, in rect: Rect) {
    let runners = runners
    let hasFork = runners.contains(where: \.isFork)
    let head = min(24, max(10, rect.width / 3))
    let count = runners.count + 1 + (hasFork ? 1 : 0)
    let each = max(8, min(16, (rect.width - head - 1) / max(1, count)))
    var titles = runners.map { Piece($0.name.clipped(each - 1).right(each), $0.style) }
    if hasFork { titles.insert(.muted("difference".clipped(each - 1).right(each)), at: 2) }
    titles.append(Piece((each > 12 ? "social only" : "social").right(each), .social))
    sheet.line([.gap(head + 1)] + titles, rect.x, rect.y, in: rect)
    for (row, figure) in figures.prefix(max(0, rect.height - 1)).enumerated() {
      var cells = zip(figure.values, runners).map { value, runner in
        Piece(value.clipped(each - 1).right(each), Style(runner.isFork ? .draft : .text))
      }
      if hasFork { cells.insert(.plain(difference(figure).right(each)), at: 2) }
      cells.append(Piece((figure.social ?? "").right(each), .social))
      sheet.line(
        [.gap(1), .muted(figure.name.fitted(head))] + cells, rect.x, rect.y + 1 + row, in: rect)
    }
  }

  private func difference(_ figure: Figure) -> String {
    guard figure.numbers.count > 1, let now = figure.numbers[0], let fork = figure.numbers[1] else {
      return ""
    }
    return Figures.signedBrief(Int(fork - now))
  }

  /// What the fork is under, or that it is one.
  private func name(of fork: Fork) -> String {
    settingsDiffer(fork) ? "Under \(fork.label)" : "In the fork"
  }

  private func settingsDiffer(_ fork: Fork) -> Bool {
    fork.snapshot.review != view.snapshot.review
      || fork.snapshot.platforms.map(\.settings) != view.snapshot.platforms.map(\.settings)
  }

  /// What of the fork is not as in the run.
  private func difference(of fork: Fork) -> String {
    var parts: [String] = []
    if settingsDiffer(fork) { parts.append("the settings") }
    let decided = [fork.snapshot, view.snapshot].map { snapshot in
      Set(snapshot.decisions.map { "\($0.upload) \($0.decision.allowed)" })
    }
    if decided[0] != decided[1] { parts.append("the decisions at the desk") }
    if fork.snapshot.videos.count != view.snapshot.videos.count, parts.isEmpty {
      parts.append("the uploads")
    }
    return parts.isEmpty
      ? "nothing was set or decided differently yet"
      : "only \(parts.joined(separator: " and ")) differ"
  }

  /// What the comparison comes to, in words.
  var sentences: [String] {
    var sentences: [String] = []
    let social = video.progress.socialGraphOnly
    if video.publication != nil, social > 0 {
      let times = Double(video.views) / Double(social)
      sentences.append(
        "What people watch brought \(video.views.grouped) views; who knows whom would have brought "
          + "\(social.grouped), \(times < 10 ? times.fixed(1) : Int(times).grouped) times fewer.")
    }
    if let fork = view.scene.fork, let copy = fork.snapshot[video.id] {
      let change = Figures.change(from: Double(video.views), to: Double(copy.views))
      sentences.append(
        "\(name(of: fork)), from \(view.time(fork.from).short) on: \(copy.views.grouped) views, "
          + "\(change). The same viewers and reactions: \(difference(of: fork)).")
    } else {
      sentences.append("f forks the run here; 3 tunes a setting first, and f there forks under it.")
    }
    for sibling in view.siblings where sibling.id != video.id {
      sentences.append(
        "On \(view.platformName(sibling)): \(sibling.views.grouped) views, "
          + "\(StateWords.word(of: sibling.state)), posted there "
          + "\(Lapse.words(max(sibling.postedAt.minus(video.postedAt), video.postedAt.minus(sibling.postedAt)))) "
          + (sibling.postedAt >= video.postedAt ? "later." : "earlier."))
    }
    return sentences
  }
}
