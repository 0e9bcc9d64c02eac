/// Where the keys of a TOML text stand, and in which order: what the parser does not tell.
///
/// The scan reads keys and skips values. It is also the guard before the parser: what is not
/// well-formed, nests deeply or floods is refused here, with its line. One pass, in time and space
/// linear in the text.
struct TOMLOutline: Sendable {
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
  static let mostEntries = 100_000

  private(set) var spots: [DottedKey: Spot] = [:]

  private var scanner: TOMLScanner
  private var depth = 0
  private var entries = 0
  /// How many tables each `[[key]]` has so far.
  private var repeated: [DottedKey: Int] = [:]

  /// Reads the keys of a text.
  init(scanning text: String, file: String) throws(InputError) {
    scanner = TOMLScanner(text, file: file)
    var table = DottedKey.root
    try scanner.skipLines()
    while let byte = scanner.peek {
      if byte == .leftBracket {
        table = try header()
      } else {
        try pair(in: table)
      }
      try scanner.endLine()
      try scanner.skipLines()
    }
  }

  /// `[a.b]` or `[[a.b]]`.
  private mutating func header() throws(InputError) -> DottedKey {
    try scanner.expect(.leftBracket)
    let repeats = scanner.take(.leftBracket)
    let parts = try keyParts()
    try scanner.expect(.rightBracket)
    if repeats { try scanner.expect(.rightBracket) }
    var table = DottedKey.root
    for (place, part) in parts.enumerated() {
      table = table.appending(part)
      if repeats, place == parts.count - 1 { repeated[table, default: 0] += 1 }
      try note(table, line: scanner.line)
      guard let count = repeated[table] else { continue }
      table = table.appending(count - 1)
      try note(table, line: scanner.line)
    }
    return table
  }

  /// A key and its value: `a.b = 1`.
  private mutating func pair(in table: DottedKey) throws(InputError) {
    var key = table
    for part in try keyParts() {
      key = key.appending(part)
      try note(key, line: scanner.line)
    }
    try scanner.expect(.equals)
    scanner.skipBlanks()
    try value(of: key)
  }

  /// The parts of a dotted key, with the blanks around it.
  private mutating func keyParts() throws(InputError) -> [String] {
    var parts: [String] = []
    repeat {
      scanner.skipBlanks()
      parts.append(try scanner.keyPart())
      guard parts.count <= Self.mostParts else {
        throw scanner.failure(expected: "a key of at most \(Self.mostParts) parts", found: "more")
      }
      scanner.skipBlanks()
    } while scanner.take(.dot)
    return parts
  }

  private mutating func note(_ key: DottedKey, line: Int) throws(InputError) {
    entries += 1
    guard entries <= Self.mostEntries else {
      throw scanner.failure(
        expected: "at most \(Self.mostEntries.grouped) keys and list elements", found: "more")
    }
    if spots[key] == nil { spots[key] = Spot(line: line, order: entries) }
  }

  /// Skips a value and notes the keys in it.
  private mutating func value(of key: DottedKey) throws(InputError) {
    guard depth <= Self.deepest else {
      throw scanner.failure(
        expected: "at most \(Self.deepest) lists and tables inside each other", found: "more")
    }
    depth += 1
    defer { depth -= 1 }
    switch scanner.peek {
    case .quote, .apostrophe: try scanner.string()
    case .leftBracket: try list(of: key)
    case .leftBrace: try table(of: key)
    default:
      guard !scanner.takeScalar() else { return }
      throw scanner.failure(
        expected: "a value", key: key,
        mend: #"write a number, "a text" in quotation marks, true or false, or [a list]"#)
    }
  }

  private mutating func list(of key: DottedKey) throws(InputError) {
    try scanner.expect(.leftBracket)
    var count = 0
    try scanner.skipLines()
    while scanner.peek != .rightBracket {
      let element = key.appending(count)
      try note(element, line: scanner.line)
      try value(of: element)
      count += 1
      try scanner.skipLines()
      guard scanner.take(.comma) else { break }
      try scanner.skipLines()
    }
    try scanner.expect(.rightBracket)
  }

  private mutating func table(of key: DottedKey) throws(InputError) {
    try scanner.expect(.leftBrace)
    scanner.skipBlanks()
    if scanner.take(.rightBrace) { return }
    repeat {
      try pair(in: key)
      scanner.skipBlanks()
    } while scanner.take(.comma)
    try scanner.expect(.rightBrace)
  }
}
