public import Canvas
public import Catalogue
import TOMLKit

/// Themes as people write them.
///
/// ```toml
/// [theme]
/// name = "Night shift"
/// variant = "dark"                # dark or light
///
/// [palette]                       # names of one's own
/// ink = "#d8dee9"
///
/// [roles]                         # every role; a colour, or a table with fg, bg and attr
/// background = "#1b1e26"          # a #rrggbb, a palette name, an ANSI name, or "default"
/// text = "ink"
/// selection = { fg = "#10131a", bg = "#88c0d0" }
/// evidence = { fg = "ink", attr = ["underline"] }
/// wave = ["#fff4c2", "#cc8f2a"]   # a ramp, first wave first
///
/// [ansi16]                        # the same for 16 colours, chosen by hand: ANSI names only
/// text = "white"
///
/// [mono]                          # attributes where there are no colours; left out is plain
/// selection = ["reverse"]
/// ```
public enum ThemeFile {
  /// The most bytes of a theme.
  public static let limit = 100_000

  /// Reads a theme.
  ///
  /// - Parameters:
  ///   - text: What the file holds.
  ///   - file: What errors call it.
  /// - Throws: The first thing wrong, with its line and key: TOML that is none, a key that is
  ///   unknown or missing, a colour that is none.
  public static func theme(from text: String, file: String) throws(InputError) -> Theme {
    guard text.utf8.count <= limit, !text.utf8.contains(0) else {
      throw InputError(
        at: .file(file, line: nil), expected: "a theme of at most \(limit) bytes without NULs",
        found: "\(text.utf8.count) bytes")
    }
    let root = try ThemeTable(parsing: text, file: file)
    try root.allow(["theme", "palette", "roles", "ansi16", "mono"])
    let head = try root.table("theme")
    try head.allow(["name", "variant"])
    let colours = try ThemeColours(palette: root.has("palette") ? root.table("palette") : nil)
    return Theme(
      name: try head.text("name"),
      variant: try head.choice("variant", from: Theme.Variant.self),
      full: try root.table("roles").sheet(colours),
      ansi16: try root.table("ansi16").sheet(colours.withoutMixtures),
      mono: try root.has("mono") ? root.table("mono").monoAttributes() : [:])
  }
}
