import Canvas
import Catalogue
import Dashboard

/// Themes by the names that people give on the command line.
enum ThemeChoice {
  /// The theme of a shipped name, else of a file.
  static func theme(_ name: String) throws -> Theme {
    if let shipped = ShippedThemes.all.first(where: { $0.name == name }) {
      return try ThemeFile.theme(from: shipped.text, file: name + ".toml")
    }
    guard name.contains("/") || name.hasSuffix(".toml") else {
      let names = ShippedThemes.all.map(\.name).joined(separator: ", ")
      throw Failure.noInput(
        "no theme is called “\(name)”; there are \(names), or a file’s path with .toml")
    }
    return try ThemeFile.theme(from: InputBytes.read(path: name), file: name)
  }

  /// The theme where none is named.
  static func standard() throws -> Theme {
    guard let first = ShippedThemes.all.first else { return .plain }
    return try theme(first.name)
  }
}
