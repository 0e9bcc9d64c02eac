/// A place in one line of JSON, and what stands there; letters are checked as RFC 8259 has them.
///
/// Unlike `JSONDocument` it makes no tree: a stream has thousands of lines a second. Half a
/// surrogate pair, which JSON can spell and text cannot hold, becomes U+FFFD, as it would in any
/// reader that shows it.
struct JSONCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  let file: String
  let line: Int
  var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, line: Int) {
    self.bytes = bytes
    self.file = file
    self.line = line
  }

  /// Goes past a value that nobody asked for.
  mutating func skipValue(depth: Int) throws(InputError) {
    guard depth <= TOMLOutline.deepest else {
      throw failure(
        expected: "at most \(TOMLOutline.deepest) values inside each other", found: "more")
    }
    switch peek {
    case .quote: _ = try string()
    case .leftBrace:
      at += 1
      try skipElements(to: .rightBrace, depth: depth)
    case .leftBracket:
      at += 1
      try skipElements(to: .rightBracket, depth: depth)
    default:
      guard takeWord("null") || takeWord("true") || takeWord("false") || takeNumber() != nil else {
        throw failure(expected: "a value")
      }
    }
  }

  private mutating func skipElements(to close: UInt8, depth: Int) throws(InputError) {
    skipBlanks()
    if take(close) { return }
    repeat {
      skipBlanks()
      if close == .rightBrace {
        guard peek == .quote else { throw failure(expected: "a key in quotation marks") }
        _ = try string()
        skipBlanks()
        guard take(0x3A) else { throw failure(expected: "\":\"") }
        skipBlanks()
      }
      try skipValue(depth: depth + 1)
      skipBlanks()
    } while take(.comma)
    guard take(close) else { throw failure(expected: "\",\" or the end of what is open") }
  }
}

// MARK: Letters

extension JSONCursor {
  var isAtEnd: Bool { at == bytes.count }

  var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  mutating func takeWord(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    for place in 0..<count where bytes[at + place] != word.utf8Start[place] { return false }
    guard at + count == bytes.count || !bytes[at + count].isBareKey else { return false }
    at += count
    return true
  }

  mutating func takeNumber() -> String? {
    let word = bytes[at...].prefix { byte in
      byte.isDigit || byte == .dot || byte == 0x2B || byte == 0x2D || byte | 0x20 == 0x65
    }
    guard !word.isEmpty, word.count <= 1_000, TOMLScalar.isJSONNumber(Array(word)[...]) else {
      return nil
    }
    at += word.count
    return String(decoding: word, as: UTF8.self)
  }

  mutating func skipBlanks() {
    while at < bytes.count {
      let byte = bytes[at]
      guard byte == .space || byte == .tab || byte == .carriageReturn else { return }
      at += 1
    }
  }

  /// A text from its opening quotation mark on; most have no escape and are taken as they stand.
  mutating func string() throws(InputError) -> String {
    at += 1
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == .quote {
        let text = try valid(UnsafeBufferPointer(rebasing: bytes[start..<at]), from: start)
        at += 1
        return text
      }
      if byte == .backslash { return try escapedString(from: start) }
      guard byte >= 0x20 else { throw failure(expected: "a text", found: "a control character") }
      at += 1
    }
    throw failure(expected: "a text that ends on its line")
  }

  private mutating func escapedString(from start: Int) throws(InputError) -> String {
    var text = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      if byte == .quote {
        let text = try text.withUnsafeBufferPointer { text throws(InputError) in
          try valid(text, from: start)
        }
        at += 1
        return text
      }
      if byte == .backslash {
        text.append(contentsOf: String(Character(try escape())).utf8)
        continue
      }
      guard byte >= 0x20 else { throw failure(expected: "a text", found: "a control character") }
      text.append(byte)
      at += 1
    }
    throw failure(expected: "a text that ends on its line")
  }

  private func valid(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int
  ) throws(InputError) -> String {
    if let text = String(validating: text, as: UTF8.self) { return text }
    throw InputError(
      at: .file(file, line: line), expected: "UTF-8 text",
      found: "bytes that spell nothing in the text from byte \((start + 1).grouped) of the line on",
      mend: "save it as UTF-8")
  }

  /// Takes an escape; half a surrogate pair is U+FFFD.
  private mutating func escape() throws(InputError) -> Unicode.Scalar {
    guard let escape = JSONEscape(in: bytes, at: at) else {
      throw failure(expected: JSONEscape.expected)
    }
    at += escape.count
    return escape.scalar ?? "\u{FFFD}"
  }

  func failure(
    expected: String, found: String? = nil, key: String? = nil, mend: String = ""
  ) -> InputError {
    InputError(
      at: .file(file, line: line), key: key, expected: expected, found: found ?? standing,
      mend: mend)
  }

  /// What stands here.
  private var standing: String {
    guard peek != nil else { return "the end of the line" }
    return String(decoding: bytes[at...].prefix(250), as: UTF8.self).quoted
  }
}
