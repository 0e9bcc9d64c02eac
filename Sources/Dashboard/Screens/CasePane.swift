import Canvas
import Catalogue
import Distribution

/// The case in hand: its whole text, what the model makes of it, what is at stake, the decision.
struct CasePane {
  let view: View
  let video: VideoPicture

  private var isDecided: Bool {
    video.decision != nil || view.state.desk.sent.contains(video.id)
  }
  private var showsReading: Bool { !view.hidesReading(of: video) }

  /// The panes from top to bottom.
  var sections: [Section] { [text, reading, stake, decision] }

  private var text: Section {
    let title: [Piece] = [
      StateWords.mark(of: video.state), .gap(1),
      Piece(video.upload.id.clipped(24), Style(.title, bold: true)),
    ]
    return Section(
      title: title, note: [.muted(view.platformName(video))], least: 2, wanted: 12, rank: 1,
      isGreedy: true
    ) {
      sheet, rect in
      var lines = textLines(rect.width - 2)
      if lines.count > rect.height { lines.removeAll(where: \.isEmpty) }
      for (row, line) in scrolled(lines, rect.height).enumerated() {
        sheet.line([.gap(1)] + line, rect.x, rect.y + row, in: rect)
      }
    }
  }

  /// The lines in sight, the last of them saying how to see the rest.
  private func scrolled(_ lines: [[Piece]], _ rows: Int) -> [[Piece]] {
    guard lines.count > rows, rows > 1 else { return Array(lines.prefix(rows)) }
    let first = min(view.state.scroll[.desk] ?? 0, lines.count - rows + 1)
    let shown = lines.dropFirst(first).prefix(rows - 1)
    let below = lines.count - first - shown.count
    let hint: [Piece] =
      below > 0
      ? [.muted("… \(Figures.count(below, "more line")): "), Piece("pgdn", .key)]
      : [.muted("the end: "), Piece("pgup", .key), .muted(" goes back")]
    return shown + [hint]
  }

  /// Every field with its evidence underlined and hidden characters spelled out.
  func textLines(_ columns: Int) -> [[Piece]] {
    let facts: [Piece] = [
      .muted("by      "), .plain("@" + video.upload.creator.clipped(20)),
      .muted(
        " · \(Figures.count(video.followers, "follower")) · \(video.upload.duration.fixed(0)) s"
          + " · \(view.time(video.postedAt).short)"),
    ]
    if view.isMasked(video) {
      return [
        facts,
        [.strong("Masked: it may concern a minor.", .doubt)],
        [.muted("Its text is not shown here and is never exported.")],
      ]
    }
    let evidence = showsReading ? video.reading.policyEvidence : []
    var lines = [facts]
    for field in Field.allCases {
      let text = video.upload.text(of: field)
      guard !text.isEmpty else { continue }
      let head = Names.field(field).left(8)
      let body = StyledText.lines(
        text, evidence: evidence.filter { $0.field == field }, columns: max(8, columns - 8))
      lines.append([])
      for (row, line) in body.enumerated() {
        lines.append([.muted(row == 0 ? head : String(repeating: " ", count: 8))] + line)
      }
    }
    return lines.count > 1 ? lines : lines + [[], [.muted("It has no text at all.")]]
  }

  private var reading: Section {
    Section(
      title: [Piece("What the model thinks", .title)], note: [Piece("h", .key), .muted(" hide")],
      least: 2, wanted: min(4, max(2, video.reading.policies.count + 1)), rank: 2
    ) { sheet, rect in
      for (row, line) in readingLines(rect.width - 2).prefix(rect.height).enumerated() {
        sheet.line([.gap(1)] + line, rect.x, rect.y + row, in: rect)
      }
    }
  }

  private func readingLines(_ columns: Int) -> [[Piece]] {
    guard showsReading else { return [[.muted("hidden until you have decided")]] }
    let review = view.snapshot.review
    var lines: [[Piece]] = video.reading.policies.prefix(3).map { item in
      [
        .plain(Figures.chance(item.probability).right(5)), .muted(" likely "),
        .plain(item.policy.label),
        .muted("; severity \(item.policy.severity), limit \(Lapse.brief(item.policy.limit))"),
      ]
    }
    let removals =
      review.removeFrom > 1
      ? ["nothing is removed without a person", "none removed without one"]
      : ["removed from \(Figures.threshold(review.removeFrom)) on"]
    let forms: [[Piece]] = removals.map {
      [
        .muted("a person decides from "), .plain(Figures.threshold(review.doubtFrom)),
        .muted(" on; " + $0),
      ]
    }
    lines.append(forms.first { $0.cells <= columns } ?? forms[forms.count - 1])
    return lines
  }

  private var stake: Section {
    Section(title: [Piece("At stake", .title)], least: 1, wanted: 2, rank: 3) { sheet, rect in
      for (row, line) in stakeLines.prefix(rect.height).enumerated() {
        sheet.line([.gap(1)] + line, rect.x, rect.y + row, in: rect)
      }
    }
  }

