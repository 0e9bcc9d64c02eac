/// Where the keys of a JSON text's outermost object stand; and the guard before the decoder.
///
/// NULs, deep nesting, a flood of values and a key that is there twice are refused here. One pass,
/// in time linear in the text.
struct JSONOutline {
  private(set) var lines: [String: Int] = [:]
  /// The line at which the outermost value ends, or the text does.
  private(set) var end = 1

  private let bytes: [UInt8]
  private let file: String
  private var at = 0
  private var line = 1
  private var depth = 0
  private var values = 0

  /// Reads the keys of a text.
  init(scanning text: String, file: String) throws(InputError) {
    bytes = Array(text.utf8)
    self.file = file
    while at < bytes.count { try step() }
    end = line
  }

  /// Keys sort by line, unknown ones last.
  func order(_ key: String) -> (Int, String) { (lines[key] ?? .max, key) }

  private mutating func step() throws(InputError) {
    switch bytes[at] {
    case 0x00: throw failure("text", "a NUL character")
    case 0x0A: line += 1
    case 0x22: return try string()
    case 0x2C: values += 1
    case 0x5B, 0x7B: depth += 1
    case 0x5D, 0x7D: depth -= 1
    default: break
    }
    at += 1
    guard depth <= TOMLOutline.deepest else {
      throw failure("at most \(TOMLOutline.deepest) lists and objects inside each other", "more")
    }
    guard values <= TOMLOutline.mostEntries else {
      throw failure("at most \(TOMLOutline.mostEntries.grouped) values", "more")
    }
  }

  /// Skips a string; one that a colon follows in the outermost object is a key.
  private mutating func string() throws(InputError) {
    let start = at + 1
    let startLine = line
    at = start
    while at < bytes.count, bytes[at] != 0x22 {
      if bytes[at] == 0x00 { throw failure("text", "a NUL character") }
      if bytes[at] == 0x0A { line += 1 }
      at += bytes[at] == 0x5C ? 2 : 1
    }
    let finish = min(at, bytes.count)
    at += 1
    guard depth == 1 else { return }
    let next = bytes[min(at, bytes.count)...].first { ![0x09, 0x0A, 0x0D, 0x20].contains($0) }
    guard next == 0x3A else { return }
    let key = String(decoding: bytes[start..<finish], as: UTF8.self)
    guard lines.updateValue(startLine, forKey: key) == nil else {
      throw InputError(
        at: .file(file, line: startLine), key: key, expected: "each key once",
        found: key.quoted + " twice")
    }
  }

  private func failure(_ expected: String, _ found: String) -> InputError {
    InputError(at: .file(file, line: line), expected: expected, found: found)
  }
}
