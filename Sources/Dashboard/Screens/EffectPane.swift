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
  var sections: [Section] {
    guard !view.state.tune.draft.isEmpty else { return [present] }
    return [summary, video, catalogue]
  }

  /// The same where there is little room.
  var briefSections: [Section] {
    guard !view.state.tune.draft.isEmpty else { return [present] }
    return [summary, video]
  }

  /// Without a draft: how the video stands now.
  private var present: Section {
    let lines: [[Piece]] = [
      [.plain("Move a setting with "), Piece("← →", .key), .plain(", or type its value.")],
      [.muted("What would become of \(name) then shows here, against now:")],
      [.muted("the same viewers and reactions, other audiences, the catalogue.")],
    ]
    return Section(title: [Piece("What would change", .title)], least: 1, wanted: 3, rank: 0) {
      sheet, rect in
      draw(lines, on: &sheet, in: rect)
      guard rect.height > 10, let video = view.video, video.publication != nil else { return }
      let chart = ReachPane(view: view, video: video)
      chart.draw(on: &sheet, in: rect.splitTop(4).1)
    }
  }

  private var summary: Section {
    let lines = summaryLines
    return Section(
      title: [Piece("What would change", .title)], least: min(2, lines.count),
      wanted: lines.count, rank: 0
    ) { sheet, rect in draw(lines, on: &sheet, in: rect) }
  }

  /// Draws sentences; what is too wide goes on in the next row.
  private func draw(_ lines: [[Piece]], on sheet: inout Sheet, in rect: Rect) {
    let rows = lines.flatMap { StyledText.wrapped($0, columns: rect.width - 2) }
    for (row, line) in rows.prefix(rect.height).enumerated() {
      sheet.line([.gap(1)] + line, rect.x, rect.y + row, in: rect)
    }
  }

  private var summaryLines: [[Piece]] {
    guard let (now, draft) = endings else { return [[.muted("computing …")]] }
    let change = Figures.change(from: Double(now.views), to: Double(draft.views))
    var lines: [[Piece]] = [
      [
        .strong("\(name.clipped(20)) stops at \(draft.views.brief) in wave \(draft.wave)"),
        .plain(", now \(now.views.brief) in wave \(now.wave): "), .strong(change + "."),
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

/// A row of figures now and under the draft.
struct TableRow {
  var name: String
  var now: String
  var draft: String
  var change: String
  var note: String
  /// Whether the draft's figure is as it should be; nil where nothing says so.
  var holds: Bool?
  var isHeader = false

  /// The header of such rows.
  static func header(_ change: String, _ note: String) -> TableRow {
    TableRow(name: "", now: "now", draft: "draft", change: change, note: note, isHeader: true)
  }

  /// Draws it: the name gives way, the figures stay in their columns.
  func draw(on sheet: inout Sheet, _ y: Int, in rect: Rect) {
    let clip = Rect(rect.x, y, rect.width, 1)
    let figures = 37
    let room = max(8, rect.width - figures - 1)
    let short = name.split(separator: ",").first.map(String.init) ?? ""
    let label = name.cells <= room ? name : short
    sheet.line([.gap(1), .plain(label.fitted(room))], rect.x, y, in: clip)
    let style = Style(isHeader ? .muted : .text)
    let changed = isHeader ? style : Style(now == draft ? .text : .draft, bold: now != draft)
    var pieces = [
      Piece(now.right(7), style), Piece(draft.right(8), changed), Piece(change.right(9), style),
      .muted(note.right(11)),
    ]
    if let holds { pieces.append(holds ? Piece(" ✓", .push) : Piece(" ✗", .breach)) }
    sheet.line(pieces, rect.x + 1 + room, y, in: clip)
  }
}

extension TableRow {
  /// A row of the sanity table.
  init(_ row: CatalogueRow) {
    let form = FigureForm(row)
    let isShare = form == .percent || form == .smallPercent
    let change =
      isShare
      ? Figures.signed((row.draft - row.now) * 100, decimals: form == .percent ? 0 : 1) + " pt"
      : form == .share
        ? Figures.signed(row.draft - row.now, decimals: 2)
        : Figures.change(from: row.now, to: row.draft)
    let target = form.text(row.target)
    self.init(
      name: row.name, now: form.text(row.now), draft: form.text(row.draft), change: change,
      note: target, holds: row.target.contains(row.draft))
  }
}

/// How a figure of the sanity table is written.
enum FigureForm {
  case count, percent, smallPercent, share, times, days

  init(_ row: CatalogueRow) {
    let name = row.name.lowercased()
    if name.contains("gini") || name.contains("spearman") {
      self = .share
    } else if name.contains("days") {
      self = .days
    } else if row.target.upperBound <= 0.05 {
      self = .smallPercent
    } else if row.target.upperBound <= 1 {
      self = .percent
    } else {
      self = row.target.upperBound < 3 ? .times : .count
    }
  }

  /// The figure with its unit.
  func text(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    switch self {
    case .count: return Int(exactly: min(max(value, -9e15), 9e15).rounded())?.brief ?? "–"
    case .percent: return (value * 100).fixed(0) + " %"
    case .smallPercent: return (value * 100).fixed(1) + " %"
    case .share: return Figures.share(value)
    case .times: return "× " + value.fixed(2)
    case .days: return value.fixed(1) + " d"
    }
  }

  /// A range: `3K–10K`, `35–70 %`.
  func text(_ range: ClosedRange<Double>) -> String {
    let ends = [range.lowerBound, range.upperBound]
    switch self {
    case .count: return ends.map { CompactNumber.text($0) }.joined(separator: "–")
    case .percent: return ends.map { ($0 * 100).fixed(0) }.joined(separator: "–") + " %"
    case .smallPercent: return ends.map { ($0 * 100).fixed(1) }.joined(separator: "–") + " %"
    case .share, .times: return ends.map { Figures.share($0) }.joined(separator: "–")
    case .days: return ends.map { $0.fixed(0) }.joined(separator: "–") + " d"
    }
  }
}