  private var stakeLines: [[Piece]] {
    guard showsReading else { return [[.muted("hidden until you have decided")]] }
    if let outlook = view.scene.outlook, outlook.video == video.id, outlook.views.runs > 0 {
      let views = outlook.views
      return [
        [
          .muted("if allowed: "), Piece("\(views.low.brief)–\(views.high.brief) views", .forecast),
          .muted(" in 8 of 10 guesses, n \(views.runs)"),
        ]
      ]
    }
    let first = view.firstWave(of: video)
    return [
      [
        .muted("if allowed: the first "), .plain(first.grouped), .muted(" people, and some of "),
        .plain(video.followers.grouped), .muted(" followers"),
      ],
      [.muted("what comes after: "), Piece("u", .key), .muted(" asks for a forecast")],
    ]
  }

  private var decision: Section {
    Section(title: [Piece("Your decision", .title)], note: age, least: 2, wanted: 2, rank: 0) {
      sheet, rect in
      for (row, line) in decisionLines.prefix(rect.height).enumerated() {
        sheet.line([.gap(1)] + line, rect.x, rect.y + row, in: rect)
      }
    }
  }

  private var age: [Piece] {
    if isDecided { return [] }
    let age = view.age(of: video)
    // The limit is the policy's: it would tell which one.
    return [.muted("waits ")] + (showsReading ? age : Array(age.prefix(1)))
  }

  /// What y and x would do, or what was done.
  var decisionLines: [[Piece]] {
    if let decision = video.decision {
      let mark =
        decision.allowed
        ? Piece("✓ allowed", .push, bold: true) : Piece("✕ removed", .breach, bold: true)
      return [
        [mark, .muted(" by \(decision.moderator.clipped(20)): "), .plain(decision.reason)],
        next,
      ]
    }
    if isDecided { return [[.strong("Decided."), .muted(" It is being written down …")], next] }
    if view.state.overlay == .removal(video.id) { return question }
    let chosen = view.state.desk.reasons[video.id]
    let reason = showsReading ? view.reason(for: video) : chosen ?? "and asks for the reason"
    return [
      [Piece("y", .key, bold: true), .plain(" allow  "), .muted("it goes to its first audience")],
      [
        Piece("x", .key, bold: true), .plain(" remove "), .plain(" " + reason),
        .muted("   "), Piece("r", .key), .muted(" another reason"),
      ],
    ]
  }

  /// Whether to remove it: `x` exports elsewhere, so that it alone removes nothing.
  private var question: [[Piece]] {
    [
      [.strong("Remove it? ", .breach), .plain(view.reason(for: video))],
      [
        Piece("↵", .key, bold: true), .plain(" remove   "), Piece("esc", .key), .plain(" keep   "),
        Piece("r", .key), .muted(" another reason"),
      ],
    ]
  }

  private var next: [Piece] {
    view.cases.contains { $0.id != video.id }
      ? [Piece("↓", .key), .muted(" or "), Piece("↵", .key), .muted(" takes the next case.")]
      : [.muted("No other case waits.")]
  }

  /// Without frames, where there is hardly room: the decision at the bottom, then the text, then
  /// what the model thinks.
  func drawBare(on sheet: inout Sheet, in rect: Rect) {
    let title: [Piece] =
      [
        StateWords.mark(of: video.state), .gap(1),
        .strong(video.upload.id.clipped(max(6, rect.width / 2))),
        .muted(" " + (showsReading ? video.deskCase?.policy.label ?? "" : "") + "  "),
      ] + age
    let (body, bottom) = rect.splitTop(max(1, rect.height - decisionLines.count))
    let columns = max(2, rect.width - 2)
    func wrapped(_ lines: [[Piece]]) -> [[Piece]] {
      lines.filter { !$0.isEmpty }.flatMap { StyledText.wrapped($0, columns: columns) }
    }
    var lines = wrapped([title] + textLines(columns))
    let more = wrapped(readingLines(.max) + stakeLines.prefix(1))
    if lines.count + more.count < body.height { lines.append([]) }
    lines += more
    for (row, line) in scrolled(lines, body.height).enumerated() {
      sheet.line([.gap(1)] + line, rect.x, body.y + row, in: body)
    }
    for (row, line) in decisionLines.prefix(bottom.height).enumerated() {
      sheet.line([.gap(1)] + line, rect.x, bottom.y + row, in: bottom)
    }
  }
}

extension View {
  /// The name of a video's platform.
  func platformName(_ video: VideoPicture) -> String {
    let index = video.id.platform
    return snapshot.platforms.indices.contains(index) ? snapshot.platforms[index].name : "?"
  }

  /// How many people a video's platform shows it to first.
  func firstWave(of video: VideoPicture) -> Int {
    let index = video.id.platform
    guard snapshot.platforms.indices.contains(index) else { return 200 }
    return Int(snapshot.platforms[index].settings.firstWave)
  }
}
