import Catalogue
import TOMLKit

/// A table of a theme file that knows where its keys stand.
struct ThemeTable {
  /// The keys that lead here, dotted; empty for the whole file.
  let path: String
  private let table: TOMLTable
  private let lines: ThemeLines
  private let file: String

  /// Reads a whole file.
  init(parsing text: String, file: String) throws(InputError) {
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw InputError(
        at: .file(file, line: error.source.begin.line), expected: "TOML",
        found: "a mistake in column \(error.source.begin.column): \(error.description)")
    } catch {
      throw InputError(at: .file(file, line: nil), expected: "TOML", found: "something else")
    }
    path = ""
    lines = ThemeLines(scanning: text)
    self.file = file
  }

  private init(_ table: TOMLTable, path: String, lines: ThemeLines, file: String) {
    self.table = table
    self.path = path
    self.lines = lines
    self.file = file
  }

  /// The keys, in alphabetical order.
  var keys: [String] { table.keys.sorted() }

  /// Whether a key stands here.
  func has(_ key: String) -> Bool { table.contains(key: key) }

  /// Refuses keys other than these.
  func allow(_ known: [String]) throws(InputError) {
    for key in keys where !known.contains(key) {
      throw failure(key, expected: "one of \(known.joined(separator: ", "))", found: "\"\(key)\"")
    }
  }

  /// The table under a key.
  func table(_ key: String) throws(InputError) -> ThemeTable {
    guard let inner = try value(key, "a table").table else {
      throw failure(key, expected: "a table", found: found(key))
    }
    return ThemeTable(inner, path: dotted(key), lines: lines, file: file)
  }

  /// The text under a key.
  func text(_ key: String) throws(InputError) -> String {
    guard let text = try value(key, "a text").string, !text.isEmpty else {
      throw failure(key, expected: "a text", found: found(key))
    }
    return text
  }

  /// The texts of the list under a key; it has at least one.
  func texts(_ key: String, _ expected: String) throws(InputError) -> [String] {
    guard let array = try value(key, expected).array else {
      throw failure(key, expected: expected, found: found(key))
    }
    let texts = array.compactMap(\.string)
    guard texts.count == array.count else {
      throw failure(key, expected: expected, found: "a list with other things in it")
    }
    return texts
  }

  /// Whether a table stands under a key.
  func holdsTable(_ key: String) -> Bool { table[key]?.type == .table }

  /// One of the words of a type.
  func choice<Word: CaseIterable & RawRepresentable>(
    _ key: String, from type: Word.Type
  ) throws(InputError) -> Word where Word.RawValue == String {
    let text = try text(key)
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: " or ")
      throw failure(key, expected: words, found: "\"\(text)\"")
    }
    return word
  }

  /// An error about a key of this table.
  func failure(_ key: String, expected: String, found: String) -> InputError {
    let line = lines.line(of: dotted(key)) ?? lines.line(of: path)
    return InputError(
      at: .file(file, line: line), key: dotted(key), expected: expected, found: found)
  }

  private func value(_ key: String, _ expected: String) throws(InputError) -> TOMLValue {
    guard let value = table[key] else {
      throw failure(key, expected: expected, found: "nothing")
    }
    return value.tomlValue
  }

  private func found(_ key: String) -> String {
    guard let value = table[key] else { return "nothing" }
    return value.string.map { "\"\($0)\"" } ?? "a \(value.type.rawValue)"
  }

  private func dotted(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

/// The lines on which a theme file's sections and their keys start, which TOMLKit does not tell.
///
/// Made for keys at the start of a line, as themes have them; others are found by their section.
struct ThemeLines {
  private var lines: [String: Int] = [:]

  init(scanning text: String) {
    var section = ""
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, row) in rows.enumerated() {
      let row = row.drop { $0 == " " || $0 == "\t" }
      if row.first == "[", let end = row.firstIndex(of: "]") {
        section = String(row[row.index(after: row.startIndex)..<end])
        lines[section] = lines[section] ?? index + 1
      } else if let equals = row.firstIndex(of: "=") {
        let key = row[..<equals].filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        let path = section.isEmpty ? key : "\(section).\(key)"
        lines[path] = lines[path] ?? index + 1
      }
    }
  }

  /// The line of a dotted key, 1 the first.
  func line(of path: String) -> Int? { lines[path] }
}
