import Canvas
import Catalogue
import Distribution

/// Runs side by side: the content graph against the social graph, the fork, other platforms, and
/// posts of the same content.
struct CompareScreen {
  let view: View

  /// Draws it below the header and above the footer.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    let (panes, message) = rect.splitTop(max(1, rect.height - 1))
    MessageLine(view: view).draw(on: &sheet, in: message)
    guard let video = view.video else {
      sheet.line([.muted(" No upload yet.")], rect.x, rect.y, in: panes)
      return
    }
    let contest = Contest(view: view, video: video)
    if panes.width >= 108, panes.height >= 20 {
      let (left, right) = panes.splitLeft(min(40, max(34, panes.width / 4)))
      let lists = Panes(view: view)
      Column(sections: [lists.videos(panes.height), answers(contest, left.width - 4)])
        .draw(on: &sheet, in: left)
      Column(sections: [chart(contest), table(contest)]).draw(on: &sheet, in: right)
    } else if panes.height >= 12, panes.width >= 40 {
      Column(sections: [chart(contest), table(contest)]).draw(on: &sheet, in: panes)
    } else {
      table(contest).draw(&sheet, panes)
    }
  }

  /// The two sentences that the comparison comes to.
  private func answers(_ contest: Contest, _ columns: Int) -> Section {
    let lines = contest.sentences.flatMap { TextWidth.wrap($0, width: max(8, columns)) + [""] }
    return Section(
      title: [Piece("What it comes to", .title)], least: 3, wanted: lines.count, rank: 2,
      isGreedy: true
    ) { sheet, rect in
      for (row, line) in lines.prefix(rect.height).enumerated() {
        sheet.line([.gap(1), .plain(line)], rect.x, rect.y + row, in: rect)
      }
    }
  }

  private func chart(_ contest: Contest) -> Section {
    let scale = view.state.isLinear ? ", linear scale" : ", log scale"
    return Section(
      title: [
        Piece("Reach", .title), .muted(" of \(contest.video.upload.id.clipped(24))" + scale),
      ],
      note: [Piece("l ", .key), .muted(view.state.isLinear ? "logarithmic" : "linear")], least: 6,
      wanted: 10, rank: 1, isGreedy: true
    ) { sheet, rect in contest.drawChart(on: &sheet, in: rect) }
  }

  private func table(_ contest: Contest) -> Section {
    Section(
      title: [Piece("Side by side", .title)],
      note: view.scene.fork == nil
        ? [Piece("f", .key), .muted(" adds a fork")]
        : [Piece("F", .key), .muted(" closes the fork")],
      least: 3, wanted: contest.figures.count + 1, rank: 0
    ) { sheet, rect in contest.drawTable(on: &sheet, in: rect) }
  }
}
