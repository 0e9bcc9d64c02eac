import Canvas
import Catalogue
import Distribution

/// Draws what lies over a screen.
struct OverlayView {
  let view: View
  let overlay: Overlay

  /// Draws it within the screen's body.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    switch overlay {
    case .help(let list): list.draw(view, on: &sheet, in: rect)
    case .palette(let palette): palette.draw(view, on: &sheet, in: rect)
    case .goto(let prompt): prompt.draw(view, on: &sheet, in: rect)
    case .scrub:
      let last = Rect(rect.x, rect.bottom - 1, rect.width, 1)
      sheet.canvas.fill(last)
      ScrubBar(view: view, hasFocus: true).draw(on: &sheet, in: last)
    case .branches(let list): list.draw(view, on: &sheet, in: rect)
    case .filter, .removal: break
    case .sum(let back): SumSheet(view: view, back: back)?.draw(on: &sheet, in: rect)
    case .evidence(let scroll): drawEvidence(scroll, on: &sheet, in: rect)
    case .form(let form): form.draw(on: &sheet, in: rect)
    case .command(let text): drawCommand(text, on: &sheet, in: rect)
    case .reason(let choice):
      if let video = view.snapshot[choice.video] { choice.draw(video, on: &sheet, in: rect) }
    case .number(let field): drawNumber(field, on: &sheet, in: rect)
    case .leaving(let before):
      OverlayView(view: view, overlay: before).draw(on: &sheet, in: rect)
      drawLeaving(on: &sheet, in: rect)
    }
  }

  private func drawCommand(_ text: String, on sheet: inout Sheet, in rect: Rect) {
    let width = max(10, min(rect.width - 6, 110))
    let parts = text.split(separator: "\n").map(String.init)
    let lines = parts.enumerated().flatMap { index, part in
      TextWidth.wrap(part, width: width).map { [index == 0 ? Piece.plain($0) : .muted($0)] }
    }
    Box(
      title: [Piece("The command for this", .title)], lines: lines
    ).draw(on: &sheet, in: rect)
  }

  private func drawNumber(_ field: TextField, on sheet: inout Sheet, in rect: Rect) {
    guard let tunable = view.chosenTunable else { return }
    var lines: [[Piece]] = [
      field.pieces(room: 24),
      [
        .muted("\(tunable.text(tunable.range.lowerBound)) … "),
        .muted("\(tunable.text(tunable.range.upperBound)), now \(tunable.text(tunable.now))"),
      ],
    ]
    if let reply = view.state.reply, reply.isError { lines.append([Piece(reply.text, .error)]) }
    Box(title: [Piece(tunable.label, .title)], lines: lines).draw(on: &sheet, in: rect)
  }

  private func drawLeaving(on sheet: inout Sheet, in rect: Rect) {
    Box(
      title: [Piece("Leave?", .title)],
      lines: [
        [.plain("What you typed would be lost.")],
        [Piece("y", .key), .plain(" leave   "), Piece("n", .key), .plain(" stay")],
      ]
    ).draw(on: &sheet, in: rect)
  }

  private func drawEvidence(_ scroll: Int, on sheet: inout Sheet, in rect: Rect) {
    guard let video = view.video else { return }
    let width = min(100, rect.width - 6)
    let lines = EvidenceText(view: view, video: video).lines(columns: width)
    let room = max(1, rect.height - 4)
    let rows = lines.count > room ? room - 1 : room
    let first = min(scroll, max(0, lines.count - rows))
    var shown = Array(lines.dropFirst(first).prefix(rows))
    if rows < room {
      shown.append(
        Scroll.hint(above: first, below: lines.count - first - rows, keys: "↑", "↓"))
    }
    Box(
      title: [Piece("What it is about, and the words that say so", .title)], lines: shown,
      width: width
    ).draw(on: &sheet, in: rect)
  }
}

/// An upload's text with what each model read in it.
struct EvidenceText {
  let view: View
  let video: VideoPicture

  /// The topics with their scores, then every field with its evidence underlined.
  func lines(columns: Int) -> [[Piece]] {
    var lines: [[Piece]] = video.reading.topics.prefix(5).flatMap { score -> [[Piece]] in
      let words = video.reading.topicEvidence.filter {
        $0.about == score.topic.id && $0.weight > 0
      }
      let quotes = words.prefix(5).flatMap { word -> [Piece] in
        [
          Piece(word.text, Style(.evidence, underline: true)),
          .muted(" +" + word.weight.fixed(1) + " "),
        ]
      }
      let head: [Piece] = [
        .plain(Names.topic(score.topic).left(22)), .strong(Figures.share(score.score)), .gap(1),
      ]
      let rows = StyledText.wrapped(quotes, columns: max(8, columns - head.cells))
      return rows.enumerated().map { ($0 == 0 ? head : [.gap(head.cells)]) + $1 }
    }
    if lines.isEmpty { lines = [[.muted("unknown: no topic is sure enough")]] }
    lines.append([])
    guard !view.isMasked(video) else { return lines + [[.muted("Its text is masked.")]] }
    for field in Field.allCases {
      let text = video.upload.text(of: field)
      guard !text.isEmpty else { continue }
      let evidence = video.reading.topicEvidence.filter { $0.field == field && $0.weight > 0 }
      let body = StyledText.lines(text, evidence: evidence, columns: max(8, columns - 9))
      for (row, line) in body.enumerated() {
        lines.append([.muted((row == 0 ? Names.field(field) : "").left(9))] + line)
      }
    }
    return lines
  }
}
