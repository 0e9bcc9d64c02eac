import Canvas
import Catalogue
import Distribution

/// The list of videos with their state, views and where they are.
struct VideosPane {
  let view: View

  /// The pane's title: what it is, or the filter that is being typed.
  var title: [Piece] {
    if case .filter(let field) = view.state.overlay {
      return [Piece("/", .key), .plain(field.text), Piece("▏", .focus)]
    }
    let filter = view.state.filter
    return filter.isEmpty
      ? [Piece("Videos", .title)]
      : [Piece("Videos", .title), .plain(" /" + filter)]
  }

  /// How it is sorted and where the chosen one stands.
  var note: [Piece] {
    [.muted(view.state.sorting.words + " "), .plain("\(place)/\(view.rows.count)")]
  }

  private var place: Int { (index ?? -1) + 1 }
  private var index: Int? { view.rows.firstIndex { $0 == view.video?.id } }

  /// Draws as many rows as there is room for, the chosen one among them.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    guard !view.rows.isEmpty else {
      sheet.line([.muted(" " + emptyWords)], rect.x, rect.y, in: rect)
      return
    }
    let first = Scroll.first(
      of: view.rows.count, room: rect.height, keeping: index,
      wish: view.state.scroll[.videos] ?? 0)
    let last = min(view.rows.count, first + rect.height)
    for row in first..<last {
      guard let video = view.snapshot[view.rows[row]] else { continue }
      draw(video, on: &sheet, rect.y + row - first, in: rect)
    }
  }

  private var emptyWords: String {
    view.state.filter.isEmpty ? "none yet" : "no video matches"
  }

  private func draw(_ video: VideoPicture, on sheet: inout Sheet, _ y: Int, in rect: Rect) {
    let isChosen = video.id == view.video?.id
    let clip = Rect(rect.x, y, rect.width, 1)
    let mark = StateWords.mark(of: video.state)
    let name = video.upload.id.clipped(rect.width - 18)
    let reached = video.state == .pushing || video.state == .stopped
    let views = reached ? video.views.brief : "–"
    if isChosen { sheet.select(y, in: clip) }
    sheet.mark(clip, as: .video(video.id))
    let pieces: [Piece] = [
      Piece(isChosen ? "▸" : " ", .focus), mark, .gap(1), Piece(name, Style(bold: isChosen)),
    ]
    sheet.line(pieces.selected(isChosen), rect.x, y, in: clip)
    let right: [Piece] = [
      .plain(views), .gap(2), .muted(StateWords.place(of: video).left(7)), .gap(1),
    ]
    sheet.right(right.selected(isChosen), y, in: clip)
  }
}

/// Which part of a list is shown.
enum Scroll {
  /// The first row: as near as possible to the one wished for while one row stays in sight.
  static func first(of count: Int, room: Int, keeping row: Int?, wish: Int) -> Int {
    let last = max(0, count - max(0, room))
    var first = min(max(0, wish), last)
    if let row, room > 0 {
      if row < first { first = row }
      if row >= first + room { first = row - room + 1 }
    }
    return first
  }

  /// What lies outside a text's rows, and the keys that lead there: `3 lines below: pgdn`.
  static func hint(above: Int, below: Int, keys up: String, _ down: String) -> [Piece] {
    var pieces: [Piece] = []
    if above > 0 { pieces += [.muted("\(Figures.count(above, "line")) above: "), Piece(up, .key)] }
    if above > 0, below > 0 { pieces.append(.gap(3)) }
    if below > 0 {
      pieces += [.muted("\(Figures.count(below, "line")) below: "), Piece(down, .key)]
    }
    return pieces
  }
}
