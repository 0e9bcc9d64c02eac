import Canvas
import Catalogue
import Distribution

/// The chosen video's views over time: by the content graph, and by the social graph alone.
struct ReachPane {
  let view: View
  let video: VideoPicture

  var title: [Piece] {
    [
      Piece("Reach", .title),
      .muted(
        view.state.isLinear ? ": views in total, linear scale" : ": views in total, log scale"),
    ]
  }

  var note: [Piece] {
    [Piece("l ", .key), .muted(view.state.isLinear ? "logarithmic" : "linear")]
  }

  /// Draws the chart, with a row of times where there is room.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    guard video.publication != nil else {
      let words = "Nobody has been shown it" + (video.state == .removed ? "." : " yet.")
      sheet.line([.muted(" " + words)], rect.x, rect.y, in: rect)
      return
    }
    let times = rect.height >= 9
    var chart = chart(columns: rect.width, times: times)
    chart.yLabels = Reach.labels(chart.y, rows: rect.height - (times ? 2 : 1))
    sheet.canvas.draw(chart, in: rect)
  }

  private func chart(columns: Int, times: Bool) -> CurveChart {
    let until = video.state == .stopped ? max(video.stoppedAt ?? 0, lastPoint) : view.now
    let median = forecast
    let reached = Reach.curve(video.curve, until: until, Style(.push))
    let social = Reach.social(video.curve, until: until)
    var chart = CurveChart(
      x: view.axis.scale,
      y: Reach.scale(isLinear: view.state.isLinear, holding: max(video.views, median ?? 0)),
      curves: [social, reached], marks: marks, marksName: "wave ends",
      notes: [
        CurveChart.Label(
          at: Double(max(1, video.views)), "\(video.views.brief) content", Style(.push)),
        CurveChart.Label(
          at: Double(max(1, video.progress.socialGraphOnly)),
          "\(video.progress.socialGraphOnly.brief) social", Style(.social)),
      ])
    if let median {
      chart.curves.insert(Reach.level(median, from: view.now, to: view.axis.to), at: 0)
      chart.notes.append(
        CurveChart.Label(at: Double(median), "~\(median.brief)", Style(.forecast)))
    }
    if times { chart.xLabels = view.axis.labels(columns: columns, origin: origin) }
    return chart
  }

  private var origin: String { view.time(video.postedAt).short }
  private var lastPoint: Moment { video.curve.last?.at ?? video.postedAt }

  /// Where it is likely to end; nil where that is not known.
  private var forecast: Int? {
    guard let outlook = view.scene.outlook, outlook.video == video.id, video.state == .pushing,
      outlook.views.runs > 0
    else { return nil }
    return max(outlook.views.median, video.views)
  }

  private var marks: [CurveChart.Mark] {
    var marks = video.waves.compactMap { wave in
      wave.endedAt.map {
        CurveChart.Mark(
          at: Double($0), String(wave.number), Style(.wave, level: wave.number - 1))
      }
    }
    if video.state == .pushing {
      marks.append(CurveChart.Mark(at: Double(view.now), "●", Style(.push)))
    }
    return marks
  }
}
