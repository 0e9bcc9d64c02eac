import Canvas
import Catalogue
import Distribution

/// What waits at the desk, most urgent first.
struct DeskPane {
  let view: View
  let cases: [VideoPicture]

  init(view: View) {
    self.view = view
    cases = view.cases
  }

  var title: [Piece] {
    cases.isEmpty
      ? [Piece("Desk", .title)]
      : [Piece("Desk ", .title), Piece("◆ \(cases.count.grouped)", .doubt)]
  }

  var note: [Piece] {
    guard let oldest = cases.map({ view.waited($0) }).max() else { return [.muted("empty")] }
    return [.muted("oldest "), .plain(Lapse.words(oldest))]
  }

  /// Rows it would fill.
  var wanted: Int { cases.isEmpty ? 1 : min(5, cases.count + 1) }

  /// A row a case; the last says how many are late.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    guard !cases.isEmpty else {
      let decided = view.snapshot.decisions.count
      let words = decided == 0 ? "nothing waits" : "nothing waits, \(decided) decided"
      sheet.line([.muted(" " + words)], rect.x, rect.y, in: rect)
      return
    }
    let rows = rect.height > cases.count ? cases.count : max(1, rect.height - 1)
    for (row, video) in cases.prefix(rows).enumerated() {
      draw(video, on: &sheet, rect.y + row, in: rect)
    }
    guard rows < rect.height else { return }
    let late = cases.filter { view.isLate($0) }.count
    let more = cases.count - rows
    var words: [Piece] = late == 0 ? [.muted("none late")] : [Piece("✕ \(late) late", .breach)]
    if more > 0 { words.append(.muted(", \(more) more")) }
    sheet.line([.gap(1)] + words, rect.x, rect.y + rows, in: rect)
  }

  private func draw(_ video: VideoPicture, on sheet: inout Sheet, _ y: Int, in rect: Rect) {
    guard let facts = video.deskCase else { return }
    let clip = Rect(rect.x, y, rect.width, 1)
    sheet.mark(clip, as: .deskCase(video.id))
    let left: [Piece] = [
      .gap(1), .plain(facts.policy.label.fitted(min(14, max(6, rect.width - 22)))), .gap(1),
      .plain(Figures.share(facts.probability)),
    ]
    sheet.line(left, rect.x, y, in: clip)
    let room = rect.width - left.cells - 2
    let forms = AgeLength.allCases.map { view.age(of: video, $0) }
    guard let age = forms.first(where: { $0.cells <= room }) else { return }
    sheet.right(age + [.gap(1)], y, in: clip)
  }
}

/// How much is said about how long a case waits.
enum AgeLength: CaseIterable {
  /// `19 min of 4 h`, `✕ 2 h 28 min late`.
  case full
  /// `19 min`, `✕ 2 h late`.
  case brief
  /// `19 min`, `✕ 2 h`.
  case shortest
}

extension View {
  /// Seconds a case has waited.
  func waited(_ video: VideoPicture) -> Moment {
    max(0, now.minus(video.caseOpenedAt ?? now))
  }

  /// Whether a case waits longer than its policy allows.
  func isLate(_ video: VideoPicture) -> Bool { (video.deskCase?.due ?? .max) < now }

  /// `19 min of 4 h`, in the colour of how late it is, or `✕ 25 h late`.
  func age(of video: VideoPicture, _ length: AgeLength = .full) -> [Piece] {
    let waited = waited(video)
    if isLate(video), let due = video.deskCase?.due {
      let late = now.minus(due)
      let lapse = length == .full ? Lapse.words(late) : Lapse.brief(late)
      return [Piece("✕ " + lapse + (length == .shortest ? "" : " late"), .breach)]
    }
    let limit = max(0, (video.deskCase?.due ?? now).minus(video.caseOpenedAt ?? now))
    let role: Role = waited > limit / 2 ? .doubt : .text
    return length == .full
      ? [Piece(Lapse.words(waited), role), .muted(" of " + Lapse.brief(limit))]
      : [Piece(Lapse.brief(waited), role)]
  }
}

extension DeskPane {
  /// The desk in one line: `Desk ◆ 3 waiting, oldest 19 min of 4 h`.
  var brief: [Piece] {
    guard let oldest = cases.max(by: { view.waited($0) < view.waited($1) }) else {
      return [.muted("Desk: nothing waits")]
    }
    return [
      .muted("Desk "), Piece("◆ \(cases.count.grouped)", .doubt), .muted(" waiting, oldest "),
    ] + view.age(of: oldest)
  }
}
