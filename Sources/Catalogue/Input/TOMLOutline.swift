/// Where the keys of a TOML text stand, and in which order: what the parser does not tell.
///
/// The scan reads keys and skips values. It is also the guard before the parser: NULs, deep
/// nesting and a flood of entries are refused here, so that the parser never meets them. Where the
/// text is not TOML the scan stops; the parser stops at the same place and says why. One pass, in
/// time and space linear in the text.
struct TOMLOutline {
  /// Where a key stands.
  struct Spot {
    /// The line, 1 the first.
    var line: Int
    /// How many keys were met before.
    var order: Int
  }

  /// The most tables and lists inside each other.
  static let deepest = 64
  /// The most parts of one dotted key.
  static let mostParts = 16
  /// The most keys and list elements of one file.
  static let mostEntries = 200_000

  private(set) var spots: [DottedKey: Spot] = [:]
  /// The line at which the text stopped being TOML; nil for none.
  private(set) var broken: Int?

  private let bytes: [UInt8]
  private let file: String
  private var at = 0
  private var line = 1
  private var depth = 0
  private var entries = 0
  private var tablesIn: [DottedKey: Int] = [:]

  /// Reads the keys of a text.
  init(scanning text: String, file: String) throws(InputError) {
    bytes = Array(text.utf8)
    self.file = file
    if let nul = bytes.firstIndex(of: 0) {
      line += bytes[..<nul].count { $0 == 0x0A }
      throw failure("text", "a NUL character")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    if try !scan() { broken = line }
  }

  /// Reads statements until the end; false where one is not TOML.
  private mutating func scan() throws(InputError) -> Bool {
    var table = DottedKey.root
    while true {
      skipBlanks(andLines: true)
      guard let byte = peek else { return true }
      if byte == .leftBracket {
        guard let header = try header() else { return false }
        table = header
      } else {
        guard try pair(in: table) else { return false }
      }
      guard endOfLine() else { return false }
    }
  }

  /// `[a.b]` or `[[a.b]]`, or nil where it is neither.
  private mutating func header() throws(InputError) -> DottedKey? {
    let start = line
    at += 1
    let repeats = take(.leftBracket)
    guard let parts = try keyParts() else { return nil }
    guard take(.rightBracket), !repeats || take(.rightBracket) else { return nil }
    var table = DottedKey.root
    for (place, part) in parts.enumerated() {
      table = table.appending(part)
      let isLast = place == parts.count - 1
      if repeats, isLast { tablesIn[table, default: 0] += 1 }
      try note(table, line: start)
      if let count = tablesIn[table] { table = table.appending(count - 1) }
      if isLast { try note(table, line: start) }
    }
    return table
  }

  /// `a.b = value`; false where it is not that.
  private mutating func pair(in table: DottedKey) throws(InputError) -> Bool {
    let start = line
    guard let parts = try keyParts() else { return false }
    var key = table
    for part in parts {
      key = key.appending(part)
      try note(key, line: start)
    }
    guard take(.equals) else { return false }
    skipBlanks(andLines: false)
    return try value(of: key)
  }

  private mutating func note(_ key: DottedKey, line: Int) throws(InputError) {
    entries += 1
    guard entries <= Self.mostEntries else {
      throw failure("at most \(Self.mostEntries.grouped) keys and list elements", "more")
    }
    if spots[key] == nil { spots[key] = Spot(line: line, order: entries) }
  }

  private func failure(_ expected: String, _ found: String) -> InputError {
    InputError(at: .file(file, line: line), expected: expected, found: found)
  }
}

// MARK: Values

extension TOMLOutline {
  /// Skips a value and notes the keys in it; false where there is none.
  private mutating func value(of key: DottedKey) throws(InputError) -> Bool {
    switch peek {
    case .quote, .apostrophe: return try string() != nil
    case .leftBracket: return try nested { scan throws(InputError) in try scan.list(of: key) }
    case .leftBrace: return try nested { scan throws(InputError) in try scan.table(of: key) }
    default: return bareValue()
    }
  }

  private mutating func nested(
    _ body: (inout TOMLOutline) throws(InputError) -> Bool
  ) throws(InputError) -> Bool {
    guard depth < Self.deepest else {
      throw failure("at most \(Self.deepest) lists and tables inside each other", "more")
    }
    depth += 1
    defer { depth -= 1 }
    at += 1
    return try body(&self)
  }

  private mutating func list(of key: DottedKey) throws(InputError) -> Bool {
    var count = 0
    while true {
      skipBlanks(andLines: true)
      if take(.rightBracket) { return true }
      let element = key.appending(count)
      try note(element, line: line)
      guard try value(of: element) else { return false }
      count += 1
      skipBlanks(andLines: true)
      if take(.comma) { continue }
      return take(.rightBracket)
    }
  }

