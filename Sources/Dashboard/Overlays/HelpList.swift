import Canvas

/// Every key in words, searched by typing; Enter does what is chosen.
struct HelpList: Sendable, Hashable {
  var field = TextField()
  var selected = 0
  /// The first row in sight after a page was turned.
  var top = 0

  /// The rows of the key map that hold all the words typed, those of this screen first.
  func found(on screen: Screen) -> [Binding] {
    let words = field.text.lowercased().split(separator: " ")
    var seen: Set<Binding> = []
    let all = KeyMap.all.filter { seen.insert($0).inserted }
    let here = all.filter { $0.screens.contains(screen) }
    let elsewhere = all.filter { !$0.screens.contains(screen) }
    return (here + elsewhere).filter { binding in
      let text = Self.text(of: binding)
      return words.allSatisfy { text.contains($0) }
    }
  }

  private static func text(of binding: Binding) -> String {
    let places = binding.screens.map(\.title).joined(separator: " ")
    return
      "\(binding.keyNames) \(binding.action.rawValue) \(binding.word ?? "") \(binding.about) \(places)"
      .lowercased()
  }

  /// Turns a page: so many rows on or back, the selection with them.
  mutating func turn(by rows: Int, of count: Int) {
    top = min(max(0, top + rows), max(0, count - 1))
    selected = min(max(0, selected + rows), max(0, count - 1))
  }

  /// Draws it.
  func draw(_ view: View, on sheet: inout Sheet, in area: Rect) {
    let found = found(on: view.state.screen)
    let width = min(96, area.width - 4)
    var lines: [[Piece]] = [
      [.muted("Search: ")] + field.pieces(room: max(4, width - 10)), [],
    ]
    let rows = found.map { line($0, view, width: width) }
    let place = found.isEmpty ? nil : min(selected, found.count - 1)
    let starts = rows.reduce(into: [lines.count]) { $0.append(($0.last ?? 0) + $1.count) }
    lines += rows.joined()
    if found.isEmpty { lines.append([.muted("No key does that. : takes every command by name.")]) }
    Box(
      title: [Piece("Help", .title)],
      note: [.muted("\(found.count) of \(KeyMap.all.count) keys")],
      lines: lines, selected: place.map { starts[$0] }, fixed: 2,
      top: starts[min(top, max(0, found.count - 1))] - 2, width: width
    ).draw(on: &sheet, in: area)
  }

  /// A row of the key map; what is too wide goes on below.
  private func line(_ binding: Binding, _ view: View, width: Int) -> [[Piece]] {
    let keys = binding.keyNames.left(9)
    let place =
      binding.screens.contains(view.state.screen)
      ? nil : binding.screens.sorted { $0.digit < $1.digit }.first?.title
    let why = place == nil ? view.whyDisabled(binding.action) : "on \(place ?? "")"
    let tail = why.map { "  " + $0 } ?? ""
    let words = [Piece(binding.about, why == nil ? .text : .muted), Piece(tail, .doubt)]
    let rows = StyledText.wrapped(words, columns: max(8, width - 10))
    return rows.enumerated().map { row, words in
      [Piece(row == 0 ? keys : "".left(9), why == nil ? .key : .muted), .gap(1)] + words
    }
  }
}
