import Canvas
import Catalogue
import Distribution

/// The scale on which scores and their intervals are laid against the bar.
///
/// Its ends are multiples of a fifth, so that it changes seldom.
struct ScoreScale: Hashable {
  let scale: Scale

  /// A scale that holds the bar and every interval.
  init(bar: Double, assessments: [Assessment]) {
    let bar = bar.isFinite ? min(max(bar, 0), 10) : 1
    let sane = assessments.filter { $0.score.isFinite && $0.error.isFinite }
    let low = sane.map { $0.score - $0.half }.min() ?? bar
    let high = sane.map { $0.score + $0.half }.max() ?? bar
    let from = ((min(low, bar - 0.1) - 0.02) * 5).rounded(.down) / 5
    let to = ((max(high, bar + 0.4) + 0.02) * 5).rounded(.up) / 5
    scale = .linear(max(0, from), min(max(to, from + 0.5), 6))
  }

  /// One assessment on it: the 80 % interval against the bar that it was held to.
  func mark(_ a: Assessment, _ style: Style) -> IntervalMark {
    IntervalMark(
      scale: scale, low: a.score - a.half, value: a.score, high: a.score + a.half,
      bar: a.bar, style)
  }

  /// The place and value of the bar, and round values beside it.
  func drawAxis(on sheet: inout Sheet, bar: Double, in area: Rect) {
    guard let place = scale.cell(of: bar, in: area.width) else { return }
    let name = "┊bar " + bar.fixed(2)
    let start = min(area.x + place, area.right - name.cells)
    sheet.canvas.write(
      start == area.x + place ? name : String(name.dropFirst()), start, area.y, Style(.bar),
      clip: area)
    var taken = [start..<start + name.cells + 1]
    for value in scale.ticks(atMost: max(2, area.width / 5)) {
      guard let cell = scale.cell(of: value, in: area.width) else { continue }
      let text = value.fixed(1)
      let range = area.x + cell - 1..<area.x + cell - 1 + text.cells
      guard range.lowerBound >= area.x, range.upperBound <= area.right,
        !taken.contains(where: { $0.overlaps(range) })
      else { continue }
      sheet.canvas.write(text, range.lowerBound, area.y, Style(.muted), clip: area)
      taken.append(range.lowerBound - 1..<range.upperBound + 1)
    }
  }
}
