import Canvas
import Catalogue
import Distribution
import Journal

/// How one video's views grew, and how its score stood to the bar, as a picture for paper.
struct ReachChart {
  private let excerpt: Excerpt
  private let video: VideoPicture
  private var drawing: SVGDrawing
  private let times: Scale
  private let views: Scale

  private static let size = (width: 960, height: 640)
  private static let left = 72.0
  private static let right = 800.0
  /// Top and bottom of the views and of the scores.
  private static let reach = (top: 114.0, bottom: 416.0)
  private static let scores = (top: 478.0, bottom: 576.0)

  init(_ excerpt: Excerpt, of video: VideoPicture, theme: Theme) {
    self.excerpt = excerpt
    self.video = video
    drawing = SVGDrawing(width: Self.size.width, height: Self.size.height, theme: theme)
    let from = video.publishedAt ?? video.postedAt
    let last = [video.stoppedAt, video.curve.last?.at, video.waves.last?.endedAt].compactMap { $0 }
    times = .linear(Double(from), max(Double(from) + 3_600, Double(last.max() ?? from)))
    views = .decades(from: 1, covering: Double(max(1_000, video.views)))
  }

  /// The picture as SVG.
  var svg: String {
    var chart = self
    chart.drawHead()
    chart.drawAxes()
    if video.publication == nil {
      chart.drawing.words(
        "Nobody has been shown it" + (video.state == .removed ? ": it was removed." : " yet."),
        Self.left + 16, 250, .muted, size: 15)
    } else {
      chart.drawWaves()
      chart.drawCurves()
      chart.drawScores()
    }
    return chart.drawing.text(title: title)
  }

  private var title: String {
    "How “\(video.upload.id)” spread on \(excerpt.platform(of: video)?.name ?? "a platform")"
  }

  private mutating func drawHead() {
    drawing.words(title, Self.left, 40, .title, size: 20, isBold: true)
    let caption = video.upload.caption
    let shown = caption.count > 90 ? caption.prefix(89) + "…" : caption[...]
    drawing.words(String(shown), Self.left, 62, .muted, size: 13)
    drawing.words("SIMULATED", 936, 40, .simulated, size: 15, anchor: .end, isBold: true)
    var seed = "\(excerpt.snapshot.scenario), seed \(excerpt.snapshot.seed)"
    if excerpt.branch != Branch.first.name { seed += ", branch \(excerpt.branch)" }
    drawing.words(seed, 936, 60, .muted, size: 11, anchor: .end)
    drawing.words("views in total, log scale; the numbers are waves", Self.left, 88, .muted)
    drawing.words(
      "Views are times that the video started to play. Dotted lines are the ends of waves. Score 1 is "
        + "the median video’s; the strokes are 80 % intervals.",
      Self.left, 626, .muted, size: 11)
  }

  // MARK: Axes

  private mutating func drawAxes() {
    for tick in views.ticks(atMost: 12) {
      let y = self.y(of: tick)
      drawing.line(Self.left, y, Self.right, y, .border, opacity: 0.35)
      drawing.words(CompactNumber.text(tick), Self.left - 8, y + 4, .muted, anchor: .end)
    }
    for (moment, name) in timeTicks {
      let x = self.x(of: moment)
      drawing.line(x, Self.reach.bottom, x, Self.reach.bottom + 5, .border)
      drawing.words(name, x, Self.reach.bottom + 19, .muted, anchor: .middle)
    }
    drawing.line(Self.left, Self.reach.bottom, Self.right, Self.reach.bottom, .border)
    let date = excerpt.date(Int(times.lower)).prefix(16).split(separator: "T")
    drawing.words(
      "first shown " + date.joined(separator: " ") + " UTC", Self.left, Self.reach.bottom + 36,
      .muted, size: 11)
  }

  private var timeTicks: [(Double, String)] {
    TimeSteps.hours(in: times.upper - times.lower, atMost: 9).map { hours in
      (times.lower + Double(hours) * 3_600, TimeSteps.name(hours))
    }
  }

  private func x(of moment: Double) -> Double {
    Self.left + (Self.right - Self.left) * min(max(times.fraction(of: moment) ?? 0, 0), 1)
  }

  private func y(of count: Double) -> Double {
    let place = min(max(views.fraction(of: max(1, count)) ?? 0, 0), 1)
    return Self.reach.bottom - (Self.reach.bottom - Self.reach.top) * place
  }

  // MARK: Views

