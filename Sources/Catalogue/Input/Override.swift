/// A value from the command line that takes the place of a scenario's: `--set KEY=VALUE`.
public struct Override: Sendable, Hashable {
  /// The dotted key, such as `platform.for-you.bar`.
  public let key: String
  /// The value as it was typed: TOML, or a bare word that stands for a text.
  public let value: String

  /// Creates an override.
  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }

  /// Reads `KEY=VALUE`; nil without a key or an equals sign.
  public init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    self.init(key: String(parts[0]), value: String(parts[1]))
  }

  /// As it stands on the command line.
  var option: String { "--set " + key.visible(limit: 100) + "=" + value.visible(limit: 60) }

  var place: InputError.Place { .option(option) }

  /// The keys that lead to the value.
  func parts() throws(InputError) -> [String] {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= TOMLOutline.mostParts, parts.allSatisfy({ !$0.isEmpty }) else {
      throw InputError(
        at: place, key: key, expected: "a dotted key such as platform.for-you.bar",
        found: key.quoted)
    }
    return parts
  }

  /// The value: TOML if it is that, else the text itself.
  func node() throws(InputError) -> Node {
    var node = try valueNode()
    node.typed = value
    return node
  }

  private func valueNode() throws(InputError) -> Node {
    if let node = parsed(value) { return node }
    guard let first = value.unicodeScalars.first, "[{\"'".unicodeScalars.contains(first) else {
      return Node(value: .text(value), place: place)
    }
    if let node = parsed(Self.quotingWords(of: value)) { return node }
    throw InputError(
      at: place, key: key, expected: "a value", found: value.quoted,
      mend: #"write a number, a word, "a text", [a list] or {a = "table"}"#)
  }

  /// The value of a TOML text that holds nothing else, or nil.
  private func parsed(_ text: String) -> Node? {
    guard let root = try? TOMLDocument.read("value = " + text, file: ""),
      case .table(let table) = root.value, table.keys == ["value"], let node = table["value"]
    else { return nil }
    return node.moved(to: place)
  }

  /// The text with quotation marks around words that have none, as a shell leaves
  /// `["animals/cats"]` when nobody guards its marks.
  private static func quotingWords(of text: String) -> String {
    var result = ""
    var word = ""
    var mark: Unicode.Scalar?
    func flush() {
      let isWord = word.utf8.first.map { $0.isBareKey && !(0x30...0x39).contains($0) && $0 != 0x2D }
      let isValue = ["true", "false", "inf", "nan"].contains(word)
      result += isWord == true && !isValue ? "\"" + word + "\"" : word
      word = ""
    }
    for scalar in text.unicodeScalars {
      if let open = mark {
        result.unicodeScalars.append(scalar)
        if scalar == open { mark = nil }
      } else if "[]{},= \t\n\"'".unicodeScalars.contains(scalar) {
        flush()
        result.unicodeScalars.append(scalar)
        if scalar == "\"" || scalar == "'" { mark = scalar }
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    flush()
    return result
  }
}

extension Node {
  /// The same with all that is in it, written elsewhere.
  fileprivate func moved(to place: InputError.Place) -> Node {
    var node = self
    node.place = place
    switch value {
    case .list(let nodes): node.value = .list(nodes.map { $0.moved(to: place) })
    case .table(let table):
      var moved = Table()
      for key in table.keys { moved[key] = table[key]?.moved(to: place) }
      node.value = .table(moved)
    default: break
    }
    return node
  }

  /// Puts a value under a chain of keys, with new tables where there are none.
  mutating func put(
    _ node: Node, under parts: ArraySlice<String>, of path: DottedKey = .root
  ) throws(InputError) {
    guard let part = parts.first else {
      self = node
      return
    }
    guard case .table(var table) = value else {
      throw InputError(
        at: node.place, key: path.text, expected: "a table at \(path.text)", found: found)
    }
    var inner = table[part] ?? Node(value: .table(Table()), place: node.place)
    try inner.put(node, under: parts.dropFirst(), of: path.appending(part))
    table[part] = inner
    value = .table(table)
  }
}
