/// Visible words for scalars that a terminal would obey or not show.
enum HiddenToken {
  /// The token of one scalar: `␛` for a C0 control, `‹RLO›` where it has a well-known name,
  /// otherwise `‹U+E0041›`.
  static func text(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0...0x1F: picture(0x2400 + scalar.value)
    case 0x7F: picture(0x2421)
    case 0xFE00...0xFE0F: "‹VS\(scalar.value - 0xFE00 + 1)›"
    case 0xE0100...0xE01EF: "‹VS\(scalar.value - 0xE0100 + 17)›"
    default: "‹\(names[scalar.value] ?? codePoint(scalar))›"
    }
  }

  /// The token of marks that were piled too high to draw.
  static func text(forMarks count: Int) -> String { "‹+\(count)›" }

  private static func picture(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String($0) } ?? "?"
  }

  private static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static let names: [UInt32: String] = [
    0xAD: "SHY", 0x34F: "CGJ", 0x61C: "ALM", 0x180E: "MVS", 0x200B: "ZWSP", 0x200C: "ZWNJ",
    0x200D: "ZWJ", 0x200E: "LRM", 0x200F: "RLM", 0x2028: "LS", 0x2029: "PS", 0x202A: "LRE",
    0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO", 0x2060: "WJ", 0x2066: "LRI",
    0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0xFEFF: "BOM",
  ]
}
