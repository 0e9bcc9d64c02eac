import Canvas
import Catalogue
import Distribution

/// What happened lately, newest first, with the reason where there is room.
struct EventsPane {
  let view: View

  var title: [Piece] { [Piece("Events", .title)] }
  var note: [Piece] {
    let back = offset
    return back > 0 ? [.muted("\(back) newer: "), Piece("pgup", .key)] : []
  }

  private var news: [Event] { view.snapshot.ticker.reversed().filter(isShown) }
  private var offset: Int { max(0, view.state.scroll[.events] ?? 0) }

  /// A post shows as its review, a doubt as the case that it opens; where many are posted, those
  /// that are let through say nothing.
  private func isShown(_ event: Event) -> Bool {
    switch event.what {
    case .uploaded: return false
    case .reviewed(let review) where review.verdict == .doubt: return false
    case .reviewed(let review) where review.verdict == .allow:
      return view.snapshot.videos.count < 50
    default: return true
    }
  }

  /// A line an event.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    let news = news
    guard !news.isEmpty else {
      sheet.line([.muted(" nothing yet")], rect.x, rect.y, in: rect)
      return
    }
    let first = min(offset, max(0, news.count - rect.height))
    for (row, event) in news.dropFirst(first).prefix(rect.height).enumerated() {
      let clip = Rect(rect.x, rect.y + row, rect.width, 1)
      sheet.line([.gap(1)] + line(event, room: rect.width - 2), rect.x, clip.y, in: clip)
    }
  }

  /// The upload's name, with its platform where that is not the first: `ew-lobby·Reels`.
  private func name(of id: VideoID) -> String? {
    guard let video = view.snapshot[id] else { return nil }
    return id.platform == 0
      ? video.upload.id : "\(video.upload.id)·\(view.platformName(video))"
  }

  /// An event in so many columns.
  func line(_ event: Event, room: Int) -> [Piece] {
    let words = EventWords(event, in: view)
    let time = view.time(event.at)
    let clock = room >= 40 ? time.short : time.clock
    let name = event.video.flatMap(name(of:))
    let columns = name == nil ? 0 : min(20, max(6, room - 11 - clock.cells - 2))
    var pieces: [Piece] = [.muted(clock + " ")]
    if let name {
      let isChosen = event.video == view.video?.id
      pieces.append(Piece(name.fitted(columns), Style(isChosen ? .text : .muted)))
      pieces.append(.gap(1))
    }
    pieces += words.brief
    let left = room - pieces.cells - 2
    if left > 14, !words.reason.isEmpty { pieces.append(.muted("  " + words.reason.clipped(left))) }
    return pieces
  }
}

extension EventsPane {
  /// The latest events side by side in one line.
  func drawBrief(on sheet: inout Sheet, in rect: Rect) {
    var x = rect.x
    for event in news.prefix(6) {
      let name = event.video.flatMap(name(of:))?.clipped(16)
      var pieces: [Piece] = [.muted(view.time(event.at).clock + " ")]
      if let name { pieces.append(.plain(name + " ")) }
      pieces += EventWords(event, in: view).brief
      guard x + pieces.cells <= rect.right else { break }
      x = sheet.line(pieces + [.gap(3)], x, rect.y, in: rect)
    }
  }
}
