import Canvas
import Catalogue
import Distribution

/// Spread from 44 × 12 on: the head, and one pane at a time.
struct SmallSpread {
  let view: View

  /// Draws the head and the pane that has the focus; the overview is reach and the latest waves.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    guard let video = view.video else {
      sheet.line([.muted(" No upload yet.")], rect.x, rect.y, in: rect)
      return
    }
    let (head, below) = rect.splitTop(3)
    drawHead(video, on: &sheet, in: head)
    if view.state.pane != .overview {
      SinglePane(view: view, video: video).draw(on: &sheet, in: below)
    } else {
      drawOverview(video, on: &sheet, in: below)
    }
  }

  private func drawHead(_ video: VideoPicture, on sheet: inout Sheet, in rect: Rect) {
    let pane = HeadPane(view: view, video: video)
    let inner = rect.inset(1, 0)
    let place = (view.rows.firstIndex(of: video.id) ?? -1) + 1
    sheet.row(
      [StateWords.mark(of: video.state), .gap(1)] + pane.title(room: inner.width - 10),
      [.muted("\(place)/\(view.rows.count)")], inner.y, in: inner)
    sheet.row(
      Array(pane.numbers.prefix(5)), [.muted("+" + Lapse.words(view.now.minus(video.postedAt)))],
      inner.y + 1, in: inner)
    sheet.line(Why.sentence(view, video, room: inner.width), inner.x, inner.y + 2, in: inner)
  }

  private func drawOverview(_ video: VideoPicture, on sheet: inout Sheet, in rect: Rect) {
    let message = MessageLine(view: view).isUrgent ? 1 : 0
    let waves = WavesPane(view: view, video: video)
    let rows = min(max(1, video.waves.count), max(1, (rect.height - message) / 3))
    let (reach, rest) = rect.splitTop(rect.height - rows - 1 - message)
    let chart = ReachPane(view: view, video: video)
    sheet.rule(
      reach.y, in: reach, title: [Piece("Reach", .title)],
      note: [Piece("o", .key), .muted(" other panes")])
    chart.draw(on: &sheet, in: reach.splitTop(1).1)
    let (wave, last) = rest.splitTop(rows + 1)
    sheet.rule(wave.y, in: wave, title: [Piece("Waves", .title)])
    waves.draw(on: &sheet, in: wave.splitTop(1).1, header: false)
    MessageLine(view: view).draw(on: &sheet, in: last)
  }
}

/// Spread where there is hardly room: the head as far as it goes, and which size is wanted.
struct TinySpread {
  let view: View

  /// Draws as many lines as fit, the most important first.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    let lines = lines(rect.width)
    for (row, line) in lines.prefix(rect.height).enumerated() {
      sheet.line(line, rect.x, rect.y + row, in: rect)
    }
    guard rect.height > lines.count + 3, let video = view.video else { return }
    let rest = rect.splitTop(lines.count).1
    ReachPane(view: view, video: video).draw(on: &sheet, in: rest)
  }

  private func lines(_ width: Int) -> [[Piece]] {
    guard let video = view.video else { return [[.muted("No upload yet")]] }
    let pane = HeadPane(view: view, video: video)
    var lines: [[Piece]] = [
      [StateWords.mark(of: video.state), .gap(1), .plain(video.upload.id.clipped(width - 2))],
      Array(pane.numbers.prefix(5)),
    ]
    if let notice = view.state.reply ?? view.scene.notice {
      lines.append([Piece(notice.text, notice.isError ? .error : .notice)])
    } else if view.isAtStart {
      lines.append([Piece("space", .key), .muted(" starts it")])
    }
    lines.append([.muted("small: 60×18 shows more")])
    lines.append(Why.sentence(view, video, room: width))
    return lines
  }
}
