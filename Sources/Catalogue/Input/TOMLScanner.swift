/// A place in a TOML text that moves forward over blanks, keys and values, and refuses what is not
/// TOML 1.0.
///
/// The parser behind it ends the program on some malformed texts (an assertion of toml++), so it
/// must never meet one: what passes here is well-formed.
struct TOMLScanner: Sendable {
  private(set) var line = 1
  private let bytes: [UInt8]
  private let file: String
  private var at = 0

  /// Starts at the beginning of a text.
  init(_ text: String, file: String) {
    bytes = Array(text.utf8)
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// The next byte; nil at the end.
  var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// An error about what stands here.
  func failure(
    expected: String, found: String? = nil, key: DottedKey = .root, mend: String = ""
  ) -> InputError {
    InputError(
      at: .file(file, line: line), key: key.text.isEmpty ? nil : key.text, expected: expected,
      found: found ?? standing, mend: mend)
  }

  /// What stands here, up to the end of the line.
  private var standing: String {
    guard let byte = peek else { return "the end of the file" }
    if byte == .lineFeed || byte == .carriageReturn { return "the end of the line" }
    let rest = bytes[at...].prefix { $0 != .lineFeed && $0 != .carriageReturn }.prefix(250)
    return String(decoding: rest, as: UTF8.self).quoted
  }

  /// Moves over a byte if it stands here.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  /// Moves over a byte that must stand here.
  mutating func expect(_ byte: UInt8) throws(InputError) {
    guard take(byte) else {
      throw failure(expected: String(Character(Unicode.Scalar(byte))).quoted)
    }
  }

  /// Moves over blanks and tabs.
  mutating func skipBlanks() {
    while let byte = peek, byte == .space || byte == .tab { at += 1 }
  }

  /// Moves over blanks, ends of lines and comments.
  mutating func skipLines() throws(InputError) {
    while true {
      skipBlanks()
      if peek == .hash { try skipComment() }
      guard try skipLineEnd() else { return }
    }
  }

  /// Moves over what may follow a statement on its line.
  mutating func endLine() throws(InputError) {
    skipBlanks()
    if peek == .hash { try skipComment() }
    guard peek == nil || peek == .lineFeed || peek == .carriageReturn else {
      throw failure(expected: "the end of the line")
    }
  }

  private mutating func skipLineEnd() throws(InputError) -> Bool {
    if take(.carriageReturn), peek != .lineFeed { throw failure(expected: "a line feed") }
    guard take(.lineFeed) else { return false }
    line += 1
    return true
  }

  private mutating func skipComment() throws(InputError) {
    while let byte = peek, byte != .lineFeed {
      if byte == .carriageReturn, bytes[at...].dropFirst().first == .lineFeed { return }
      try plain(byte)
      at += 1
    }
  }

  /// Refuses control characters, the NUL with them: it would cut the text short at the parser.
  private func plain(_ byte: UInt8) throws(InputError) {
    guard byte >= 0x20 && byte != 0x7F || byte == .tab else {
      throw failure(
        expected: "text",
        found: byte == 0 ? "a NUL character" : "a control character (0x\(String(byte, radix: 16)))")
    }
  }
}

// MARK: Keys and values

extension TOMLScanner {
  /// One part of a key.
  mutating func keyPart() throws(InputError) -> String {
    let start = at
    if let mark = peek, mark == .quote || mark == .apostrophe {
      at += 1
      try line(until: mark)
      return String(decoding: bytes[start + 1..<at - 1], as: UTF8.self)
    }
    while let byte = peek, byte.isBareKey { at += 1 }
    guard at > start else { throw failure(expected: "a key") }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// Moves over a text of any of the four kinds.
  mutating func string() throws(InputError) {
    guard let mark = peek else { return }
    let isLong = bytes[at...].starts(with: [mark, mark, mark])
    at += isLong ? 3 : 1
    if isLong { try lines(until: mark) } else { try line(until: mark) }
  }

  /// Moves over a number, a date, a time, `true` or `false`; stays where there is none.
  mutating func takeScalar() -> Bool {
    let start = at
    while let byte = peek, byte.isBareKey || [0x2B, 0x2E, 0x3A].contains(byte) { at += 1 }
    // A blank may stand between a date and a time.
    if at - start == 10, peek == .space, let next = bytes[at...].dropFirst().first, next.isDigit {
      at += 1
      while let byte = peek, byte.isBareKey || [0x2B, 0x2E, 0x3A].contains(byte) { at += 1 }
    }
    if TOMLScalar.isWellFormed(bytes[start..<at]) { return true }
    at = start
    return false
  }

  /// The rest of a text on one line, and its closing mark.
  private mutating func line(until mark: UInt8) throws(InputError) {
    while let byte = peek, byte != mark {
      if byte == .backslash, mark == .quote {
        try escape()
      } else {
        guard byte != .lineFeed, byte != .carriageReturn else { break }
        try plain(byte)
        at += 1
      }
    }
    guard take(mark) else { throw failure(expected: "a text that ends on its line") }
  }

  /// The rest of a text on many lines, and the three marks that close it, before which up to two
  /// more may stand.
  private mutating func lines(until mark: UInt8) throws(InputError) {
    while let byte = peek {
      if byte == mark {
        var run = 0
        while run < 5, take(mark) { run += 1 }
        if run >= 3 { return }
      } else if byte == .backslash, mark == .quote {
        try escape()
      } else if try !skipLineEnd() {
        try plain(byte)
        at += 1
      }
    }
    throw failure(expected: "a text that ends")
  }

  /// Moves over a backslash and what it escapes.
  private mutating func escape() throws(InputError) {
    let start = at
    at += 1
    switch peek {
    case 0x62, 0x66, 0x6E, 0x72, 0x74, .quote, .backslash: at += 1
    case 0x75: try scalarEscape(digits: 4)
    case 0x55: try scalarEscape(digits: 8)
    // In a text of many lines a backslash takes the line's end and what blanks follow.
    case .space, .tab, .carriageReturn, .lineFeed:
      skipBlanks()
      guard peek == .carriageReturn || peek == .lineFeed else { fallthrough }
    default:
      at = start
      throw failure(expected: #"\n, \t, \", \\, \u0041 or another escape of TOML"#)
    }
  }

  private mutating func scalarEscape(digits: Int) throws(InputError) {
    let hex = bytes[(at + 1)...].prefix(digits)
    guard hex.count == digits, hex.allSatisfy(\.isHexDigit),
      let value = UInt32(String(decoding: hex, as: UTF8.self), radix: 16),
      Unicode.Scalar(value) != nil
    else { throw failure(expected: "the \(digits) hexadecimal digits of a Unicode scalar") }
    guard value != 0 else {
      throw failure(expected: "text", found: "the escape of a NUL character")
    }
    at += 1 + digits
  }
}

extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let apostrophe: UInt8 = 0x27
  static let comma: UInt8 = 0x2C
  static let dot: UInt8 = 0x2E
  static let equals: UInt8 = 0x3D
  static let leftBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let rightBracket: UInt8 = 0x5D
  static let leftBrace: UInt8 = 0x7B
  static let rightBrace: UInt8 = 0x7D

  /// `0` to `9`.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// `0` to `9`, `a` to `f`, `A` to `F`.
  var isHexDigit: Bool { isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self) }
}
