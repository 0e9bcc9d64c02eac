import Audience
import Canvas
import Catalogue
import Distribution

/// The three KPIs and the score they make, each with its course, its part and its bar.
struct KPIPane {
  let view: View
  let video: VideoPicture

  var title: [Piece] {
    guard let a = video.assessment else { return [Piece("KPIs", .title)] }
    let what = a.atGate ? ", wave \(a.wave): " : ", last "
    return [Piece("KPIs", .title), .muted(what + a.tally.views.brief + " views")]
  }

  var note: [Piece] {
    guard let tally = video.assessment?.tally, tally.views > 0 else { return [] }
    let left = 100 - Int((Double(tally.stayed) / Double(tally.views) * 100).rounded())
    return [.muted("swiped away in 3 s: "), .plain("\(left) %"), .muted(", not scored")]
  }

  /// Draws a row a KPI and one for the score.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    let columns = Columns(width: rect.width)
    drawHeader(on: &sheet, columns, in: rect)
    for (row, kpi) in KPI.allCases.enumerated() where row + 1 < rect.height {
      draw(kpi, row, on: &sheet, columns, rect.y + row + 1, in: rect)
    }
    if rect.height > 4 { drawScore(on: &sheet, columns, rect.y + 4, in: rect) }
  }

  private func drawHeader(on sheet: inout Sheet, _ columns: Columns, in rect: Rect) {
    let clip = Rect(rect.x, rect.y, rect.width, 1)
    if columns.sparkWidth >= 6 {
      let waves = video.waves.count > 1 ? "waves 1 … \(video.waves.count)" : "wave 1"
      let words = waves.clipped(columns.sparkWidth)
      sheet.line([.muted(words)], rect.x + columns.spark, rect.y, in: clip)
    }
    if columns.isFull {
      sheet.line([.muted("this video")], rect.x + columns.measured, rect.y, in: clip)
      sheet.line([.muted("median")], rect.x + columns.median, rect.y, in: clip)
    }
    sheet.line([.muted("ratio weight  part")], rect.x + columns.ratio, rect.y, in: clip)
    sheet.right([Piece("b", .key), Piece(" bar ", .bar)], rect.y, in: clip)
  }

  private func draw(
    _ kpi: KPI, _ index: Int, on sheet: inout Sheet, _ columns: Columns, _ y: Int, in rect: Rect
  ) {
    let clip = Rect(rect.x, y, rect.width, 1)
    let bar = view.bar(of: .kpi(kpi))
    drawName(kpi.label, .kpi(kpi), on: &sheet, y, in: clip)
    guard let a = video.assessment, a.kpis.isComplete else {
      drawBar(.kpi(kpi), on: &sheet, y, in: clip)
      return
    }
    let ratio = a.kpis.ratio(kpi)
    let weight = a.kpis.weights[index]
    drawCourse(of: kpi, bar: bar, on: &sheet, columns, y, in: rect)
    let measured = measured(kpi, a.kpis.measured[index])
    let hasRoom = columns.isFull && measured.cells < columns.median - columns.measured
    sheet.line(
      hasRoom ? measured : Array(measured.prefix(1)), rect.x + columns.measured, y, in: clip)
    if columns.isFull {
      let median = (a.kpis.reference[index] * 100).fixed(kpi == .viewing ? 1 : 2) + " %"
      sheet.line([.muted(median.right(6))], rect.x + columns.median, y, in: clip)
    }
    sheet.line(
      [
        .plain(ratio.fixed(3)), .muted(" × \(Figures.share(weight)) = "),
        .plain(Figures.share(ratio * weight, 3)),
      ], rect.x + columns.ratio, y, in: clip)
    drawBar(.kpi(kpi), on: &sheet, y, in: clip)
  }

  private func drawCourse(
    of kpi: KPI?, bar: Double, on sheet: inout Sheet, _ columns: Columns, _ y: Int, in rect: Rect
  ) {
    guard columns.sparkWidth >= 6 else { return }
    Course(video, of: kpi, columns: columns.sparkWidth - 2).draw(
      bar: bar, on: &sheet, in: Rect(rect.x + columns.spark, y, columns.sparkWidth, 1))
  }

  private func measured(_ kpi: KPI, _ value: Double) -> [Piece] {
    switch kpi {
    case .viewing:
      [
        .plain((value * 100).fixed(1) + " %"),
        .muted(" of \(video.upload.duration.fixed(0)) s"),
      ]
    case .interaction: [.plain((value * 100).fixed(2) + " %"), .muted(" react")]
    case .clickThrough: [.plain((value * 100).fixed(2) + " %"), .muted(" look on")]
    }
  }

  private func drawName(
    _ name: String, _ choice: BarChoice, on sheet: inout Sheet, _ y: Int, in clip: Rect
  ) {
    let isChosen = view.state.chosenBar == choice
    sheet.line(
      [Piece(isChosen ? "▸" : " ", .bar), .plain(name)], clip.x, y, in: clip)
  }

  /// The bar at the right end, with ✓ or ✗ for what was measured last.
  private func drawBar(_ choice: BarChoice, on sheet: inout Sheet, _ y: Int, in clip: Rect) {
    let bar = view.bar(of: choice)
    guard bar > 0 else {
      sheet.right([Piece("off", .bar), .gap(3)], y, in: clip)
      return
    }
    var pieces = [Piece(bar.fixed(2), .bar)]
    switch view.clears(choice, video) {
    case true?: pieces.append(Piece(" ✓", .push))
    case false?: pieces.append(Piece(" ✗", .breach))
    case nil: pieces.append(.gap(2))
    }
    sheet.right(pieces + [.gap(1)], y, in: clip)
  }

  private func drawScore(on sheet: inout Sheet, _ columns: Columns, _ y: Int, in rect: Rect) {
    let clip = Rect(rect.x, y, rect.width, 1)
    drawName("score", .score, on: &sheet, y, in: clip)
    if let a = video.assessment {
      drawCourse(of: nil, bar: a.bar, on: &sheet, columns, y, in: rect)
      let above = a.score >= a.bar
      let words = Piece(columns.isFull ? above ? " above" : " below" : "")
      sheet.line(
        [Piece(above ? "▲" : "■", above ? .push : .stop), words], rect.x + columns.measured, y,
        in: clip)
      let sum: [Piece] = [.strong(a.score.fixed(3)), .muted(" ± " + Why.half(a))]
      sheet.line(
        columns.isFull ? [.muted("together  ")] + sum : sum,
        rect.x + columns.ratio - (columns.isFull ? 4 : 0), y, in: clip)
    }
    drawBar(.score, on: &sheet, y, in: clip)
  }

  /// Where the columns of a row begin; narrow ones leave out the median and the words.
  struct Columns {
    let isFull: Bool
    let spark = 16
    let sparkWidth: Int
    let measured: Int
    let median: Int
    let ratio: Int

    init(width: Int) {
      isFull = width >= 82
      ratio = max(16, width - (isFull ? 27 : 26))
      median = ratio - 7
      measured = isFull ? median - 16 : max(16, ratio - 7)
      sparkWidth = max(0, min(40, measured - 17))
    }
  }
}

