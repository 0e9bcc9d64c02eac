import TOMLKit

/// A TOML text as a tree of values that know their lines and their order.
enum TOMLDocument {
  /// Reads a text.
  static func read(_ text: String, file: String) throws(InputError) -> Node {
    let outline = try TOMLOutline(scanning: text, file: file)
    let table = try parse(text, file: file)
    let root = DottedKey.root
    return Builder(outline: outline, file: file).node(of: table.tomlValue, at: root, line: 1)
  }

  private static func parse(_ text: String, file: String) throws(InputError) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let isTwice = error.description.contains("redefine")
      throw InputError(
        at: .file(file, line: error.source.begin.line),
        expected: isTwice ? "each key and each table once" : "a value of TOML",
        found: "a mistake in column \(error.source.begin.column): \(error.reason)")
    } catch {
      throw InputError(at: .file(file, line: nil), expected: "TOML", found: "something else")
    }
  }
}

extension TOMLParseError {
  /// What is wrong, without what was being read.
  fileprivate var reason: Substring {
    description.split(separator: ": ", maxSplits: 1).last ?? "unknown"
  }
}

/// Puts the parser's values and the outline's lines together.
private struct Builder {
  let outline: TOMLOutline
  let file: String

  /// `line` is that of the nearest thing around it whose line is known.
  func node(of value: TOMLValue, at key: DottedKey, line: Int) -> Node {
    let line = outline.spots[key]?.line ?? line
    let place = InputError.Place.file(file, line: line)
    return Node(value: content(of: value, at: key, line: line), place: place)
  }

  private func content(of value: TOMLValue, at key: DottedKey, line: Int) -> Node.Value {
    switch value.type {
    case .string: .text(value.string ?? "")
    case .int: .whole(value.int ?? 0)
    case .double: .number(value.double ?? .nan)
    case .bool: .flag(value.bool ?? false)
    case .date: value.date.map { .instant($0.seconds) } ?? .other("a date")
    case .dateTime: value.dateTime.map { .instant($0.seconds) } ?? .other("a date and time")
    case .time: .other("a time of day")
    case .array: .list(elements(of: value.array, at: key, line: line))
    case .table: .table(table(of: value.table, at: key, line: line))
    }
  }

  private func elements(of array: TOMLArray?, at key: DottedKey, line: Int) -> [Node] {
    guard let array else { return [] }
    return array.indices.map { index in
      node(of: array[index].tomlValue, at: key.appending(index), line: line)
    }
  }

  private func table(of source: TOMLTable?, at key: DottedKey, line: Int) -> Node.Table {
    guard let source else { return Node.Table() }
    var table = Node.Table()
    let named = source.keys.map { name in
      (name: name, order: outline.spots[key.appending(name)]?.order ?? .max)
    }
    // The parser gives keys in alphabetical order; those whose spelling hides their place from
    // the outline come last.
    for (name, _) in named.sorted(by: { ($0.order, $0.name) < ($1.order, $1.name) }) {
      guard let value = source[name]?.tomlValue else { continue }
      table[name] = node(of: value, at: key.appending(name), line: line)
    }
    return table
  }
}

extension TOMLDate {
  fileprivate var seconds: Int { Timestamp.days(year: year, month: month, day: day) * 86_400 }
}

extension TOMLDateTime {
  /// Without an offset the time is UTC.
  fileprivate var seconds: Int {
    date.seconds + time.hour * 3_600 + time.minute * 60 + time.second
      - (offset?.offset ?? 0) * 60
  }
}
