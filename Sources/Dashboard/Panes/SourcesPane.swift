import Canvas
import Catalogue
import Distribution

/// Where the chosen video's views come from.
struct SourcesPane {
  let view: View
  let video: VideoPicture

  var title: [Piece] { [Piece("Where the views come from", .title)] }

  /// A row a source.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    for (row, source) in Source.allCases.prefix(rect.height).enumerated() {
      let clip = Rect(rect.x, rect.y + row, rect.width, 1)
      sheet.line([.gap(1)] + name(source), rect.x, clip.y, in: clip)
      let views = video.progress.views(from: source)
      let share = Figures.percent(views, of: video.views)
      sheet.right(
        [.plain(views.grouped), .muted(share.right(9)), .gap(1)], clip.y, in: clip)
    }
  }

  private func name(_ source: Source) -> [Piece] {
    switch source {
    case .forYou: [.plain(view.platform?.name.clipped(12) ?? source.label)]
    case .followers: [.plain(source.label), .muted(" (\(video.followers.brief))")]
    case .forwards, .profile: [Piece(source.label, source == .forwards ? .social : .text)]
    }
  }
}
