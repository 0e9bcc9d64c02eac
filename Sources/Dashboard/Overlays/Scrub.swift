import Canvas
import Catalogue
import Distribution

/// The bar of the whole time while it has the focus.
struct Scrub: Sendable, Hashable {
  /// The moment asked for.
  var asked: Moment
  /// The moment that was shown then; keys can come faster than scenes.
  var shown: Moment

  init(_ now: Moment) { (asked, shown) = (now, now) }

  /// Where the cursor is or will be.
  func place(_ now: Moment) -> Moment { now == shown ? asked : now }
}

/// The whole time that was computed or recorded, with waves, cases and decisions as marks and the
/// present as a cursor.
struct ScrubBar {
  let view: View
  var hasFocus = false

  /// The end of what was computed; at least a minute.
  static func end(_ scene: Scene) -> Moment { max(scene.furthest, scene.snapshot.now, 60) }

  /// Draws it in one row.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    let clip = Rect(rect.x, rect.y, rect.width, 1)
    let end = Self.end(view.scene)
    let isWide = rect.width >= 60
    let left: [Piece] =
      [hasFocus ? Piece(" ◂▸ ", .focus, bold: true) : .gap(1)]
      + (isWide ? [.muted(view.time(0).short + " ")] : [])
    let right: [Piece] =
      (isWide ? [.muted(" " + view.time(end).short)] : [])
      + [.gap(1), Piece(Figures.percent(min(view.now, end), of: end).right(7), .clock), .gap(1)]
    let start = sheet.line(left, rect.x, rect.y, in: clip)
    let room = Rect(start, rect.y, rect.right - right.cells - start, 1)
    guard room.width >= 8 else { return }
    sheet.timeline(TimeAxis(from: 0, to: end), view, in: room, showing: isShown)
    sheet.line(right, room.right, rect.y, in: clip)
  }

  private func isShown(_ mark: Mark) -> Bool {
    switch mark.kind {
    case .wave, .stop: mark.video == view.video?.id
    case .deskCase, .decision: true
    case .posted: false
    }
  }
}

extension Dashboard {
  /// Takes a key while the bar has the focus; what it does not know does what it does elsewhere.
  mutating func press(_ key: Key, _ scrub: Scrub, _ scene: Scene) -> [Intent] {
    let now = scrub.place(scene.snapshot.now)
    let end = ScrubBar.end(scene)
    let cell = max(60, end / max(1, size.width - 30))
    let next: Moment?
    switch key {
    case .enter, .character("t"):
      overlay = nil
      return []
    case .left: next = now - cell
    case .right: next = now + cell
    case .pageUp: next = now - 10 * cell
    case .pageDown: next = now + 10 * cell
    case .home: next = 0
    case .end: next = end
    case .up: next = scene.marks.last { $0.at < now }?.at
    case .down: next = scene.marks.first { $0.at > now }?.at
    default: return pressBeside(key, scrub, scene)
    }
    let asked = min(max(0, next ?? now), end)
    overlay = .scrub(scrub)
    guard asked != now else { return [] }
    var moved = Scrub(scene.snapshot.now)
    moved.asked = asked
    overlay = .scrub(moved)
    return [.seek(asked)]
  }

  private mutating func pressBeside(_ key: Key, _ scrub: Scrub, _ scene: Scene) -> [Intent] {
    guard let binding = KeyMap.binding(for: key, on: screen) else { return [] }
    overlay = nil
    let intents = perform(binding.action, scene)
    if overlay == nil { overlay = .scrub(scrub) }
    return intents
  }
}
