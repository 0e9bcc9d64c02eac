import Canvas

/// As much of a terminal as ncurses and Waggle ask of one: what stands where after some bytes.
struct Emulator {
  private(set) var size: Size
  /// The glyphs, row by row; the right half of a wide one is empty.
  private(set) var rows: [[String]]
  /// The private modes that are on.
  private(set) var modes: Set<Int> = []
  /// Sequences that it does not know, which tests want to be none.
  private(set) var unknown: [String] = []
  /// The parameters of every SGR sequence.
  private(set) var graphics: [String] = []
  private(set) var cursor = (x: 0, y: 0)
  private var kept = (x: 0, y: 0)
  private var isWrapping = false
  private var isInserting = false
  private var pending: [Unicode.Scalar] = []
  private var rest: [UInt8] = []
  /// Whether wide glyphs take one cell, as on a terminal with another width table.
  let isNarrow: Bool

  init(_ size: Size, isNarrow: Bool = false) {
    self.size = size
    self.isNarrow = isNarrow
    rows = Array(repeating: Array(repeating: " ", count: size.width), count: size.height)
  }

  /// The rows as text.
  var text: [String] { rows.map { $0.joined() } }

  mutating func resize(_ size: Size) {
    self.size = size
    rows = (0..<size.height).map { y in
      (0..<size.width).map { x in y < rows.count && x < rows[y].count ? rows[y][x] : " " }
    }
    cursor = (min(cursor.x, size.width - 1), min(cursor.y, size.height - 1))
  }

  mutating func feed(_ bytes: [UInt8]) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { feed(scalar) }
  }

  private mutating func feed(_ scalar: Unicode.Scalar) {
    guard pending.isEmpty else { return sequence(scalar) }
    switch scalar.value {
    case 0x1B: pending = [scalar]
    case 0x0D: move(0, cursor.y)
    case 0x0A: cursor.y == size.height - 1 ? scroll(1) : move(cursor.x, cursor.y + 1)
    case 0x08: move(cursor.x - 1, cursor.y)
    case 0x09: move((cursor.x / 8 + 1) * 8, cursor.y)
    case 0x00...0x1F: break
    default: put(scalar)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let isMark = [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
    if isMark {
      let x = isWrapping ? cursor.x : max(0, cursor.x - 1)
      rows[cursor.y][rows[cursor.y][x].isEmpty ? max(0, x - 1) : x].unicodeScalars.append(scalar)
      return
    }
    let width = isNarrow || TextWidth.columns(of: String(scalar)) != 2 ? 1 : 2
    if isWrapping || cursor.x + width > size.width {
      move(0, cursor.y)
      if cursor.y == size.height - 1 { scroll(1) } else { move(0, cursor.y + 1) }
    }
    if isInserting { insert(width) }
    blankHalf(cursor.x)
    if width == 2 { blankHalf(cursor.x + 1) }
    rows[cursor.y][cursor.x] = String(scalar)
    if width == 2 { rows[cursor.y][cursor.x + 1] = "" }
    isWrapping = cursor.x + width >= size.width
    cursor.x = min(cursor.x + width, size.width - 1)
  }

  /// Blanks the other half of a wide glyph that is about to lose one.
  private mutating func blankHalf(_ x: Int) {
    if rows[cursor.y][x].isEmpty, x > 0 { rows[cursor.y][x - 1] = " " }
    if x + 1 < size.width, rows[cursor.y][x + 1].isEmpty { rows[cursor.y][x + 1] = " " }
  }

  /// Moves the rest of the row right.
  private mutating func insert(_ count: Int) {
    let blanks = Array(repeating: " ", count: count)
    rows[cursor.y].insert(contentsOf: blanks, at: cursor.x)
    rows[cursor.y].removeLast(count)
  }

  private mutating func move(_ x: Int, _ y: Int) {
    cursor = (min(max(0, x), size.width - 1), min(max(0, y), size.height - 1))
    isWrapping = false
  }

  private mutating func scroll(_ count: Int) {
    for _ in 0..<count {
      rows.removeFirst()
      rows.append(Array(repeating: " ", count: size.width))
    }
  }

  private mutating func sequence(_ scalar: Unicode.Scalar) {
    pending.append(scalar)
    switch pending[1] {
    case "[" where pending.count > 2 && (0x40...0x7E).contains(scalar.value): control()
    case "[": return
    case "(" where pending.count == 3, ")" where pending.count == 3: break
    case "(", ")": return
    case "7": kept = cursor
    case "8": move(kept.x, kept.y)
    case "=", ">", "M", "c": break
    default: unknown.append(describe())
    }
    pending = []
  }

  private func describe() -> String { pending.dropFirst().map(String.init).joined() }

  private mutating func control() {
    let text = describe().dropFirst()
    let final = text.last ?? " "
    let isPrivate = text.first == "?"
    let numbers = text.dropLast().drop { $0 == "?" }.split(
      separator: ";", omittingEmptySubsequences: false
    ).map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch final {
    case "h" where isPrivate: modes.formUnion(numbers)
    case "l" where isPrivate: modes.subtract(numbers)
    case "m": graphics.append(String(text.dropLast()))
    case "H": move(max(1, numbers.count > 1 ? numbers[1] : 1) - 1, count - 1)
    case "G": move(count - 1, cursor.y)
    case "d": move(cursor.x, count - 1)
    case "A": move(cursor.x, cursor.y - count)
    case "B": move(cursor.x, cursor.y + count)
    case "C": move(cursor.x + count, cursor.y)
    case "D": move(cursor.x - count, cursor.y)
    case "J": erase(first == 0 ? cursor.y * size.width + cursor.x : 0)
    case "K":
      erase(
        first == 1 ? cursor.y * size.width : cursor.y * size.width + cursor.x,
        until: first == 1 ? cursor.y * size.width + cursor.x + 1 : (cursor.y + 1) * size.width)
    case "X":
      let start = cursor.y * size.width + cursor.x
      erase(start, until: min(start + count, (cursor.y + 1) * size.width))
    case "b": repeatLast(count)
    case "@": insert(min(count, size.width - cursor.x))
    case "h" where first == 4: isInserting = true
    case "l" where first == 4: isInserting = false
    case "r", "t": break
    default: unknown.append(String(text))
    }
  }

  private mutating func erase(_ start: Int, until end: Int? = nil) {
    for index in start..<(end ?? size.width * size.height) {
      rows[index / size.width][index % size.width] = " "
    }
  }

  private mutating func repeatLast(_ count: Int) {
    let x = isWrapping ? cursor.x : cursor.x - 1
    guard x >= 0, let scalar = rows[cursor.y][x].unicodeScalars.first else { return }
    for _ in 0..<count { put(scalar) }
  }
}
