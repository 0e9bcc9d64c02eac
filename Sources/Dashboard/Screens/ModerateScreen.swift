import Canvas
import Catalogue
import Desk
import Distribution

/// The desk: the queue, the case in hand, and the decision.
struct ModerateScreen {
  let view: View

  /// Draws it below the header and above the footer.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    let (panes, message) = rect.splitTop(max(1, rect.height - 1))
    drawMessage(on: &sheet, in: message)
    guard let video = view.caseInHand else {
      drawEmpty(on: &sheet, in: panes)
      return
    }
    let queue = QueuePane(view: view, inHand: video)
    let casePane = CasePane(view: view, video: video)
    if panes.width >= 100, panes.height >= 20 {
      let (left, right) = panes.splitLeft(min(60, max(44, panes.width * 43 / 100)))
      Column(sections: [queue.section, queue.order, queue.figures]).draw(on: &sheet, in: left)
      Column(sections: casePane.sections).draw(on: &sheet, in: right)
    } else if panes.height >= 16, panes.width >= 40 {
      let rows = min(view.cases.count + 3, panes.height / 3)
      let (top, below) = panes.splitTop(rows)
      Column(sections: [queue.section]).draw(on: &sheet, in: top)
      Column(sections: casePane.sections).draw(on: &sheet, in: below)
    } else {
      casePane.drawBare(on: &sheet, in: panes)
    }
  }

  private func drawMessage(on sheet: inout Sheet, in rect: Rect) {
    let line = MessageLine(view: view)
    if !line.isUrgent, let steering = view.steering {
      sheet.line(steering, rect.x, rect.y, in: rect)
      return
    }
    guard !line.isUrgent, view.state.desk.speedBefore != nil else {
      if line.isUrgent { line.draw(on: &sheet, in: rect) }
      return
    }
    let words = [
      " A case in hand slows the world to ×1; it goes on as before when you leave.",
      " A case in hand slows the world to ×1.",
    ]
    let fitting = words.first { $0.cells <= rect.width } ?? ""
    sheet.line([.muted(fitting)], rect.x, rect.y, in: rect)
  }

  private func drawEmpty(on sheet: inout Sheet, in rect: Rect) {
    let decided = view.snapshot.decisions.count
    let lines: [[Piece]] = [
      [.strong("Nothing waits at the desk.")],
      [.muted("An upload that review is in doubt about (from ")]
        + [
          .plain(Figures.threshold(view.snapshot.review.doubtFrom)),
          .muted(" likely illegal) comes here."),
        ],
      [.muted(decided == 0 ? "" : "\(Figures.count(decided, "case")) decided so far.")],
    ]
    let title = view.scene.goesToFork ? "Desk of the fork" : "Desk"
    Box(title: [Piece(title, .title)], lines: lines).draw(on: &sheet, in: rect)
  }
}

/// The queue, why it has this order, and the moderator's own figures.
struct QueuePane {
  let view: View
  let inHand: VideoPicture

  /// The list of cases.
  var section: Section {
    let cases = view.cases
    let late = cases.filter { view.isLate($0) }.count
    return Section(
      title: [
        Piece(view.scene.goesToFork ? "Queue of the fork " : "Queue ", .title),
        Piece("◆ \(cases.count.grouped)", .doubt),
      ],
      note: late == 0 ? [.muted("none late")] : [Piece("✕ \(late) late", .breach)],
      least: 1, wanted: max(3, cases.count + 1), rank: 0, isGreedy: true
    ) { sheet, rect in draw(cases, on: &sheet, in: rect) }
  }

  private func draw(_ cases: [VideoPicture], on sheet: inout Sheet, in rect: Rect) {
    guard !cases.isEmpty else {
      sheet.line([.muted(" nothing waits")], rect.x, rect.y, in: rect)
      return
    }
    let place = cases.firstIndex { $0.id == inHand.id }
    let first = Scroll.first(of: cases.count, room: rect.height, keeping: place, wish: 0)
    let shown = Array(cases.dropFirst(first).prefix(max(0, rect.height)))
    let columns = QueueColumns(view, shown, width: rect.width)
    for (row, video) in shown.enumerated() {
      draw(video, columns, on: &sheet, rect.y + row, in: rect)
    }
  }

  private func draw(
    _ video: VideoPicture, _ columns: QueueColumns, on sheet: inout Sheet, _ y: Int, in rect: Rect
  ) {
    let clip = Rect(rect.x, y, rect.width, 1)
    let isChosen = video.id == inHand.id
    if isChosen { sheet.select(y, in: clip) }
    sheet.mark(clip, as: .deskCase(video.id))
    let name = video.upload.id.clippedInside(columns.name)
    sheet.line(
      [
        Piece(isChosen ? "▸" : " ", .focus), Piece("◆ ", .doubt),
        Piece(name, Style(bold: isChosen)),
      ].selected(isChosen), rect.x, y, in: clip)
    sheet.right((columns.right(of: video) + [.gap(1)]).selected(isChosen), y, in: clip)
  }

  /// The formula of the order, with the numbers of the case in hand.
  var order: Section {
    let isHidden = view.hidesReading(of: inHand)
    let urgency = CaseOrder.urgency(of: inHand, in: view.snapshot)
    return Section(
      title: [Piece("Order", .title), .muted(": most urgent first")], least: 4, wanted: 4, rank: 2
    ) { sheet, rect in
      guard let urgency else { return }
      let lines: [[Piece]] = [
        [.muted("severity × reach × age × uncertainty")],
        isHidden
          ? [.muted("hidden until you have decided")]
          : [
            .plain(urgency.severity.fixed(0)), .muted(" × "), .plain(urgency.reach.fixed(4)),
            .muted(" × "), .plain(urgency.age.fixed(4)), .muted(" × "),
            .plain(urgency.uncertainty.fixed(4)), .muted(" = "),
            .strong(urgency.value.fixed(urgency.value < 10 ? 2 : 1)),
          ],
        [.muted("reach: 1, and 1 more at 10, 100, … followers")],
        [.muted("age: 0.1 and the part of the limit used up")],
      ]
      for (row, line) in lines.prefix(rect.height).enumerated() {
        sheet.line([.gap(1)] + line, rect.x, rect.y + row, in: rect)
      }
    }
  }

  /// What was decided today and how long it waited.
  var figures: Section {
    let midnight = view.now - (view.time(view.now).hour * 3_600 + view.time(view.now).minute * 60)
    let today = view.snapshot.decisions.filter { $0.at >= midnight }
    let waits = today.map(\.decision.waited)
    let mean = waits.isEmpty ? nil : waits.reduce(0, +) / waits.count
    let removed = today.filter { !$0.decision.allowed }.count
    return Section(title: [Piece("Decided today", .title)], least: 2, wanted: 5, rank: 3) {
      sheet, rect in
      var lines: [[Piece]] = [
        [
          .plain("\(today.count)"), .muted(" decided, "), .plain("\(removed)"),
          .muted(" removed, mean wait "), .plain(mean.map(Lapse.words) ?? "–"),
        ]
      ]
      for record in today.suffix(max(0, rect.height - 1)).reversed() {
        let mark = record.decision.allowed ? Piece("✓ ", .push) : Piece("✕ ", .breach)
        lines.append([
          .muted(view.time(record.at).clock + " "), mark, .plain(record.upload.clipped(16) + " "),
          .muted(record.decision.reason),
        ])
      }
      for (row, line) in lines.prefix(rect.height).enumerated() {
        sheet.line([.gap(1)] + line, rect.x, rect.y + row, in: rect)
      }
    }
  }
}
