import Canvas
import Catalogue
import Distribution

/// Every threshold as a slider, and what would change if it moved.
struct TuneScreen {
  let view: View

  /// Draws it below the header and above the footer.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    guard view.tunedPlatform != nil else {
      sheet.line([.muted(" This run has no platform to tune.")], rect.x, rect.y, in: rect)
      return
    }
    let (top, below) = rect.splitTop(rect.height >= 8 ? 1 : 0)
    let (panes, bottom) = below.splitTop(below.height - (rect.height >= 8 ? 1 : 0))
    if !top.isEmpty { sheet.row(draftWords, progressWords, top.y, in: top.inset(1, 0)) }
    if !bottom.isEmpty { drawBottom(on: &sheet, in: bottom) }
    let settings = SettingsPane(view: view)
    let effect = EffectPane(view: view)
    switch (panes.width, panes.height) {
    case (100..., 20...):
      let (left, right) = panes.splitLeft(min(70, panes.width * 60 / 120))
      Column(sections: [settings.list, settings.explanation(left.width - 4)])
        .draw(on: &sheet, in: left)
      Column(sections: effect.sections(right.width - 4)).draw(on: &sheet, in: right)
    case (40..., 14...):
      let effectRows = view.state.tune.draft.isEmpty ? 4 : min(12, panes.height / 2)
      let rows = max(6, panes.height - effectRows)
      let (list, rest) = panes.splitTop(rows)
      Column(sections: [settings.list]).draw(on: &sheet, in: list)
      Column(sections: effect.briefSections(rest.width - 4)).draw(on: &sheet, in: rest)
    default: settings.list.draw(&sheet, panes)
    }
  }

  private var draftWords: [Piece] {
    let count = view.state.tune.draft.count
    guard count > 0 else {
      return [
        .plain("Everything as in force\(view.scene.goesToFork ? " in the fork" : ""). "),
        .muted("What you move is a draft until "), Piece("↵", .key), .muted("."),
      ]
    }
    return [
      Piece("DRAFT, not applied: \(Figures.count(count, "change"))", .draft, bold: true),
      .muted("   what if … from the upload"),
    ] + (view.scene.fork == nil ? [] : [.plain(view.scene.whither)])
  }

  private var progressWords: [Piece] {
    guard !view.state.tune.draft.isEmpty else { return [] }
    guard let answer = view.answer else { return [.muted("computing …")] }
    let runs = answer.otherSeeds.last?.runs ?? 0
    let done = runs > 0 ? "\(Figures.count(runs, "other audience")) tried" : "same viewers done"
    return [.muted(answer.isComputing ? done + ", computing …" : done)]
  }

  private func drawBottom(on sheet: inout Sheet, in rect: Rect) {
    let message = MessageLine(view: view)
    let changes = view.state.tune.changes
    guard !message.isUrgent, !changes.isEmpty else {
      if message.isUrgent || changes.isEmpty { message.draw(on: &sheet, in: rect) }
      return
    }
    let words = TuneWords.list(changes, view).clipped(max(10, rect.width - 44))
    sheet.line(
      [.gap(1), Piece(words, .draft), .muted("   Nothing has happened to the run yet.")],
      rect.x, rect.y, in: rect)
  }
}

/// The sliders.
struct SettingsPane {
  let view: View

  /// A line of the list.
  enum Item: Hashable {
    case heading(String)
    case row(Int)
  }

  private var items: [Item] {
    var index = 0
    return TuneRow.groups.flatMap { group -> [Item] in
      let rows = group.rows.map { _ -> Item in
        defer { index += 1 }
        return .row(index)
      }
      return [.heading(group.heading)] + rows
    }
  }

  /// The list of sliders under their headings.
  var list: Section {
    let platform = view.tunedPlatform
    var title: [Piece] = [Piece("Settings", .title), .muted(" of \(platform?.name ?? "?")")]
    let all = view.snapshot.platforms
    if all.count > 1, let index = all.firstIndex(where: { $0.id == platform?.id }) {
      title.append(Piece(" ‹\(index + 1)/\(all.count)›", .key))
    }
    return Section(
      title: title, note: [.muted("value    now  ")], least: 3, wanted: items.count, rank: 0,
      isGreedy: true, draw: draw)
  }

  private func draw(on sheet: inout Sheet, in rect: Rect) {
    let items = items
    let place = items.firstIndex(of: .row(view.state.tune.selected))
    // The heading of the first row in sight stays in sight with it.
    let keep = place.map { $0 > 0 && items[$0 - 1].isHeading ? $0 - 1 : $0 }
    let wish = max(0, (place ?? 0) - rect.height / 2)
    var first = Scroll.first(of: items.count, room: rect.height, keeping: keep, wish: wish)
    if let place, place >= first + rect.height { first = place - rect.height + 1 }
    for row in 0..<min(rect.height, items.count - first) {
      let clip = Rect(rect.x, rect.y + row, rect.width, 1)
      switch items[first + row] {
      case .heading(let words): drawHeading(words, on: &sheet, in: clip)
      case .row(let index): drawRow(index, on: &sheet, in: clip)
      }
    }
  }

