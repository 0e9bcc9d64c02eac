import Canvas
import Catalogue
import Distribution

/// Spread in one column: everything at once from 72 × 20 on, or one pane alone.
struct CompactSpread {
  let view: View

  /// Draws the overview or the pane that has the focus.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    guard let video = view.video else {
      sheet.line([.muted(" No upload yet.")], rect.x, rect.y, in: rect)
      return
    }
    let (head, below) = rect.splitTop(4)
    drawHead(video, on: &sheet, in: head)
    if view.state.pane != .overview {
      SinglePane(view: view, video: video).draw(on: &sheet, in: below)
      return
    }
    drawOverview(video, on: &sheet, in: below)
  }

  private func drawHead(_ video: VideoPicture, on sheet: inout Sheet, in rect: Rect) {
    let pane = HeadPane(view: view, video: video)
    let inner = rect.inset(1, 0)
    let place = (view.rows.firstIndex(of: video.id) ?? -1) + 1
    let note: [Piece] = [.muted("\(place)/\(view.rows.count)  ")] + pane.platforms
    let seconds: [Piece] = [.muted("  \(video.upload.duration.fixed(0)) s")]
    let title = pane.title(room: inner.width - note.cells - seconds.cells - 5)
    sheet.row(
      [StateWords.mark(of: video.state), .gap(1)] + title + seconds, note, inner.y, in: inner)
    let since: [Piece] = [.muted("+" + Lapse.words(view.now.minus(video.postedAt)))]
    sheet.row(pane.steps(room: inner.width - since.cells - 2), since, inner.y + 1, in: inner)
    sheet.line(pane.numbers, inner.x, inner.y + 2, in: inner)
    sheet.line(pane.why(room: inner.width, head: "Why  "), inner.x, inner.y + 3, in: inner)
  }

  private func drawOverview(_ video: VideoPicture, on sheet: inout Sheet, in rect: Rect) {
    let urgent = MessageLine(view: view).isUrgent
    let tail = min(2, max(0, rect.height - 12))
    var spare = rect.height - 2 - tail
    let kpiRows = spare >= 26 ? 6 : spare >= 13 ? 2 : 0
    spare -= kpiRows
    let waves = WavesPane(view: view, video: video)
    let waveRows = min(waves.wanted, max(2, min(spare * 2 / 5, spare - 6)))
    let reach = rect.splitTop(spare - waveRows + 1)
    drawReach(video, on: &sheet, in: reach.0)
    let wave = reach.1.splitTop(waveRows + 1)
    drawWaves(waves, on: &sheet, in: wave.0)
    let kpi = wave.1.splitTop(kpiRows)
    if kpiRows > 0 { drawKPIs(video, on: &sheet, in: kpi.0) }
    drawTail(video, urgent: urgent, on: &sheet, in: kpi.1)
  }

  private func drawReach(_ video: VideoPicture, on sheet: inout Sheet, in rect: Rect) {
    let pane = ReachPane(view: view, video: video)
    let outlook = HeadPane(view: view, video: video).briefOutlook
    let title: [Piece] = [
      Piece("Reach", .title), .muted(view.state.isLinear ? ", linear" : ", log"),
    ]
    sheet.rule(rect.y, in: rect, title: title, note: outlook ?? pane.note)
    pane.draw(on: &sheet, in: rect.splitTop(1).1)
  }

  private func drawWaves(_ pane: WavesPane, on sheet: inout Sheet, in rect: Rect) {
    let rows = rect.height - 1
    let hidden = pane.hidden(rows)
    let note: [Piece] =
      hidden.above > 0
      ? [.muted("1–\(hidden.above) above: "), Piece("pgup", .key)]
      : [.muted("score with its 80 % interval")]
    sheet.rule(rect.y, in: rect, title: [Piece("Waves", .title)], note: note)
    let fits = rows > pane.video.waves.count
    pane.draw(on: &sheet, in: rect.splitTop(1).1, header: fits)
  }

  private func drawKPIs(_ video: VideoPicture, on sheet: inout Sheet, in rect: Rect) {
    let pane = KPIPane(view: view, video: video)
    sheet.rule(
      rect.y, in: rect, title: [Piece("KPIs", .title), .muted(" against the median video")],
      note: [Piece("b", .key), .muted(" chooses a "), Piece("bar", .bar)])
    let below = rect.splitTop(1).1
    if below.height >= 5 {
      pane.draw(on: &sheet, in: below)
    } else {
      pane.drawBrief(on: &sheet, in: below)
    }
  }

  private func drawTail(
    _ video: VideoPicture, urgent: Bool, on sheet: inout Sheet, in rect: Rect
  ) {
    let inner = rect.inset(1, 0)
    guard rect.height > 0 else { return }
    let topics = TopicsPane(view: view, video: video)
    let desk = DeskPane(view: view).brief
    let room = inner.width - desk.cells - 2
    let forms = [3, 2, 1].map { topics.brief($0) }
    sheet.row(forms.first { $0.cells <= room } ?? [], desk, inner.y, in: inner)
    guard rect.height > 1 else { return }
    if urgent {
      MessageLine(view: view).draw(on: &sheet, in: Rect(rect.x, rect.y + 1, rect.width, 1))
    } else {
      EventsPane(view: view).drawBrief(on: &sheet, in: Rect(inner.x, inner.y + 1, inner.width, 1))
    }
  }
}

/// One pane of Spread, alone, with its title.
struct SinglePane {
  let view: View
  let video: VideoPicture

  /// Draws the pane that has the focus.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    let section = section(rect)
    let all = Pane.allCases.count - 1
    let place = Pane.allCases.firstIndex(of: view.state.pane) ?? 0
    sheet.rule(
      rect.y, in: rect, focused: true, title: section.title,
      note: [Piece("o", .key), .muted(" next pane \(place)/\(all)")])
    let below = rect.splitTop(1).1
    guard MessageLine(view: view).isUrgent, below.height > 3 else {
      section.draw(&sheet, below)
      return
    }
    let (pane, message) = below.splitTop(below.height - 1)
    section.draw(&sheet, pane)
    MessageLine(view: view).draw(on: &sheet, in: message)
  }

  private func section(_ rect: Rect) -> Section {
    let panes = Panes(view: view)
    switch view.state.pane {
    case .overview, .videos: return panes.videos(rect.height)
    case .reach: return panes.reach(video)
    case .waves: return panes.waves(video)
    case .kpis: return panes.kpis(video)
    case .topics: return panes.topics(video)
    case .desk: return panes.desk
    case .sources: return panes.sources(video)
    case .events: return panes.events
    }
  }
}
