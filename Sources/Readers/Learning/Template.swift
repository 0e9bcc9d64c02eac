/// A sentence with slots: `{name}` takes the values of a slot, `{this|that}` either.
enum Template {
  /// The names of the slots in a text.
  static func slotNames(in text: Substring) -> [String] {
    parts(of: text).compactMap { part in
      if case .slot(let name) = part { name } else { nil }
    }
  }

  /// Sentences with the slots filled in, up to a limit.
  ///
  /// Each value of the longest slot comes once before any comes twice. A text without slots gives itself.
  static func filled(
    _ text: String, slots: [String: [String]], limit: Int, draw: inout SeededDraw
  ) -> [String] {
    let parts = parts(of: text[...])
    var choices: [[String]] = []
    for part in parts {
      switch part {
      case .text(let text): choices.append([text])
      case .slot(let name): choices.append(draw.shuffled(slots[name] ?? [""]))
      case .choice(let values): choices.append(draw.shuffled(values))
      }
    }
    let longest = choices.map(\.count).max() ?? 1
    return (0..<min(limit, longest)).map { round in
      choices.reduce(into: "") { $0 += $1[round % $1.count] }
    }
  }

  private enum Part {
    case text(String)
    case slot(String)
    case choice([String])
  }

  private static func parts(of text: Substring) -> [Part] {
    var parts: [Part] = []
    var rest = text
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      let inside = rest[rest.index(after: open)..<close]
      parts.append(
        inside.contains("|")
          ? .choice(inside.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
          : .slot(String(inside)))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return parts
  }
}
