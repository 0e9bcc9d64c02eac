/// One line of uploads in JSON, read strictly and without a tree of its values: a stream has
/// thousands of lines a second.
///
/// Bytes are checked as RFC 8259 has them. Half a surrogate pair, which JSON can spell and text
/// cannot hold, becomes U+FFFD, as it would in any reader that shows it.
struct UploadLine {
  let bytes: UnsafeBufferPointer<UInt8>
  let file: String
  let line: Int
  private var at = 0
  /// What is known of the upload, where the line says so: its label and where it comes from.
  private(set) var notes: [String: String] = [:]

  private static let noteKeys = ["label", "functionality", "template"]

  /// The keys that mean something.
  private enum Key: String, CaseIterable {
    case id, caption, transcript, onScreenText, hashtags, sound, duration, concernsMinors

    /// A key as it is written; the words of TOML files are understood as well.
    init?(written name: String) {
      switch name {
      case "on-screen-text": self = .onScreenText
      case "concerns-minors": self = .concernsMinors
      default: self.init(rawValue: name)
      }
    }

    var bit: UInt16 { 1 << UInt16(Self.allCases.firstIndex(of: self) ?? 0) }
    static let texts: [Key] = [.caption, .transcript, .onScreenText, .hashtags, .sound]
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, line: Int) {
    self.bytes = bytes
    self.file = file
    self.line = line
  }

  /// Whether nothing stands on the line.
  static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == .space || $0 == .tab || $0 == .carriageReturn }
  }

  /// The upload; where it has no `id` it is called after its line.
  mutating func upload() throws(InputError) -> Upload {
    skipBlanks()
    guard take(.leftBrace) else { throw failure(expected: "a JSON object on each line") }
    var upload = Upload(id: "", creator: "", platform: "")
    try members(of: &upload)
    skipBlanks()
    guard at == bytes.count else { throw failure(expected: "one JSON object a line, and its end") }
    if upload.id.isEmpty { upload.id = String(line) }
    return upload
  }

  private mutating func members(of upload: inout Upload) throws(InputError) {
    var seen: UInt16 = 0
    var strangers: Set<String> = []
    skipBlanks()
    if take(.rightBrace) { return }
    repeat {
      skipBlanks()
      guard peek == .quote else { throw failure(expected: "a key in quotation marks") }
      let name = try string()
      skipBlanks()
      guard take(0x3A) else { throw failure(expected: "\":\"", key: name) }
      skipBlanks()
      if let key = Key(written: name) {
        guard seen & key.bit == 0 else { throw twice(name) }
        seen |= key.bit
        try read(key, into: &upload)
      } else {
        guard strangers.insert(name).inserted else { throw twice(name) }
        if peek == .quote, Self.noteKeys.contains(name) {
          notes[name] = try string()
        } else {
          try skipValue(depth: 1)
        }
      }
      skipBlanks()
    } while take(.comma)
    guard take(.rightBrace) else { throw failure(expected: "\",\" or \"}\"") }
    try check(strangers, seen: seen)
  }

  /// Other keys are none of our business, but misspelt ones are: what they hold would not be read.
  private func check(_ strangers: Set<String>, seen: UInt16) throws(InputError) {
    guard !strangers.isEmpty else { return }
    for name in strangers.sorted() {
      guard let near = Nearest.word(to: name, among: Key.allCases.map(\.rawValue)), near != "id"
      else { continue }
      throw failure(
        expected: "a key of an upload", found: name.quoted, mend: "did you mean \(near)?")
    }
    let texts = Key.texts.reduce(0) { $0 | $1.bit }
    guard seen & (texts | Key.duration.bit) == 0 else { return }
    throw failure(
      expected: "one of " + Key.texts.map(\.rawValue).joined(separator: ", "),
      found: "none of them, but " + strangers.sorted().prefix(6).joined(separator: ", "))
  }

  private mutating func read(_ key: Key, into upload: inout Upload) throws(InputError) {
    if takeWord("null") { return }
    switch key {
    case .id: upload.id = try name()
    case .caption: upload.caption = try text(of: key)
    case .transcript: upload.transcript = try text(of: key)
    case .onScreenText: upload.onScreenText = try text(of: key)
    case .sound: upload.sound = try text(of: key)
    case .hashtags: upload.hashtags = try hashtags()
    case .duration: upload.duration = try seconds()
    case .concernsMinors: upload.concernsMinors = try flag(key)
    }
  }
}

// MARK: Values

