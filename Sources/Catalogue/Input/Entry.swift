/// A value under its key, ready to be read as what the key expects.
///
/// Each reader gives the value or an error that names place, key, expectation and a way to mend
/// it.
struct Entry {
  /// The keys that lead here.
  let path: DottedKey
  /// What stands here.
  let node: Node

  /// An error about this value.
  func failure(expected: String, found: String? = nil, mend: String = "") -> InputError {
    InputError(
      at: node.place, key: path.text, expected: expected, found: found ?? node.found, mend: mend)
  }

  /// An error that shows a value that would be right.
  func failure(expected: String, found: String? = nil, write example: String) -> InputError {
    failure(expected: expected, found: found, mend: writing(example))
  }

  /// How the key is written with a value.
  private func writing(_ example: String) -> String {
    switch node.place {
    case .file: "write \(path.last) = \(example)"
    case .option: "write --set \(path.text)=\(example)"
    }
  }

  /// A finite number in a range.
  func number(in range: ClosedRange<Double>, like example: Double) throws(InputError) -> Double {
    let value: Double? =
      switch node.value {
      case .number(let number): number
      case .whole(let whole): Double(whole)
      default: nil
      }
    guard let value, range.contains(value) else {
      throw failure(
        expected: "a number \(range.lowerBound.short) … \(range.upperBound.short)",
        write: example.plain)
    }
    return value
  }

  /// A whole number in a range; `1e7` counts as one.
  func whole(in range: ClosedRange<Int>, like example: Int) throws(InputError) -> Int {
    let value: Int? =
      switch node.value {
      case .whole(let whole): whole
      case .number(let number): Int(exactly: number)
      default: nil
      }
    guard let value, range.contains(value) else {
      throw failure(
        expected: "a whole number \(range.lowerBound.grouped) … \(range.upperBound.grouped)",
        write: String(example))
    }
    return value
  }

  /// `true` or `false`.
  func flag() throws(InputError) -> Bool {
    guard case .flag(let flag) = node.value else {
      throw failure(expected: "true or false", write: "true")
    }
    return flag
  }

  /// A text of at most so many Unicode scalars.
  func text(atMost limit: Int, like example: String = "…") throws(InputError) -> String {
    guard let text = letters else { throw failure(expected: "a text", write: example.quoted) }
    let count = text.unicodeScalars.count
    guard count <= limit else {
      throw failure(
        expected: "a text of at most \(limit.grouped) characters",
        found: "one of \(count.grouped)", mend: "shorten it")
    }
    guard !text.unicodeScalars.contains("\0") else {
      throw failure(expected: "a text", found: "a NUL character in it", mend: "take it out")
    }
    return text
  }

  /// A text as it stands; behind `--set` also what looks like a number or a flag.
  var letters: String? {
    switch node.value {
    case .text(let text): text
    case .whole, .number, .flag, .instant: node.typed
    default: nil
    }
  }

  /// A length of time, such as `2h30m`, in seconds.
  func duration(atMost limit: Moment, like example: String) throws(InputError) -> Moment {
    guard let text = letters, let seconds = DurationText.parse(text) else {
      throw failure(
        expected: "a length of time such as \"90s\" or \"2h30m\"", write: "\"\(example)\"")
    }
    guard seconds <= limit else {
      throw failure(expected: "at most \(DurationText.text(limit))", write: "\"\(example)\"")
    }
    return seconds
  }

  /// A date and time of the years 1970 to 2199, in seconds since 1970-01-01 00:00 UTC.
  func instant() throws(InputError) -> Int {
    let seconds: Int? =
      if case .instant(let seconds) = node.value { seconds } else {
        letters.flatMap(Timestamp.parse)
      }
    guard let seconds, (0..<7_258_118_400).contains(seconds) else {
      throw failure(
        expected: "a date and time of 1970 to 2199", write: "2017-06-14T18:42:00Z")
    }
    return seconds
  }

  /// One of a few words.
  func choice(of words: [String], what: String) throws(InputError) -> String {
    try choice(of: Names(words), what: what)
  }

  /// One of the names that the file gives.
  func choice(of names: Names, what: String) throws(InputError) -> String {
    guard let word = letters, names.contains(word) else {
      let near = letters.flatMap { Nearest.word(to: $0, among: names.inOrder) }
      throw failure(
        expected: what + ": " + names.inOrder.briefly,
        mend: near.map { "did you mean \($0.quoted)?" } ?? "")
    }
    return word
  }

  /// The elements of a list.
  func list(atMost limit: Int, like example: String) throws(InputError) -> [Entry] {
    guard case .list(let nodes) = node.value else {
      throw failure(expected: "a list", write: example)
    }
    guard nodes.count <= limit else {
      throw failure(expected: "a list of at most \(limit.grouped)")
    }
    return nodes.enumerated().map { Entry(path: path.appending($0.offset), node: $0.element) }
  }

  /// The table that stands here.
  func section(like example: String) throws(InputError) -> Section {
    guard case .table(let table) = node.value else {
      throw failure(expected: "a table", mend: "write " + example)
    }
    return Section(path: path, table: table, place: node.place)
  }
}

/// Words to choose from, found in constant time: a file may name many thousands.
struct Names {
  let inOrder: [String]
  private let all: Set<String>

  init(_ words: [String]) {
    inOrder = words
    all = Set(words)
  }

  func contains(_ word: String) -> Bool { all.contains(word) }
}

extension Double {
  /// As short as it can be written, thousands grouped.
  fileprivate var short: String { Int(exactly: self)?.grouped ?? description }

  /// As short as TOML takes it.
  fileprivate var plain: String { Int(exactly: self).map(String.init) ?? description }
}

extension [String] {
  /// The words behind each other; of many the first twelve.
  var briefly: String {
    isEmpty ? "none" : prefix(12).joined(separator: ", ") + (count > 12 ? ", …" : "")
  }
}
