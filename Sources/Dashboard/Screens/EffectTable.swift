import Canvas
import Catalogue

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
