import Audience
import Canvas
import Catalogue
import Distribution

/// The waves as rows: size, total, score against the bar, how sure, how sure it had to be.
struct WavesPane {
  let view: View
  let video: VideoPicture

  var title: [Piece] {
    [Piece("Waves", .title), .muted(", each further from the core")]
  }

  var note: [Piece] {
    guard let a = video.assessment, !a.atGate, video.state == .pushing else {
      return [.muted("scores with 80 % intervals")]
    }
    return [.muted("80 % intervals; running: its last \(a.tally.views.brief) views")]
  }

  /// Rows it would fill.
  var wanted: Int { max(2, video.waves.count + 1) }

  /// Draws the header and the latest waves, or those scrolled to.
  func draw(on sheet: inout Sheet, in rect: Rect, header: Bool = true) {
    let body = header ? rect.splitTop(1).1 : rect
    let columns = Columns(width: rect.width)
    let bar = video.assessment?.bar ?? view.platform?.settings.bar ?? 1
    let scale = ScoreScale(bar: bar, assessments: video.waves.compactMap(\.assessment))
    if header {
      drawHeader(on: &sheet, columns, scale, bar, hidden: hidden(body.height), in: rect)
    }
    guard !video.waves.isEmpty else {
      sheet.line([.muted(" none yet")], rect.x, body.y, in: rect)
      return
    }
    let first = first(room: body.height)
    for row in 0..<min(body.height, video.waves.count - first) {
      draw(video.waves[first + row], on: &sheet, columns, scale, body.y + row, in: rect)
    }
  }

  /// Waves above and below those shown with so much room.
  func hidden(_ room: Int) -> (above: Int, below: Int) {
    let first = first(room: room)
    return (first, max(0, video.waves.count - first - room))
  }

  private func first(room: Int) -> Int {
    let back = view.state.scroll[.waves] ?? 0
    let last = max(0, video.waves.count - max(0, room))
    return min(last, max(0, last - back))
  }

  private func drawHeader(
    on sheet: inout Sheet, _ columns: Columns, _ scale: ScoreScale, _ bar: Double,
    hidden: (above: Int, below: Int), in rect: Rect
  ) {
    let clip = Rect(rect.x, rect.y, rect.width, 1)
    let more =
      hidden.above > 0 ? " pgup \(hidden.above)↑" : hidden.below > 0 ? " pgdn \(hidden.below)↓" : ""
    sheet.line([.muted(" wave"), Piece(more, .key)], rect.x, rect.y, in: clip)
    if let viewers = columns.viewers, more.isEmpty {
      sheet.line(
        [.muted("viewers")], rect.x + viewers + columns.number - 7, rect.y, in: clip)
    }
    let total = columns.viewers == nil ? "total" : "in total"
    sheet.line(
      [.muted(total)], rect.x + columns.total + columns.number - total.cells, rect.y, in: clip)
    sheet.line([.muted("score")], rect.x + columns.score, rect.y, in: clip)
    scale.drawAxis(
      on: &sheet, bar: bar, in: Rect(rect.x + columns.interval, rect.y, columns.plot, 1))
    sheet.line([.muted(" sure   need  decided")], rect.x + columns.sure, rect.y, in: clip)
  }

  private func draw(
    _ wave: WavePicture, on sheet: inout Sheet, _ columns: Columns, _ scale: ScoreScale,
    _ y: Int, in rect: Rect
  ) {
    let clip = Rect(rect.x, y, rect.width, 1)
    let runs = wave.endedAt == nil && video.state == .pushing
    let ink = Style(.wave, level: wave.number - 1)
    sheet.line(
      [Piece(runs ? "▸" : " ", .focus), Piece(String(wave.number).right(3), ink)],
      rect.x, y, in: clip)
    if let viewers = columns.viewers {
      sheet.line(
        [.plain(wave.delivered.grouped.right(columns.number))], rect.x + viewers, y, in: clip)
    }
    sheet.line(
      [.plain(wave.total.grouped.right(columns.number))], rect.x + columns.total, y, in: clip)
    if let a = wave.assessment {
      let isLast = wave.number == video.waves.last?.number
      let score = Piece(a.score.fixed(2).right(5), .text, bold: isLast)
      sheet.line([score], rect.x + columns.score, y, in: clip)
      sheet.canvas.draw(
        scale.mark(a, ink), in: Rect(rect.x + columns.interval, y, columns.plot, 1))
      sheet.line(sure(a), rect.x + columns.sure, y, in: clip)
    } else {
      sheet.line([.muted("    –")], rect.x + columns.score, y, in: clip)
    }
    sheet.line(outcome(wave, runs: runs), rect.x + columns.outcome, y, in: clip)
  }

  private func sure(_ a: Assessment) -> [Piece] {
    guard a.ground == .score, a.rule != .point || !a.atGate else {
      return [.muted(a.ground == .score ? "   point rule" : "  own bar")]
    }
    return [
      .plain(Figures.chance(a.sure).right(5)), .muted(" ≥"),
      .muted(Figures.chance(a.needed).right(5)),
    ]
  }

  private func outcome(_ wave: WavePicture, runs: Bool) -> [Piece] {
    if runs {
      let size = max(1, wave.gate - wave.from)
      let share = Int((Double(wave.delivered) / Double(size) * 100).rounded(.down))
      return [Piece("▲", .push), .plain(" \(share) % shown")]
    }
    guard let ended = wave.endedAt else { return [] }
    let mark = wave.assessment?.action == .stop ? Piece("■", .stop) : Piece("▲", .push)
    return [mark, .muted(" " + view.time(ended).short)]
  }

  /// Where the columns of a row begin.
  struct Columns {
    let number: Int
    let viewers: Int?
    let total: Int
    let score: Int
    let interval: Int
    let plot: Int
    let sure: Int
    let outcome: Int

    init(width: Int) {
      number = width >= 70 ? 10 : 8
      viewers = width >= 70 ? 4 : nil
      total = width >= 70 ? 4 + number : 4
      score = total + number + 1
      interval = score + 7
      outcome = max(interval + 4, width - 13)
      sure = max(interval + 2, outcome - 14)
      plot = max(2, sure - interval - 1)
    }
  }
}
