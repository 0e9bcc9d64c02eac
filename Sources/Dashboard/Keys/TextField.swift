import Canvas

/// A line of text that is being typed.
struct TextField: Sendable, Hashable {
  /// More is not taken: nothing that a person types here is longer.
  static let limit = 4_000

  private(set) var text: String
  private(set) var cursor: Int

  init(_ text: String = "") {
    self.text = String(text.prefix(Self.limit))
    self.cursor = self.text.count
  }

  /// Takes a key and says whether it was one for a text.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: remove(from: cursor - 1, to: cursor)
    case .delete: remove(from: cursor, to: cursor + 1)
    case .control("u"): remove(from: 0, to: cursor)
    case .control("w"): remove(from: startOfWord, to: cursor)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    default: return false
    }
    return true
  }

  /// Puts text in at the cursor; line ends become blanks.
  mutating func insert(_ more: String) {
    let flat = String(more.prefix(Self.limit).map { $0.isNewline || $0 == "\t" ? " " : $0 })
    guard text.count + flat.count <= Self.limit else { return }
    let place = text.index(text.startIndex, offsetBy: min(cursor, text.count))
    text.insert(contentsOf: flat, at: place)
    cursor = min(text.count, cursor + flat.count)
  }

  private mutating func remove(from: Int, to: Int) {
    guard from >= 0, to <= text.count, from < to else { return }
    let start = text.index(text.startIndex, offsetBy: from)
    text.removeSubrange(start..<text.index(text.startIndex, offsetBy: to))
    cursor = from
  }

  private var startOfWord: Int {
    let before = Array(text.prefix(cursor))
    var place = before.count
    while place > 0, before[place - 1] == " " { place -= 1 }
    while place > 0, before[place - 1] != " " { place -= 1 }
    return place
  }

  /// The text with its cursor, in so many columns, the cursor in sight.
  func pieces(room: Int, isActive: Bool = true) -> [Piece] {
    guard isActive else { return [.plain(text.clipped(room))] }
    let before = String(text.prefix(cursor))
    let after = String(text.dropFirst(cursor))
    var start = before
    while start.cells > max(1, room - 2), !start.isEmpty { start.removeFirst() }
    let left = max(0, room - start.cells - 1)
    return [
      .plain(start), Piece("▏", .focus), .plain(TextWidth.beginning(of: after, columns: left)),
    ]
  }
}
