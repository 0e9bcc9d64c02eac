import Canvas
import Catalogue

/// The names that colours have in a theme file.
struct ThemeColours {
  private static let ansi = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  private let palette: [String: RGB]
  private let takesMixtures: Bool

  /// Takes the names of a palette.
  init(palette table: ThemeTable?) throws(InputError) {
    var palette: [String: RGB] = [:]
    for name in table?.keys ?? [] {
      guard let table else { break }
      let text = try table.text(name)
      guard let colour = RGB(hex: text) else {
        throw table.failure(name, expected: "a colour such as \"#f2b632\"", found: "\"\(text)\"")
      }
      guard Self.ink(named: name) == nil else {
        throw table.failure(
          name, expected: "a name of one's own", found: "the name of an ANSI colour")
      }
      palette[name] = colour
    }
    self.palette = palette
    self.takesMixtures = true
  }

  private init(palette: [String: RGB], takesMixtures: Bool) {
    self.palette = palette
    self.takesMixtures = takesMixtures
  }

  /// The names that a terminal of 16 colours has.
  var withoutMixtures: ThemeColours { ThemeColours(palette: [:], takesMixtures: false) }

  /// What a colour must look like.
  var expectation: String {
    takesMixtures
      ? "a colour: \"#rrggbb\", a name of [palette], an ANSI name or \"default\""
      : "an ANSI name such as \"bright-cyan\", or \"default\""
  }

  /// The ink of a name; nil where there is none.
  func ink(_ name: String) -> Ink? {
    if let ink = Self.ink(named: name) { return ink }
    guard takesMixtures else { return nil }
    return (palette[name] ?? RGB(hex: name)).map { .rgb($0) }
  }

  private static func ink(named name: String) -> Ink? {
    if name == "default" { return .standard }
    let isBright = name.hasPrefix("bright-")
    let base = isBright ? String(name.dropFirst("bright-".count)) : name
    return ansi.firstIndex(of: base).map { .indexed(UInt8($0 + (isBright ? 8 : 0))) }
  }
}
