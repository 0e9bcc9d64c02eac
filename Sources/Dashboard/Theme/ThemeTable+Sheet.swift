import Canvas
import Catalogue

extension ThemeTable {
  private static let attributes: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("underline", .underline), ("reverse", .reverse), ("dim", .dim),
  ]

  /// The roles whose style has a level.
  private static let ramps: [Role] = [.wave, .heat]

  /// The paints of every role.
  func sheet(_ colours: ThemeColours) throws(InputError) -> Theme.Sheet {
    try allow(Role.allCases.map(\.rawValue))
    var sheet = Theme.Sheet()
    for role in Role.allCases {
      if Self.ramps.contains(role) {
        sheet.ramps[role] = try ramp(role.rawValue, colours)
      } else {
        sheet.paints[role] = try paint(role, colours)
      }
    }
    return sheet
  }

  /// The attributes of the roles that have any.
  func monoAttributes() throws(InputError) -> [Role: Attributes] {
    try allow(Role.allCases.map(\.rawValue))
    var mono: [Role: Attributes] = [:]
    for role in Role.allCases where has(role.rawValue) {
      mono[role] = try attributes(role.rawValue, from: Self.attributes.map(\.name))
    }
    return mono
  }

  private func ramp(_ key: String, _ colours: ThemeColours) throws(InputError) -> [Ink] {
    let names = try texts(key, "a list of colours")
    guard !names.isEmpty else {
      throw failure(key, expected: "a list of at least one colour", found: "an empty list")
    }
    var inks: [Ink] = []
    for name in names {
      guard let ink = colours.ink(name) else {
        throw failure(key, expected: colours.expectation, found: "\"\(name)\"")
      }
      inks.append(ink)
    }
    return inks
  }

  private func paint(_ role: Role, _ colours: ThemeColours) throws(InputError) -> Theme.Paint {
    let key = role.rawValue
    guard holdsTable(key) else {
      let ink = try ink(key, colours)
      return role == .background ? Theme.Paint(.standard, on: ink) : Theme.Paint(ink)
    }
    let inner = try table(key)
    try inner.allow(["fg", "bg", "attr"])
    let foreground = role == .background ? .standard : try inner.ink("fg", colours)
    let background = inner.has("bg") ? try inner.ink("bg", colours) : nil
    // A terminal's own dim has a contrast that nobody knows, so colours have no use for it.
    let attributes =
      inner.has("attr")
      ? try inner.attributes("attr", from: ["bold", "underline", "reverse"]) : []
    return Theme.Paint(foreground, on: background, attributes)
  }

  private func ink(_ key: String, _ colours: ThemeColours) throws(InputError) -> Ink {
    guard has(key) else { throw failure(key, expected: colours.expectation, found: "nothing") }
    let name = try text(key)
    guard let ink = colours.ink(name) else {
      throw failure(key, expected: colours.expectation, found: "\"\(name)\"")
    }
    return ink
  }

  private func attributes(_ key: String, from known: [String]) throws(InputError) -> Attributes {
    let expected = "a list of some of \(known.joined(separator: ", "))"
    var result: Attributes = []
    for name in try texts(key, expected) {
      guard known.contains(name), let entry = Self.attributes.first(where: { $0.name == name })
      else { throw failure(key, expected: expected, found: "\"\(name)\"") }
      result.insert(entry.attribute)
    }
    return result
  }
}
