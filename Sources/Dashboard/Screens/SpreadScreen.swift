import Canvas
import Catalogue
import Distribution

/// How the videos spread, wave by wave, and why.
struct SpreadScreen {
  let view: View

  /// Which arrangement a size gets.
  enum Layout: Hashable {
    /// Three columns.
    case wide
    /// Two columns.
    case full
    /// One column with everything in it.
    case compact
    /// The head and one pane.
    case small
    /// What fits.
    case tiny

    init(_ size: Size) {
      switch (size.width, size.height) {
      case (170..., 30...): self = .wide
      case (108..., 30...): self = .full
      case (72..., 20...): self = .compact
      case (44..., 12...): self = .small
      default: self = .tiny
      }
    }
  }

  /// Draws it below the header and above the footer.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    switch Layout(Size(rect.width, rect.height + 2)) {
    case .wide: drawFull(on: &sheet, in: rect, columns: 3)
    case .full: drawFull(on: &sheet, in: rect, columns: 2)
    case .compact: CompactSpread(view: view).draw(on: &sheet, in: rect)
    case .small: SmallSpread(view: view).draw(on: &sheet, in: rect)
    case .tiny: TinySpread(view: view).draw(on: &sheet, in: rect)
    }
  }

  private func drawFull(on sheet: inout Sheet, in rect: Rect, columns: Int) {
    let (timeline, below) = rect.splitTop(1)
    TimelineLine(view: view).draw(on: &sheet, in: timeline)
    let (panes, message) = below.splitTop(below.height - 1)
    MessageLine(view: view).draw(on: &sheet, in: message)
    let left = columns == 3 ? 40 : min(36, max(34, rect.width * 2 / 7))
    let (first, rest) = panes.splitLeft(left)
    let right = columns == 3 ? min(60, max(44, rect.width / 4)) : 0
    let (middle, last) = rest.splitLeft(rest.width - right)
    let lists = Panes(view: view)
    if columns == 3 {
      Column(sections: lists.lists(panes.height)).draw(on: &sheet, in: first)
      Column(sections: lists.outcomes).draw(on: &sheet, in: last)
    } else {
      Column(sections: lists.lists(panes.height) + lists.outcomes).draw(on: &sheet, in: first)
    }
    Column(sections: lists.chosen(width: middle.width)).draw(on: &sheet, in: middle)
  }
}

/// Spread's panes as sections of columns.
struct Panes {
  let view: View

  /// Videos, topics and desk.
  func lists(_ height: Int) -> [Section] {
    var sections = [videos(height)]
    if let video = view.video { sections.append(topics(video)) }
    sections.append(desk)
    return sections
  }

  /// Sources and events.
  var outcomes: [Section] {
    guard let video = view.video else { return [events] }
    return [sources(video), events]
  }

  /// The chosen video's head, reach, waves and KPIs.
  func chosen(width: Int) -> [Section] {
    guard let video = view.video else {
      return [
        Section(title: [Piece("No upload yet", .title)], least: 1, wanted: 1, rank: 0) { _, _ in }
      ]
    }
    return [head(video, width), reach(video), waves(video), kpis(video)]
  }

  private func focus(_ pane: Pane) -> Bool { view.state.pane == pane }

  func videos(_ height: Int) -> Section {
    let pane = VideosPane(view: view)
    let wanted = min(max(view.rows.count, 3), max(5, height * 11 / 36))
    return Section(
      title: pane.title, note: pane.note, least: 3, wanted: wanted, rank: 1,
      hasFocus: focus(.videos), pane: .videos, draw: pane.draw)
  }

  func topics(_ video: VideoPicture) -> Section {
    let pane = TopicsPane(view: view, video: video)
    return Section(
      title: pane.title, note: pane.note, least: 2, wanted: pane.wanted, rank: 2,
      hasFocus: focus(.topics), pane: .topics, draw: pane.draw)
  }

  var desk: Section {
    let pane = DeskPane(view: view)
    return Section(
      title: pane.title, note: pane.note, least: 1, wanted: pane.wanted, rank: 3,
      hasFocus: focus(.desk), pane: .desk, draw: pane.draw)
  }

  func sources(_ video: VideoPicture) -> Section {
    let pane = SourcesPane(view: view, video: video)
    return Section(
      title: pane.title, least: 4, wanted: 4, rank: 5, hasFocus: focus(.sources), pane: .sources,
      draw: pane.draw)
  }

  var events: Section {
    let pane = EventsPane(view: view)
    return Section(
      title: pane.title, note: pane.note, least: 2, wanted: 6, rank: 4, isGreedy: true,
      hasFocus: focus(.events), pane: .events, draw: pane.draw)
  }

  func head(_ video: VideoPicture, _ width: Int) -> Section {
    let pane = HeadPane(view: view, video: video)
    let note = pane.note
    return Section(
      title: pane.title(room: width - note.cells - 8), note: note, least: 4, wanted: 4, rank: 0,
      draw: pane.draw)
  }

  func reach(_ video: VideoPicture) -> Section {
    let pane = ReachPane(view: view, video: video)
    return Section(
      title: pane.title, note: pane.note, least: 6, wanted: 8, rank: 1, isGreedy: true,
      hasFocus: focus(.reach), pane: .reach, draw: pane.draw)
  }

  func waves(_ video: VideoPicture) -> Section {
    let pane = WavesPane(view: view, video: video)
    return Section(
      title: pane.title, note: pane.note, least: 3, wanted: pane.wanted, rank: 3,
      hasFocus: focus(.waves), pane: .waves
    ) { sheet, rect in pane.draw(on: &sheet, in: rect) }
  }

  func kpis(_ video: VideoPicture) -> Section {
    let pane = KPIPane(view: view, video: video)
    return Section(
      title: pane.title, note: pane.note, least: 5, wanted: 5, rank: 2, hasFocus: focus(.kpis),
      pane: .kpis,
      draw: pane.draw)
  }
}
