/// Texts that have broken terminals, and random ones of the same stuff.
enum Samples {
  static let texts: [String] =
    [
      "plain", "漢字 and 한글", "👩🏽‍💻 works 🇳🇱", "e\u{301}\u{302}\u{303}\u{304}x", "\u{202E}evil\u{202C}",
      "a\u{200B}\u{200C}\u{200D}b", "\u{1B}[31mred\u{1B}[0m", "नमस्ते दुनिया", "مرحبا", "ไทยทำ",
      "\u{301}lone",
      "1\u{FE0F}\u{20E3}2", "🏴\u{E0067}\u{E0062}", "\u{1100}\u{1161}\u{11A8}\u{1100}",
      "tab\tnew\nline",
    ] + (0..<200).map(random)

  static func random(_ seed: Int) -> String {
    let stuff: [UInt32] = [
      0x41, 0x20, 0x301, 0x6F22, 0x1F41D, 0x200D, 0xFE0F, 0x1F3FD, 0x1F1F3, 0x202E, 0x1B, 0x0A,
      0xE0041, 0x903, 0x1100, 0x1161, 0x11A8, 0x20E3, 0x31, 0x2764, 0x3000, 0x1FAE8, 0xE000,
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    var text = String.UnicodeScalarView()
    for _ in 0..<(seed % 17) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = stuff[Int(truncatingIfNeeded: state >> 33) % stuff.count]
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }
}
