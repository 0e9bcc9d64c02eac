public import Canvas
import Catalogue
public import Testing

@testable import Dashboard

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct ThemeFileTests {
  /// Every shipped theme, read.
  static let shipped: [Theme] = ShippedThemes.all.compactMap {
    try? ThemeFile.theme(from: $0.text, file: $0.name)
  }

  private static let colourDepths: [ColorDepth] = [.trueColor, .indexed256, .ansi16]

  /// Roles whose glyphs only accompany text.
  private static let faint: Set<Role> = [.muted, .border, .track, .forecast, .wave, .stop]

  @Test("Every file in Themes is shipped, and every shipped theme can be read")
  func shippedFiles() throws {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    var names: [String] = []
    let directory = try #require(opendir("/\(folder)/Themes"))
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".toml") { names.append(String(name.dropLast(5))) }
    }
    #expect(names.sorted() == ShippedThemes.all.map(\.name).sorted())
    #expect(ShippedThemes.all.first?.name == "hive-dark")
    for (name, text) in ShippedThemes.all {
      #expect(throws: Never.self, "\(name)") { try ThemeFile.theme(from: text, file: name) }
    }
  }

  @Test("Text stands out at every depth, and what accompanies it does too", arguments: shipped)
  func contrast(theme: Theme) {
    for depth in Self.colourDepths {
      for style in Self.styles {
        let look = theme.look(of: style, depth: depth)
        let isFaint = style.dim || Self.faint.contains(style.role)
        let least = isFaint ? Theme.faintContrast : Theme.textContrast
        let contrast = theme.contrast(of: look)
        #expect(contrast >= least, "\(theme.name), \(depth): \(style.role) \(style.level) \(look)")
      }
    }
  }

  private static let styles: [Style] = Role.allCases
    .filter { $0 != .background && $0 != .selection && $0 != .heat }
    .flatMap { role in
      (0..<(role == .wave ? 12 : 1)).flatMap { level in
        [false, true].map { Style(role, level: level, dim: $0) }
      }
    }

  @Test("The high-contrast theme keeps all text at 7 or more", arguments: [ColorDepth.trueColor])
  func highContrast(depth: ColorDepth) throws {
    let theme = try #require(Self.shipped.first { $0.name == "High contrast" })
    for style in Self.styles where !style.dim {
      #expect(theme.contrast(of: theme.look(of: style, depth: depth)) >= 7, "\(style.role)")
    }
  }

  @Test("The selected row is seen and can be read at every depth", arguments: shipped)
  func selection(theme: Theme) {
    for depth in ColorDepth.allCases {
      let plain = theme.look(of: Style(), depth: depth)
      for role in Role.allCases where role != .background && role != .heat {
        let look = theme.look(of: Style(role, selected: true), depth: depth)
        let behind = theme.colour(of: look.background, isBackground: true)
        let usual = theme.colour(of: plain.background, isBackground: true)
        let isSeen = look.attributes.contains(.reverse) || behind.contrast(with: usual) >= 1.25
        #expect(isSeen, "\(theme.name), \(depth): \(role)")
        guard depth != .mono else { continue }
        #expect(
          theme.contrast(of: look) >= Theme.textContrast, "\(theme.name), \(depth): \(role) \(look)"
        )
      }
    }
  }

  @Test("Heat gets steadily stronger, and its steps can be told apart", arguments: shipped)
  func heat(theme: Theme) {
    let strengths = (0..<5).map { level in
      theme.contrast(of: theme.look(of: Style(.heat, level: level), depth: .trueColor))
    }
    for (weaker, stronger) in zip(strengths, strengths.dropFirst()) {
      #expect(stronger >= weaker * 0.99, "\(theme.name): \(strengths)")
    }
    #expect(strengths[0] >= 1.4)
  }

  @Test("What must not be mixed up has different colours, or a different form", arguments: shipped)
  func distinct(theme: Theme) {
    let apart: [[Role]] = [
      [.push, .stop, .doubt, .breach, .bar], [.bar, .wave], [.text, .muted], [.border, .focus],
      [.push, .social], [.text, .draft], [.text, .hidden],
    ]
    for depth in Self.colourDepths {
      for group in apart {
        let looks = group.map { theme.look(of: Style($0), depth: depth) }
        #expect(Set(looks).count == looks.count, "\(theme.name), \(depth): \(group)")
      }
    }
  }

  @Test("Without colours the theme names none and the selection is still seen", arguments: shipped)
  func mono(theme: Theme) {
    for role in Role.allCases {
      let look = theme.look(of: Style(role), depth: .mono)
      #expect(look.foreground == .standard && look.background == .standard)
    }
    let selected = theme.look(of: Style(selected: true), depth: .mono)
    #expect(selected.attributes.contains(.reverse))
  }

  @Test("On sixteen colours only those are used", arguments: shipped)
  func sixteen(theme: Theme) {
    for role in Role.allCases {
      let look = theme.look(of: Style(role), depth: .ansi16)
      for ink in [look.foreground, look.background] {
        switch ink {
        case .standard: break
        case .indexed(let index): #expect(index < 16)
        case .rgb: Issue.record("\(theme.name): \(role) mixes a colour")
        }
      }
    }
  }

  // MARK: Errors

  private func error(in text: String) throws -> String {
    let error = #expect(throws: InputError.self) {
      try ThemeFile.theme(from: text, file: "my.toml")
    }
    return try #require(error).description
  }

  private func changed(_ line: String, to other: String) throws -> String {
    let text = try #require(ShippedThemes.all.first).text
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.contains { $0 == line })
    return rows.map { $0 == line ? other : String($0) }.joined(separator: "\n")
  }

  private func line(of row: String) throws -> Int {
    let text = try #require(ShippedThemes.all.first).text
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(rows.firstIndex { $0 == row }) + 1
  }

  @Test(
    "A mistake is named with its line, its key and what was expected",
    arguments: [
      ("text = \"wax\"", "text = \"waxx\"", "roles.text: expected a colour", "\"waxx\""),
      ("text = \"wax\"", "text = 7", "roles.text: expected a text", "a int"),
      ("text = \"wax\"", "text = { fg = \"wax\", glow = 1 }", "roles.text.glow", "one of fg"),
      ("text = \"wax\"", "text = { bg = \"wax\" }", "roles.text.fg", "nothing"),
      ("text = \"wax\"", "texxt = \"wax\"", "roles.texxt: expected one of", "\"texxt\""),
      (
        "focus = \"honey\"", "focus = { fg = \"honey\", attr = [\"dim\"] }", "roles.focus.attr",
        "dim"
      ),
      ("night = \"#16151c\"", "night = \"dark\"", "palette.night: expected a colour such", "dark"),
      ("night = \"#16151c\"", "red = \"#16151c\"", "palette.red: expected a name of", "ANSI"),
      ("variant = \"dark\"", "variant = \"dusk\"", "theme.variant: expected dark or light", "dusk"),
      (
        "muted = \"white\"", "muted = \"#ffffff\"", "ansi16.muted: expected an ANSI name", "#ffffff"
      ),
      ("hidden = [\"reverse\"]", "hidden = [\"loud\"]", "mono.hidden: expected a list", "loud"),
    ])
  func mistakes(row: String, replacement: String, key: String, found: String) throws {
    let message = try error(in: changed(row, to: replacement))
    #expect(message.contains(key), "\(message)")
    #expect(message.contains(found), "\(message)")
    // A key that is missing, or inside a table, is found by the line of the table around it.
    let expectedLine = try line(of: row)
    #expect(
      message.hasPrefix("my.toml:\(expectedLine): ") || replacement.contains("{"), "\(message)")
    #expect(message.hasPrefix("my.toml:"))
  }

  @Test("What is no TOML at all is refused with its line, and a missing role by its name")
  func broken() throws {
    #expect(try error(in: "[theme]\nname = ").hasPrefix("my.toml:2: expected TOML"))
    #expect(try error(in: "").contains("theme: expected a table, found nothing"))
    #expect(try error(in: changed("bar = \"foxglove\"", to: "")).contains("roles.bar"))
    #expect(try error(in: "a\u{0}").contains("without NULs"))
    #expect(try error(in: String(repeating: "#", count: 200_000)).contains("at most"))
  }

  @Test("No text, however broken, does more than fail")
  func noise() {
    let text = ShippedThemes.all.first?.text ?? ""
    for seed in 0..<400 {
      var bytes = Array(text.utf8)
      for step in 0..<(seed % 5 + 1) {
        let place = (seed &* 7919 &+ step &* 104_729) % bytes.count
        bytes[place] = UInt8(truncatingIfNeeded: seed &* 31 &+ step &* 17)
      }
      _ = try? ThemeFile.theme(
        from: String(decoding: bytes.prefix(bytes.count - seed * 3), as: UTF8.self), file: "noise")
    }
  }
}

extension Theme: CustomTestStringConvertible {
  /// Its name: a theme by itself is pages long.
  public var testDescription: String { name }
}