/// A bar that can be moved on Spread.
enum BarChoice: Sendable, Hashable, CaseIterable {
  case score
  case kpi(KPI)

  static var allCases: [BarChoice] { [.score] + KPI.allCases.map(BarChoice.kpi) }

  /// The setting that holds it.
  var setting: Setting? {
    switch self {
    case .score: Setting.named("bar")
    case .kpi(let kpi): Setting.named(kpi.barSetting)
    }
  }

  /// What people call it.
  var label: String {
    switch self {
    case .score: "the score's bar"
    case .kpi(let kpi): "the bar of \(kpi.label)"
    }
  }
}

extension KPIValues {
  /// Whether every KPI has a value, as the engine gives them.
  var isComplete: Bool {
    let count = KPI.allCases.count
    return measured.count >= count && reference.count >= count && weights.count >= count
  }
}

extension View {
  /// Where a bar stands now on the chosen video's platform.
  func bar(of choice: BarChoice) -> Double {
    guard let settings = platform?.settings else { return 0 }
    return choice.setting?.value(in: settings) ?? 0
  }

  /// Whether the latest assessment clears a bar as it stands; nil where there is none.
  func clears(_ choice: BarChoice, _ video: VideoPicture) -> Bool? {
    guard let a = video.assessment, a.kpis.isComplete, bar(of: choice) > 0 else { return nil }
    switch choice {
    case .score: return a.score >= bar(of: .score)
    case .kpi(let kpi): return a.kpis.ratio(kpi) >= bar(of: choice)
    }
  }
}

extension KPIPane {
  /// The three KPIs side by side in one line.
  func drawBrief(on sheet: inout Sheet, in rect: Rect) {
    let names = ["viewing", "interact", "click"]
    let each = max(10, (rect.width - 2) / 3)
    for (index, kpi) in KPI.allCases.enumerated() {
      let clip = Rect(rect.x + 1 + index * each, rect.y, each - 1, 1).intersection(rect)
      let isChosen = view.state.chosenBar == .kpi(kpi)
      let start = sheet.line(
        [Piece(isChosen ? "▸" : "", .bar), .muted(names[index] + " ")], clip.x, clip.y, in: clip)
      guard let a = video.assessment, a.kpis.isComplete else { continue }
      var end: [Piece] = [.plain(a.kpis.ratio(kpi).fixed(2))]
      let bar = view.bar(of: .kpi(kpi))
      if bar > 0 || isChosen { end.append(Piece(bar > 0 ? " ┊" + bar.fixed(2) : " ┊off", .bar)) }
      let room = clip.right - start - end.cells - 1
      let course = Course(video, of: kpi, columns: max(0, room))
      course.draw(bar: 0, on: &sheet, in: Rect(start, clip.y, max(0, room), 1))
      sheet.line([.gap(1)] + end, start + min(max(0, room), course.count), clip.y, in: clip)
    }
  }
}
