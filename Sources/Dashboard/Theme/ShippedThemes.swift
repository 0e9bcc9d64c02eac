public import Canvas
public import Catalogue

/// The themes that come inside the program, from the files in `Themes/`.
public enum ShippedThemes {
  /// Their names, as `--theme` takes them, and their texts; the first is the default.
  public static let all: [(name: String, text: String)] = [
    ("hive-dark", PackageResources.hive_dark_toml),
    ("hive-light", PackageResources.hive_light_toml),
    ("high-contrast", PackageResources.high_contrast_toml),
    ("classic-16", PackageResources.classic_16_toml),
  ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }

  /// The theme of a name; nil where there is none.
  public static func theme(named name: String) throws(InputError) -> Theme? {
    guard let entry = all.first(where: { $0.name == name }) else { return nil }
    return try ThemeFile.theme(from: entry.text, file: "\(name).toml")
  }
}
