internal import CNcurses

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the environment says about the terminal and its person.
struct Surroundings {
  /// The terminal's type; nil where nothing says it.
  let type: String?
  /// Whether the person wants no colours.
  let isColourless: Bool
  /// Whether the terminal says that it shows any colour.
  let wantsDirectColour: Bool
  /// The locale's name for characters; nil where none was chosen.
  private let locale: String?

  /// Asks for variables by name; an empty one counts as not set.
  init(of variable: (String) -> String?) {
    func value(_ name: String) -> String? { variable(name).flatMap { $0.isEmpty ? nil : $0 } }
    type = value("TERM")
    isColourless = value("NO_COLOR") != nil
    wantsDirectColour = !isColourless && ["truecolor", "24bit"].contains(value("COLORTERM"))
    locale = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG")
  }

  /// The variables of this process.
  static func process(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Whether terminals of the type show ASCII at best.
  var isOldType: Bool {
    ["dumb", "vt", "linux", "ansi"].contains { type?.hasPrefix($0) ?? false }
  }

  /// Selects the person's locale, or C.UTF-8 where that is not to be had; whether UTF-8 may be
  /// sent: not to who chose a locale without it, such as C.
  func selectLocale() -> Bool {
    if let locale, nc_set_locale(locale) { return true }
    let isThere = nc_set_locale("C.UTF-8")
    let name = (locale ?? "utf-8").lowercased()
    return isThere && (name.contains("utf-8") || name.contains("utf8"))
  }
}