  private func drawHeading(_ words: String, on sheet: inout Sheet, in clip: Rect) {
    let about = [
      "PUSH": "a wave is followed by a bigger one when",
      "WAVES": "how big, and how long they take",
      "SCORE": "weights, and what counts as the median",
      "KPI BARS": "what one KPI must reach by itself",
      "REVIEW": "chance that an upload is illegal",
    ]
    sheet.line(
      [Piece(" " + words, .title), .muted("  " + (about[words] ?? ""))], clip.x, clip.y, in: clip)
  }

  private func drawRow(_ index: Int, on sheet: inout Sheet, in clip: Rect) {
    guard let tunable = view.tunable(TuneRow.all[index]) else { return }
    let isChosen = index == view.state.tune.selected
    if isChosen { sheet.select(clip.y, in: clip) }
    sheet.mark(clip, as: .setting(index))
    let label = min(25, max(12, clip.width - 26))
    sheet.line(
      [
        Piece(isChosen ? "▸" : " ", .focus),
        Piece(tunable.label.fitted(label), Style(bold: isChosen)),
      ].selected(isChosen), clip.x, clip.y, in: clip)
    let values = values(tunable)
    let gauge = Rect(
      clip.x + label + 2, clip.y, clip.width - label - 3 - Self.valueColumns, 1)
    if tunable.row == .rule {
      sheet.line(rules(tunable).selected(isChosen), gauge.x + 1, clip.y, in: clip)
    } else if gauge.width >= 5 {
      let style = Style(tunable.isBar ? .bar : .text)
      sheet.canvas.draw(
        Gauge(
          tunable.fraction(tunable.value), inForce: tunable.fraction(tunable.now), style),
        in: gauge)
      if isChosen { sheet.select(clip.y, in: gauge) }
      sheet.right(values.selected(isChosen), clip.y, in: clip)
    } else {
      sheet.right(values.selected(isChosen), clip.y, in: clip)
    }
  }

  /// The columns that values take.
  private static let valueColumns = 16

  /// The drafted value, the value in force, and a mark where they differ.
  private func values(_ tunable: Tunable) -> [Piece] {
    guard tunable.isDrafted else {
      return [.plain(tunable.text(tunable.value).right(7)), .gap(Self.valueColumns - 7)]
    }
    return [
      Piece(tunable.text(tunable.value).right(7), .draft, bold: true),
      .muted(tunable.text(tunable.now).right(7)), Piece("◂", .draft), .gap(1),
    ]
  }

  private func rules(_ tunable: Tunable) -> [Piece] {
    DecisionRule.allCases.flatMap { rule -> [Piece] in
      let name = rule.rawValue
      guard rule == tunable.rule else { return [.muted(" \(name) "), .gap(1)] }
      return [Piece("[\(name)]", tunable.isDrafted ? .draft : .text, bold: true), .gap(1)]
    }
  }

  /// What more and less of the chosen setting do.
  func explanation(_ columns: Int) -> Section {
    let tunable = view.chosenTunable
    let words = TextWidth.wrap(tunable?.explanation ?? "", width: max(10, columns))
    let range = tunable.map {
      "\($0.text($0.range.lowerBound)) … \($0.text($0.range.upperBound)), default \($0.text($0.standard))"
    }
    return Section(
      title: [Piece(tunable?.label ?? "", .title)], note: [.muted(range ?? "")], least: 2,
      wanted: max(4, words.count), rank: 1
    ) { sheet, rect in
      for (row, line) in words.prefix(rect.height).enumerated() {
        sheet.line([.gap(1), .plain(line)], rect.x, rect.y + row, in: rect)
      }
    }
  }
}

extension SettingsPane.Item {
  var isHeading: Bool { if case .heading = self { true } else { false } }
}

extension Tunable {
  /// Whether it is a bar, and so has the bar's colour.
  var isBar: Bool {
    if case .setting(let id) = row { id.hasPrefix("bar") } else { false }
  }

  /// The value of the defaults.
  var standard: Double {
    switch row {
    case .setting: setting?.standard ?? 0
    case .rule: Double(DecisionRule.allCases.firstIndex(of: PlatformSettings().rule) ?? 0)
    case .doubtFrom: ReviewSettings().doubtFrom
    case .removeFrom: ReviewSettings().removeFrom
    }
  }

  /// Where a value lies on the slider; wide ranges are laid out by ratios.
  func fraction(_ value: Double) -> Double {
    let scale: Scale =
      range.lowerBound > 0 && range.upperBound / range.lowerBound > 50
      ? .logarithmic(range.lowerBound, range.upperBound)
      : .linear(range.lowerBound, range.upperBound)
    return scale.fraction(of: value) ?? 0
  }
}
