import Canvas
import Catalogue
import Distribution

/// What would become of the chosen video and of the catalogue under the draft, against now.
struct EffectPane {
  let view: View

  private var answer: WhatIf? { view.answer }
  private var endings: (now: Ending, draft: Ending)? {
    guard let video = answer?.video, video.count >= 2 else { return nil }
    return (video[0], video[1])
  }
  private var name: String { view.video?.upload.id ?? "the video" }

  /// The panes from top to bottom.
  func sections(_ columns: Int) -> [Section] {
    guard !view.state.tune.draft.isEmpty else { return [present] }
    return [summary(columns), video, catalogue]
  }

  /// The same where there is little room.
  func briefSections(_ columns: Int) -> [Section] {
    guard !view.state.tune.draft.isEmpty else { return [present] }
    return [summary(columns), video]
  }

  /// Without a draft: how the video stands now.
  private var present: Section {
    let lines: [[Piece]] = [
      [
        .plain("Move a setting with "), Piece("← →", .key), .plain(", or type its value: "),
        Piece("e", .key),
      ],
      [.muted("What would become of \(name) then shows here, against now:")],
      [.muted("the same viewers and reactions, other audiences, the catalogue.")],
    ]
    return Section(title: [Piece("What would change", .title)], least: 1, wanted: 3, rank: 0) {
      sheet, rect in
      let rows = draw(lines, on: &sheet, in: rect)
      guard rect.height > 10, let video = view.video, video.publication != nil else { return }
      let chart = ReachPane(view: view, video: video)
      chart.draw(on: &sheet, in: rect.splitTop(rows + 1).1)
    }
  }

  private func summary(_ columns: Int) -> Section {
    let lines = summaryLines
    let rows = lines.reduce(0) { $0 + StyledText.wrapped($1, columns: columns).count }
    return Section(
      title: [Piece("What would change", .title)], least: min(2, rows), wanted: rows, rank: 0
    ) { sheet, rect in draw(lines, on: &sheet, in: rect) }
  }

  /// Draws sentences; what is too wide goes on in the next row.
  @discardableResult
  private func draw(_ lines: [[Piece]], on sheet: inout Sheet, in rect: Rect) -> Int {
    let rows = lines.flatMap { StyledText.wrapped($0, columns: rect.width - 2) }
    for (row, line) in rows.prefix(rect.height).enumerated() {
      sheet.line([.gap(1)] + line, rect.x, rect.y + row, in: rect)
    }
    return min(rows.count, rect.height)
  }

  private var summaryLines: [[Piece]] {
    guard let (now, draft) = endings else { return [[.muted("computing …")]] }
    let change = Figures.change(from: Double(now.views), to: Double(draft.views))
    var lines: [[Piece]] = [
      [
        .strong("\(name.clipped(20)) stops at \(draft.views.brief), wave \(draft.wave)"),
        .plain("; now \(now.views.brief), wave \(now.wave): "), .strong(change + "."),
      ]
    ]
    if let answer, answer.otherSeeds.count >= 2 {
      let (before, after) = (answer.otherSeeds[0], answer.otherSeeds[1])
      lines.append([
        .strong("Other audiences: \(after.median.brief)"),
        .plain(" (8 in 10: \(after.low.brief)–\(after.high.brief)), now \(before.median.brief)."),
      ])
    }
    if let rows = answer?.catalogue, !rows.isEmpty {
      let lost = rows.filter { $0.target.contains($0.now) && !$0.target.contains($0.draft) }
      lines.append(
        lost.isEmpty
          ? [.strong("The catalogue stays like the real world"), .plain(" in all rows it was.")]
          : [
            .strong("\(Figures.count(lost.count, "catalogue figure"))"),
            .plain(" would leave the real world's range."),
          ])
    }
    return lines
  }

  private var video: Section {
    Section(
      title: [Piece("This video", .title)], note: [.muted("same viewers, same reactions")],
      least: 3, wanted: 12, rank: 1, isGreedy: true
    ) { sheet, rect in drawVideo(on: &sheet, in: rect) }
  }

  private func drawVideo(on sheet: inout Sheet, in rect: Rect) {
    guard let (now, draft) = endings else {
      sheet.line([.muted(" computing …")], rect.x, rect.y, in: rect)
      return
    }
    var rows = [
      TableRow(
        name: "stops at, views", now: now.views.brief, draft: draft.views.brief,
        change: Figures.signedBrief(draft.views - now.views),
        note: Figures.change(from: Double(now.views), to: Double(draft.views))),
      TableRow(
        name: "in wave", now: "\(now.wave)", draft: "\(draft.wave)",
        change: Figures.signed(draft.wave - now.wave), note: ""),
    ]
    if let seeds = answer?.otherSeeds, seeds.count >= 2 {
      rows.append(
        TableRow(
          name: Figures.count(seeds[1].runs, "other audience"), now: seeds[0].median.brief,
          draft: seeds[1].median.brief,
          change: Figures.signedBrief(seeds[1].median - seeds[0].median),
          note: Figures.change(from: Double(seeds[0].median), to: Double(seeds[1].median))))
    }
    TableRow.header("change", "").draw(on: &sheet, rect.y, in: rect)
    for (row, line) in rows.prefix(max(0, rect.height - 1)).enumerated() {
      line.draw(on: &sheet, rect.y + 1 + row, in: rect)
    }
    let chart = rect.splitTop(rows.count + 1).1
    if chart.height >= 4 { drawCurves(now, draft, on: &sheet, in: chart) }
  }

  private func drawCurves(
    _ now: Ending, _ draft: Ending, on sheet: inout Sheet, in rect: Rect
  ) {
    let from = now.curve.first?.at ?? view.video?.postedAt ?? 0
    let last = max(now.curve.last?.at ?? from, draft.curve.last?.at ?? from)
    let axis = TimeAxis(from: from, holding: last)
    let scale = Reach.scale(isLinear: view.state.isLinear, holding: max(now.views, draft.views))
    var chart = CurveChart(
      x: axis.scale, y: scale,
      curves: [
        Reach.curve(draft.curve, until: axis.to, Style(.draft)),
        Reach.curve(now.curve, until: axis.to, Style(.push)),
      ],
      notes: [
        CurveChart.Label(at: Double(max(1, now.views)), "now \(now.views.brief)", Style(.push)),
        CurveChart.Label(
          at: Double(max(1, draft.views)), "draft \(draft.views.brief)",
          Style(.draft, bold: true)),
      ])
    chart.yLabels = Reach.labels(scale, rows: rect.height - 2)
    if rect.height >= 6 { chart.xLabels = axis.labels(columns: rect.width, origin: "upload") }
    sheet.canvas.draw(chart, in: rect)
  }

  private var catalogue: Section {
    let rows = answer?.catalogue ?? []
    return Section(
      title: [Piece("Catalogue", .title)], note: [.muted("like the real world?")],
      least: rows.isEmpty ? 1 : 4, wanted: max(1, rows.count + 1), rank: 2
    ) { sheet, rect in
      guard !rows.isEmpty else {
        let words = answer?.isComputing ?? true ? "computing …" : "not computed for this question"
        sheet.line([.muted(" " + words)], rect.x, rect.y, in: rect)
        return
      }
      TableRow.header("change", "should be").draw(on: &sheet, rect.y, in: rect)
      for (row, line) in rows.prefix(max(0, rect.height - 1)).enumerated() {
        TableRow(line).draw(on: &sheet, rect.y + 1 + row, in: rect)
      }
    }
  }
}