  private mutating func drawWaves() {
    var lastLabel = -1_000.0
    for wave in video.waves {
      guard let ended = wave.endedAt else { continue }
      let x = self.x(of: Double(ended))
      drawing.line(x, Self.reach.top, x, Self.reach.bottom, .border, dashes: "1 4")
      guard x - lastLabel >= 14 else { continue }
      drawing.words(String(wave.number), x, Self.reach.top - 5, .muted, size: 11, anchor: .middle)
      lastLabel = x
    }
    guard let stopped = video.stoppedAt else { return }
    let x = self.x(of: Double(stopped))
    let anchor: SVGDrawing.Anchor = x > Self.right - 100 ? .end : .start
    let shift = anchor == .end ? -6.0 : 6.0
    drawing.words(
      "the push ended", x + shift, Self.reach.bottom - 8, .muted, size: 11, anchor: anchor)
  }

  private mutating func drawCurves() {
    let social = path(\.socialGraphOnly)
    drawing.path(social, .social, width: 1.6, dashes: "6 4")
    drawing.path(path(\.views), .push, width: 2.4)
    var end = y(of: Double(video.views))
    var alone = y(of: Double(video.progress.socialGraphOnly))
    // Two and three lines, so they need some room between them.
    let gap = max(0, 44 - (alone - end).magnitude) / 2
    let up = end <= alone ? -gap : gap
    // Their last lines stay above the words of the time axis.
    let lowest = max(end + up + 18, alone - up + 30)
    let lift = max(0, lowest - Self.reach.bottom - 4)
    end -= lift
    alone -= lift
    drawing.words(
      video.views.grouped, Self.right + 10, end + up + 4, .push, size: 15, isBold: true)
    drawing.words("views", Self.right + 10, end + up + 18, .push, size: 11)
    drawing.words(
      video.progress.socialGraphOnly.grouped, Self.right + 10, alone - up + 4, .social, size: 13,
      isBold: true)
    for (line, words) in ["by followers and", "forwards alone"].enumerated() {
      drawing.words(
        words, Self.right + 10, alone - up + 18 + 12 * Double(line), .social, size: 10)
    }
  }

  /// Totals over time as steps, at most two points a picture column.
  private func path(_ value: KeyPath<CurvePoint, Int>) -> String {
    var text = ""
    var last = (x: -1.0, y: -1.0)
    for point in video.curve {
      let next = (x: x(of: Double(point.at)), y: y(of: Double(point[keyPath: value])))
      if text.isEmpty {
        text = "M\(SVGDrawing.digits(next.x)) \(SVGDrawing.digits(next.y))"
      } else if next.x - last.x >= 0.5 || point.at == video.curve.last?.at {
        text += "H\(SVGDrawing.digits(next.x))V\(SVGDrawing.digits(next.y))"
      } else {
        continue
      }
      last = next
    }
    return text.isEmpty ? "" : text + "H\(SVGDrawing.digits(Self.right))"
  }

  // MARK: Scores

  private mutating func drawScores() {
    let waves = video.waves.filter { $0.assessment?.ground == .score && $0.endedAt != nil }
    let looks = waves.compactMap(\.assessment).filter { $0.score.isFinite && $0.error.isFinite }
    guard !looks.isEmpty else { return }
    let low = looks.map { min($0.interval.lowerBound, $0.bar) }.min() ?? 0
    let high = looks.map { max($0.interval.upperBound, $0.bar) }.max() ?? 2
    let scale = Scale.linear(max(0, low - 0.05), min(high + 0.05, 10))
    func y(_ score: Double) -> Double {
      let place = min(max(scale.fraction(of: score) ?? 0, 0), 1)
      return Self.scores.bottom - (Self.scores.bottom - Self.scores.top) * place
    }
    drawing.words("score of each wave against the bar", Self.left, Self.scores.top - 8, .muted)
    for tick in scale.ticks(atMost: 4) {
      drawing.line(Self.left, y(tick), Self.right, y(tick), .border, opacity: 0.35)
      drawing.words(tick.fixed(2), Self.left - 8, y(tick) + 4, .muted, anchor: .end)
    }
    var from = Self.left
    for wave in waves {
      guard let look = wave.assessment, let ended = wave.endedAt else { continue }
      let x = self.x(of: Double(ended))
      drawing.line(from, y(look.bar), x, y(look.bar), .bar, width: 1.5, dashes: "4 3")
      from = x
      let role: Role = look.action == .stop ? .stop : .push
      drawing.line(x, y(look.interval.lowerBound), x, y(look.interval.upperBound), role, width: 2)
      drawing.dot(x, y(look.score), role, radius: 4)
    }
    guard let last = looks.last else { return }
    drawing.words("bar \(last.bar.fixed(2))", Self.right + 10, y(last.bar) + 4, .bar, isBold: true)
    drawing.words(
      "last score \(last.score.fixed(2))", Self.right + 10, y(last.bar) + 20, .muted, size: 11)
  }
}
