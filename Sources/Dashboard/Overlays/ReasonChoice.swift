import Canvas
import Catalogue
import Distribution

/// The reason of a removal: one from the list, or one's own words.
struct ReasonChoice: Sendable, Hashable {
  /// Which case.
  var video: VideoID
  var field = TextField()
  var selected = 0
  /// Whether the model's policy must not stand out, because its reading is hidden.
  var isNeutral = false

  /// What can be chosen, the model's policy first unless that is hidden.
  func reasons(for video: VideoPicture) -> [String] {
    let own = isNeutral ? nil : video.deskCase?.policy
    let rest = Policy.allCases.filter { $0 != own && $0 != .minors }
    return ([own].compactMap { $0 } + rest).map { $0.statement }
  }

  /// The reason taken: one's own words if there are any.
  func reason(for video: VideoPicture) -> String {
    let own = field.text.trimmed
    guard own.isEmpty else { return own }
    let reasons = reasons(for: video)
    return reasons[min(max(0, selected), reasons.count - 1)]
  }

  /// Draws it.
  func draw(_ video: VideoPicture, on sheet: inout Sheet, in area: Rect) {
    let width = min(64, area.width - 4)
    var lines: [[Piece]] = [[.muted("Your own: ")] + field.pieces(room: max(4, width - 11)), []]
    lines += reasons(for: video).map { [.plain($0.clipped(width))] }
    Box(
      title: [Piece("Why it is removed", .title)], lines: lines,
      selected: field.text.trimmed.isEmpty ? selected + 2 : nil, fixed: 2, width: width
    ).draw(on: &sheet, in: area)
  }
}

extension Policy {
  /// The reason that a removal under this policy gives.
  var statement: String { "illegal: \(label) (\(rawValue))" }
}
