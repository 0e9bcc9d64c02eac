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
      .muted(view.state.isLinear ? ": views in total, linear scale" : ": views in total, log scale"),
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
    chart(times: rect.height >= 9).draw(on: &sheet, in: rect)
  }

  private func chart(times: Bool) -> CurveChart {
    let until = video.stoppedAt.map { max($0, lastPoint) } ?? view.now
    let reached = Curve.views(of: video.curve, until: until, Style(.push))
    let social = Curve.social(of: video.curve, until: until, Style(.social))
    var curves = [reached, social]
    curves[0].label = [
      Piece(video.views.brief, Style(.push, bold: true)), .muted(" now"),
    ]
    curves[1].label = [
      Piece(video.progress.socialGraphOnly.brief, .social), .muted(" social"),
    ]
    var top = video.views
    if let forecast {
      curves.append(forecast)
      top = max(top, forecast.points.last?.value ?? 0)
    }
    return CurveChart(
      axis: view.axis, scale: ValueScale(isLinear: view.state.isLinear, holding: top),
      curves: curves, marks: marks, markWords: "wave ends",
      origin: times ? view.time(video.postedAt).short : nil)
  }

  private var lastPoint: Moment { video.curve.last?.at ?? video.postedAt }

  /// Where it is likely to end, from now on.
  private var forecast: Curve? {
    guard let outlook = view.scene.outlook, outlook.video == video.id, video.state == .pushing,
      outlook.views.runs > 0
    else { return nil }
    let median = max(outlook.views.median, video.views)
    return Curve(
      points: [Curve.Point(at: view.now, value: median)], until: view.axis.to,
      style: Style(.forecast), isDotted: true)
  }

  private var marks: [(moment: Moment, text: String, style: Style)] {
    var marks = video.waves.compactMap { wave in
      wave.endedAt.map {
        (moment: $0, text: String(wave.number), style: Style(.wave, level: wave.number - 1))
      }
    }
    if view.now <= view.axis.to, video.state == .pushing {
      marks.append((view.now, "●", Style(.push)))
    }
    return marks
  }
}