  private mutating func table(of key: DottedKey) throws(InputError) -> Bool {
    while true {
      skipBlanks(andLines: true)
      if take(.rightBrace) { return true }
      guard try pair(in: key) else { return false }
      skipBlanks(andLines: true)
      if take(.comma) { continue }
      return take(.rightBrace)
    }
  }

  /// A number, a date or a word: up to what can follow a value.
  private mutating func bareValue() -> Bool {
    let start = at
    while let byte = peek, byte != .comma, byte != .rightBracket, byte != .rightBrace,
      byte != .hash, byte != .lineFeed
    { at += 1 }
    return at > start
  }

  /// Skips a string of any of the four kinds and gives the bytes between its quotation marks; nil
  /// where it does not end.
  private mutating func string() throws(InputError) -> Range<Int>? {
    guard let mark = peek else { return nil }
    if bytes[at...].starts(with: [mark, mark, mark]) {
      at += 3
      return try stringBody(until: mark, lines: true)
    }
    at += 1
    return try stringBody(until: mark, lines: false)
  }

  private mutating func stringBody(
    until mark: UInt8, lines: Bool
  ) throws(InputError) -> Range<Int>? {
    let start = at
    while let byte = peek {
      if byte == .backslash, mark == .quote {
        try escape()
      } else if byte == .lineFeed {
        guard lines else { return nil }
        line += 1
        at += 1
      } else if byte == mark {
        let run = bytes[at...].prefix { $0 == mark }.count
        if !lines {
          at += 1
          return start..<at - 1
        }
        // Up to two marks may stand right before the three that end it.
        at += min(run, 5)
        if run >= 3 { return start..<at - 3 }
      } else {
        at += 1
      }
    }
    return nil
  }

  /// Skips a backslash and what it escapes.
  ///
  /// A NUL would cut the text short on its way from the parser, so its escape is refused.
  private mutating func escape() throws(InputError) {
    at += 1
    guard let mark = peek else { return }
    let digits = mark == 0x75 ? 4 : mark == 0x55 ? 8 : mark == 0x78 ? 2 : 0
    if digits > 0, bytes[(at + 1)...].prefix(digits).allSatisfy({ $0 == 0x30 }) {
      throw failure("text", "the escape of a NUL character")
    }
    if mark != .lineFeed { at += 1 }
  }
}

// MARK: Keys and blanks

extension TOMLOutline {
  /// The parts of a dotted key, with the blanks around it; nil where there is none.
  private mutating func keyParts() throws(InputError) -> [String]? {
    var parts: [String] = []
    repeat {
      skipBlanks(andLines: false)
      guard let part = try keyPart() else { return nil }
      parts.append(part)
      guard parts.count <= Self.mostParts else {
        throw failure("a key of at most \(Self.mostParts) parts", "a longer one")
      }
      skipBlanks(andLines: false)
    } while take(.dot)
    return parts
  }

  private mutating func keyPart() throws(InputError) -> String? {
    if peek == .quote || peek == .apostrophe {
      guard let range = try string() else { return nil }
      return String(decoding: bytes[range], as: UTF8.self)
    }
    let start = at
    while let byte = peek, byte.isBareKey { at += 1 }
    return at > start ? String(decoding: bytes[start..<at], as: UTF8.self) : nil
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  /// Skips blanks, and with them line ends and comments if wanted.
  private mutating func skipBlanks(andLines: Bool) {
    while let byte = peek {
      switch byte {
      case .space, .tab: at += 1
      case .carriageReturn where andLines: at += 1
      case .lineFeed where andLines:
        line += 1
        at += 1
      case .hash where andLines: skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() {
    while let byte = peek, byte != .lineFeed { at += 1 }
  }

  /// Skips the rest of a line, which may hold a comment and nothing else.
  private mutating func endOfLine() -> Bool {
    skipBlanks(andLines: false)
    if peek == .hash { skipComment() }
    if peek == .carriageReturn { at += 1 }
    return peek == nil || peek == .lineFeed
  }
}

extension UInt8 {
  fileprivate static let tab: UInt8 = 0x09
  fileprivate static let lineFeed: UInt8 = 0x0A
  fileprivate static let carriageReturn: UInt8 = 0x0D
  fileprivate static let space: UInt8 = 0x20
  fileprivate static let quote: UInt8 = 0x22
  fileprivate static let hash: UInt8 = 0x23
  fileprivate static let apostrophe: UInt8 = 0x27
  fileprivate static let comma: UInt8 = 0x2C
  fileprivate static let dot: UInt8 = 0x2E
  fileprivate static let equals: UInt8 = 0x3D
  fileprivate static let leftBracket: UInt8 = 0x5B
  fileprivate static let backslash: UInt8 = 0x5C
  fileprivate static let rightBracket: UInt8 = 0x5D
  fileprivate static let leftBrace: UInt8 = 0x7B
  fileprivate static let rightBrace: UInt8 = 0x7D
}
