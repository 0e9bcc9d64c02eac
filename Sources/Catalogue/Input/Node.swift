/// A value that a person wrote in a file or behind `--set`, with the place where it stands.
struct Node: Sendable {
  /// What was written.
  enum Value: Sendable {
    case text(String)
    case whole(Int)
    case number(Double)
    case flag(Bool)
    /// A date and time: seconds since 1970-01-01 00:00 UTC.
    case instant(Int)
    /// Something that no key of ours takes, such as a time of day.
    case other(String)
    case list([Node])
    case table(Table)
  }

  /// The keys of a table in the order of writing, and their values.
  struct Table: Sendable {
    private(set) var keys: [String] = []
    private var values: [String: Node] = [:]

    /// The value of a key; a new key comes last.
    subscript(key: String) -> Node? {
      get { values[key] }
      set {
        if let newValue, values.updateValue(newValue, forKey: key) == nil { keys.append(key) }
      }
    }
  }

  /// What was written.
  var value: Value
  /// Where.
  var place: InputError.Place
  /// Behind `--set`: the letters as they were typed.
  var typed: String?

  /// What it is, for a message.
  var found: String {
    switch value {
    case .text(let text): text.quoted
    case .whole(let whole): String(whole)
    case .number(let number): number.description
    case .flag(let flag): String(flag)
    case .instant: "a date and time"
    case .other(let what): what
    case .list(let nodes):
      nodes.isEmpty ? "an empty list" : "a list of \(nodes.count.grouped)"
    case .table: "a table"
    }
  }
}
