/// A JSON text as a tree of values that know their lines and their order.
///
/// The standard decoder knows neither; so this reads JSON (RFC 8259) itself, strictly, with the
/// same limits on depth and entries as TOML has. Time and space are linear in the text.
struct JSONDocument {
  private let bytes: [UInt8]
  private let file: String
  private var at = 0
  private var line = 1
  private var depth = 0
  private var entries = 0

  /// Reads a text whose outermost value is an object.
  static func read(_ text: String, file: String) throws(InputError) -> Node {
    var document = JSONDocument(bytes: Array(text.utf8), file: file)
    document.skipBlanks()
    guard document.peek == .leftBrace else { throw document.failure(expected: "a JSON object") }
    let node = try document.value(of: .root)
    document.skipBlanks()
    guard document.peek == nil else { throw document.failure(expected: "the end of the file") }
    return node
  }

  private init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  private mutating func value(of key: DottedKey) throws(InputError) -> Node {
    depth += 1
    entries += 1
    defer { depth -= 1 }
    guard depth <= TOMLOutline.deepest, entries <= TOMLOutline.mostEntries else {
      throw failure(
        expected: "at most \(TOMLOutline.mostEntries.grouped) values, "
          + "\(TOMLOutline.deepest) inside each other", found: "more")
    }
    let place = InputError.Place.file(file, line: line)
    let value: Node.Value =
      switch peek {
      case .leftBrace: .table(try members(of: key))
      case .leftBracket: .list(try elements(of: key))
      case .quote: .text(try string())
      default: try scalar(of: key)
      }
    return Node(value: value, place: place)
  }

  private mutating func members(of key: DottedKey) throws(InputError) -> Node.Table {
    at += 1
    var table = Node.Table()
    skipBlanks()
    if take(.rightBrace) { return table }
    repeat {
      skipBlanks()
      guard peek == .quote else { throw failure(expected: "a key in quotation marks") }
      let name = try string()
      let member = key.appending(name)
      guard table[name] == nil else {
        throw failure(expected: "each key once", found: name.quoted + " twice", key: member)
      }
      skipBlanks()
      guard take(0x3A) else { throw failure(expected: "\":\"", key: member) }
      skipBlanks()
      table[name] = try value(of: member)
      skipBlanks()
    } while take(.comma)
    guard take(.rightBrace) else { throw failure(expected: "\",\" or \"}\"") }
    return table
  }

  private mutating func elements(of key: DottedKey) throws(InputError) -> [Node] {
    at += 1
    var nodes: [Node] = []
    skipBlanks()
    if take(.rightBracket) { return nodes }
    repeat {
      skipBlanks()
      nodes.append(try value(of: key.appending(nodes.count)))
      skipBlanks()
    } while take(.comma)
    guard take(.rightBracket) else { throw failure(expected: "\",\" or \"]\"") }
    return nodes
  }

  private mutating func scalar(of key: DottedKey) throws(InputError) -> Node.Value {
    let rest = bytes[at...]
    let word = rest.prefix { $0.isBareKey || $0 == 0x2B || $0 == .dot }
    let text = String(decoding: word, as: UTF8.self)
    let value: Node.Value? =
      switch text {
      case "true": .flag(true)
      case "false": .flag(false)
      case "null": .other("null")
      default: TOMLScalar.isJSONNumber(word) ? number(text) : nil
      }
    guard let value else {
      throw failure(
        expected: "a value", key: key,
        mend: #"write a number, "a text" in quotation marks, true or false, or [a list]"#)
    }
    at += word.count
    return value
  }

  private func number(_ text: String) -> Node.Value? {
    if let whole = Int(text) { return .whole(whole) }
    return Double(text).map { .number($0) }
  }
}

// MARK: Texts and blanks

extension JSONDocument {
  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, [.space, .tab, .lineFeed, .carriageReturn].contains(byte) {
      if byte == .lineFeed { line += 1 }
      at += 1
    }
  }

  /// A text and its escapes.
  private mutating func string() throws(InputError) -> String {
    at += 1
    var text: [UInt8] = []
    while let byte = peek, byte != .quote {
      if byte == .backslash {
        text += Array(String(Character(try escape())).utf8)
        continue
      }
      guard byte >= 0x20 else {
        throw failure(
          expected: "a text that ends on its line",
          found: byte == .lineFeed ? "the end of the line" : "a control character")
      }
      text.append(byte)
      at += 1
    }
    guard take(.quote) else { throw failure(expected: "a text that ends") }
    return String(decoding: text, as: UTF8.self)
  }

  /// Takes an escape; half a surrogate pair and a NUL are refused.
  private mutating func escape() throws(InputError) -> Unicode.Scalar {
    guard let escape = bytes.withUnsafeBufferPointer({ JSONEscape(in: $0, at: at) }) else {
      throw failure(expected: JSONEscape.expected)
    }
    guard let scalar = escape.scalar else {
      throw failure(expected: "the escape of a Unicode scalar, or of both its halves")
    }
    guard scalar != "\0" else {
      throw failure(expected: "text", found: "the escape of a NUL character")
    }
    at += escape.count
    return scalar
  }

  private func failure(
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
}
