import FoundationEssentials

/// A JSON text as a tree of values; those of the outermost object know their lines.
enum JSONDocument {
  /// Reads a text.
  static func read(_ text: String, file: String) throws(InputError) -> Node {
    let outline = try JSONOutline(scanning: text, file: file)
    let root: JSONValue
    do {
      root = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    } catch {
      throw InputError(
        at: .file(file, line: outline.end), expected: "JSON", found: reason(error))
    }
    guard case .table(let members) = root else {
      throw InputError(at: .file(file, line: 1), expected: "a JSON object", found: "something else")
    }
    var table = Node.Table()
    for (key, value) in members.sorted(by: { outline.order($0.key) < outline.order($1.key) }) {
      table[key] = value.node(at: .file(file, line: outline.lines[key] ?? nil))
    }
    return Node(value: .table(table), place: .file(file, line: nil))
  }

  private static func reason(_ error: any Error) -> String {
    guard case .dataCorrupted(let context)? = error as? DecodingError else {
      return "something else"
    }
    let cause = context.underlyingError.map { ": \($0)" } ?? ""
    return context.debugDescription + cause
  }
}

/// Any JSON value.
private enum JSONValue: Decodable {
  case nothing
  case flag(Bool)
  case whole(Int)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case table([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if box.decodeNil() {
      self = .nothing
    } else if let flag = try? box.decode(Bool.self) {
      self = .flag(flag)
    } else if let whole = try? box.decode(Int.self) {
      self = .whole(whole)
    } else if let number = try? box.decode(Double.self) {
      self = .number(number)
    } else if let text = try? box.decode(String.self) {
      self = .text(text)
    } else if let list = try? box.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .table(try box.decode([String: JSONValue].self))
    }
  }

  func node(at place: InputError.Place) -> Node {
    let value: Node.Value =
      switch self {
      case .nothing: .other("null")
      case .flag(let flag): .flag(flag)
      case .whole(let whole): .whole(whole)
      case .number(let number): .number(number)
      case .text(let text): .text(text)
      case .list(let list): .list(list.map { $0.node(at: place) })
      case .table(let members): .table(Self.table(members, at: place))
      }
    return Node(value: value, place: place)
  }

  private static func table(
    _ members: [String: JSONValue], at place: InputError.Place
  ) -> Node.Table {
    var table = Node.Table()
    for (key, value) in members.sorted(by: { $0.key < $1.key }) {
      table[key] = value.node(at: place)
    }
    return table
  }
}