extension UploadLine {
  private mutating func text(of key: Key) throws(InputError) -> String {
    guard peek == .quote else { throw failure(expected: "a text", key: key.rawValue) }
    return try string()
  }

  /// A text, or a number as it is written.
  private mutating func name() throws(InputError) -> String {
    if peek == .quote { return try string() }
    guard let number = takeNumber() else {
      throw failure(expected: "a text or a number", key: Key.id.rawValue)
    }
    return number
  }

  private mutating func flag(_ key: Key) throws(InputError) -> Bool {
    if takeWord("true") { return true }
    guard takeWord("false") else { throw failure(expected: "true or false", key: key.rawValue) }
    return false
  }

  /// A length in seconds: a number, or a text such as `15s`.
  private mutating func seconds() throws(InputError) -> Double {
    let start = at
    let value: Double?
    if peek == .quote {
      value = DurationText.parse(try string()).map(Double.init)
    } else {
      value = takeNumber().flatMap { Double($0) }
    }
    guard let value, (0.5...3_600).contains(value) else {
      at = start
      throw failure(expected: "seconds, 0.5 … 3,600", key: Key.duration.rawValue)
    }
    return value
  }

  /// Hashtags with or without `#`: a list of them, or one text with blanks between.
  private mutating func hashtags() throws(InputError) -> [String] {
    var tags: [String] = []
    if peek == .quote {
      tags = try string().unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
        .map(String.init)
    } else {
      guard take(.leftBracket) else {
        throw failure(expected: "a list of texts", key: Key.hashtags.rawValue)
      }
      skipBlanks()
      if take(.rightBracket) { return [] }
      repeat {
        skipBlanks()
        tags.append(try text(of: .hashtags))
        skipBlanks()
      } while take(.comma)
      guard take(.rightBracket) else { throw failure(expected: "\",\" or \"]\"") }
    }
    return tags.compactMap { tag in
      let bare = tag.utf8.first == .hash ? String(tag.unicodeScalars.dropFirst()) : tag
      return bare.isEmpty ? nil : bare
    }
  }

  /// Goes past a value that nobody asked for.
  private mutating func skipValue(depth: Int) throws(InputError) {
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

extension UploadLine {
  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    for place in 0..<count where bytes[at + place] != word.utf8Start[place] { return false }
    guard at + count == bytes.count || !bytes[at + count].isBareKey else { return false }
    at += count
    return true
  }

  private mutating func takeNumber() -> String? {
    let word = bytes[at...].prefix { byte in
      byte.isDigit || byte == .dot || byte == 0x2B || byte == 0x2D || byte | 0x20 == 0x65
    }
    guard !word.isEmpty, word.count <= 1_000, TOMLScalar.isJSONNumber(Array(word)[...]) else {
      return nil
    }
    at += word.count
    return String(decoding: word, as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while at < bytes.count {
      let byte = bytes[at]
      guard byte == .space || byte == .tab || byte == .carriageReturn else { return }
      at += 1
    }
  }

  /// A text from its opening quotation mark on; most have no escape and are taken as they stand.
  private mutating func string() throws(InputError) -> String {
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

  private mutating func escape() throws(InputError) -> Unicode.Scalar {
    let letter = at + 1 < bytes.count ? bytes[at + 1] : nil
    at += 2
    switch letter {
    case .quote: return "\""
    case .backslash: return "\\"
    case 0x2F: return "/"
    case 0x62: return "\u{8}"
    case 0x66: return "\u{C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75:
      if let scalar = unicodeEscape() { return scalar }
      fallthrough
    default:
      at = min(at - 2, bytes.count)
      throw failure(expected: #"\n, \t, \", \\, \u0041 or another escape of JSON"#)
    }
  }

  /// The digits of `\u0041`, or of the two halves of a scalar beyond U+FFFF; half a pair is U+FFFD.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let high = hexDigits() else { return nil }
    if let scalar = Unicode.Scalar(high) { return scalar }
    let start = at
    if (0xD800...0xDBFF).contains(high), take(.backslash), take(0x75), let low = hexDigits(),
      (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00))
    {
      return scalar
    }
    at = start
    return "\u{FFFD}"
  }

  private mutating func hexDigits() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[at..<(at + 4)] {
      guard byte.isHexDigit else { return nil }
      value = value << 4 | UInt32(byte.isDigit ? byte - 0x30 : (byte | 0x20) - 0x61 + 10)
    }
    at += 4
    return value
  }

  private func twice(_ name: String) -> InputError {
    failure(expected: "each key once", found: name.quoted + " twice")
  }

  private func failure(
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
