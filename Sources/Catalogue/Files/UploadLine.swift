/// One line of uploads in JSON.
struct UploadLine {
  private var cursor: JSONCursor
  /// What is known of the upload, where the line says so: its label and where it comes from.
  private(set) var notes: [String: String] = [:]

  /// Keys of others that were seen on this line or before.
  private let strangers: Strangers

  /// The most keys that are none of an upload's.
  private static let mostStrangers = 1_000
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

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, line: Int,
    strangers: Strangers = Strangers()
  ) {
    cursor = JSONCursor(bytes, file: file, line: line)
    self.strangers = strangers
  }

  /// Whether nothing stands on the line.
  static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == .space || $0 == .tab || $0 == .carriageReturn }
  }

  /// The upload; where it has no `id` it is called after its line.
  mutating func upload() throws(InputError) -> Upload {
    cursor.skipBlanks()
    guard cursor.take(.leftBrace) else {
      throw cursor.failure(expected: "a JSON object on each line")
    }
    var upload = Upload(id: "", creator: "", platform: "")
    try members(of: &upload)
    cursor.skipBlanks()
    guard cursor.isAtEnd else {
      throw cursor.failure(expected: "one JSON object a line, and its end")
    }
    if upload.id.isEmpty { upload.id = String(cursor.line) }
    return upload
  }

  private mutating func members(of upload: inout Upload) throws(InputError) {
    var seen: UInt16 = 0
    var strangers: Set<String> = []
    cursor.skipBlanks()
    if cursor.take(.rightBrace) { return }
    repeat {
      cursor.skipBlanks()
      guard cursor.peek == .quote else {
        throw cursor.failure(expected: "a key in quotation marks")
      }
      let name = try cursor.string()
      cursor.skipBlanks()
      guard cursor.take(0x3A) else { throw cursor.failure(expected: "\":\"", key: name) }
      cursor.skipBlanks()
      if let key = Key(written: name) {
        guard seen & key.bit == 0 else { throw twice(name) }
        seen |= key.bit
        try read(key, into: &upload)
      } else {
        guard strangers.insert(name).inserted else { throw twice(name) }
        guard strangers.count <= Self.mostStrangers else {
          throw cursor.failure(
            expected: "at most \(Self.mostStrangers.grouped) other keys", found: "more")
        }
        if Self.noteKeys.contains(name) {
          notes[name] = try note(name)
        } else {
          try cursor.skipValue(depth: 1)
        }
      }
      cursor.skipBlanks()
    } while cursor.take(.comma)
    guard cursor.take(.rightBrace) else { throw cursor.failure(expected: "\",\" or \"}\"") }
    try check(strangers, seen: seen)
  }

  /// Other keys are none of our business, but misspelt ones are: what they hold would not be read.
  private func check(_ strangers: Set<String>, seen: UInt16) throws(InputError) {
    guard !strangers.isEmpty else { return }
    let misspelt = strangers.filter { name in
      self.strangers.near(name).flatMap(Key.init(rawValue:)).map { seen & $0.bit == 0 } ?? false
    }
    if let name = misspelt.min(), let near = self.strangers.near(name) {
      throw cursor.failure(
        expected: "a key of an upload", found: name.quoted, mend: "did you mean \(near)?")
    }
    let texts = Key.texts.reduce(0) { $0 | $1.bit }
    guard seen & (texts | Key.duration.bit) == 0 else { return }
    throw cursor.failure(
      expected: "one of " + Key.texts.map(\.rawValue).joined(separator: ", "),
      found: "none of them, but " + strangers.sorted().prefix(6).joined(separator: ", "))
  }

  private mutating func read(_ key: Key, into upload: inout Upload) throws(InputError) {
    if cursor.takeWord("null") { return }
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
    guard cursor.peek == .quote else { throw cursor.failure(expected: "a text", key: key.rawValue) }
    return try cursor.string()
  }

  /// A text, or a number as it is written.
  private mutating func name() throws(InputError) -> String {
    if cursor.peek == .quote { return try cursor.string() }
    guard let number = cursor.takeNumber() else {
      throw cursor.failure(expected: "a text or a number", key: Key.id.rawValue)
    }
    return number
  }

  /// A text, a number as it is written, or several texts with blanks between.
  private mutating func note(_ name: String) throws(InputError) -> String {
    if cursor.takeWord("null") { return "" }
    if cursor.peek == .quote { return try cursor.string() }
    if let number = cursor.takeNumber() { return number }
    guard cursor.peek == .leftBracket else {
      throw cursor.failure(expected: "a text or a list of texts", key: name)
    }
    return try texts(name).joined(separator: " ")
  }

  /// A list of texts.
  private mutating func texts(_ key: String) throws(InputError) -> [String] {
    var texts: [String] = []
    guard cursor.take(.leftBracket) else {
      throw cursor.failure(expected: "a list of texts", key: key)
    }
    cursor.skipBlanks()
    if cursor.take(.rightBracket) { return [] }
    repeat {
      cursor.skipBlanks()
      guard cursor.peek == .quote else { throw cursor.failure(expected: "a text", key: key) }
      texts.append(try cursor.string())
      cursor.skipBlanks()
    } while cursor.take(.comma)
    guard cursor.take(.rightBracket) else { throw cursor.failure(expected: "\",\" or \"]\"") }
    return texts
  }

  private mutating func flag(_ key: Key) throws(InputError) -> Bool {
    if cursor.takeWord("true") { return true }
    guard cursor.takeWord("false") else {
      throw cursor.failure(expected: "true or false", key: key.rawValue)
    }
    return false
  }

  /// A length in seconds: a number, or a text such as `15s`.
  private mutating func seconds() throws(InputError) -> Double {
    let start = cursor.at
    let value: Double?
    if cursor.peek == .quote {
      value = DurationText.parse(try cursor.string()).map(Double.init)
    } else {
      value = cursor.takeNumber().flatMap { Double($0) }
    }
    guard let value, (0.5...3_600).contains(value) else {
      cursor.at = start
      throw cursor.failure(expected: "seconds, 0.5 … 3,600", key: Key.duration.rawValue)
    }
    return value
  }

  /// Hashtags with or without `#`: a list of them, or one text with blanks between.
  private mutating func hashtags() throws(InputError) -> [String] {
    var tags: [String] = []
    if cursor.peek == .quote {
      tags = try cursor.string().unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
        .map(String.init)
    } else {
      tags = try texts(Key.hashtags.rawValue)
    }
    return tags.compactMap { tag in
      let bare = tag.utf8.first == .hash ? String(tag.unicodeScalars.dropFirst()) : tag
      return bare.isEmpty ? nil : bare
    }
  }

  private func twice(_ name: String) -> InputError {
    cursor.failure(expected: "each key once", found: name.quoted + " twice")
  }
}

extension UploadLine {
  /// Keys that mean nothing here, with the key that they may be a misspelling of; the same few
  /// stand on every line of a stream, and looking for near words takes its time.
  final class Strangers {
    private var known: [String: String?] = [:]

    /// The key of a text that a name may be a misspelling of, or nil.
    func near(_ name: String) -> String? {
      if let known = known[name] { return known }
      let near = Nearest.word(to: name, among: Key.texts.map(\.rawValue))
      if known.count < UploadLine.mostStrangers { known[name] = .some(near) }
      return near
    }
  }
}
