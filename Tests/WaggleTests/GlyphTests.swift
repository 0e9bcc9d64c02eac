import Testing

@Suite("Terminals and locales that show little")
struct GlyphTests {
  private static let told = [
    ["frame", "bee-bike", "--at", "1h"], ["frame", "bee-bike", "--at", "1h", "--format", "ansi"],
    ["frame", "bee-bike", "--at", "1h", "--screen", "moderate"],
    ["frame", "bee-bike", "--at", "1h", "--screen", "tune", "--size", "60x18"],
    ["frame", "bee-bike", "--screen", "compare"], ["run", "bee-bike", "--until", "1h"],
    ["survey", "--uploads", "100"], ["scenarios"], ["bogus"], ["run", "“🐝”.toml"], ["--help"],
  ]

  @Test("Where the locale is not UTF-8, a person is told everything in ASCII", arguments: told)
  func ascii(arguments: [String]) throws {
    let wide = try Program.run(arguments)
    for locale in ["C", "en_GB.ISO-8859-1"] {
      let plain = try Program.run(arguments, variables: ["LC_ALL": locale])
      #expect(plain.status == wide.status)
      #expect((plain.output + plain.errors).allSatisfy { $0 < 0x80 })
      #expect(plain.lines.count == wide.lines.count)
    }
  }

  @Test(
    "What other programs read is the same in every locale",
    arguments: [
      ["run", "bee-bike", "--until", "6h", "--json"], ["scenarios", "show", "bee-bike"],
      ["frame", "bee-bike", "--at", "1h", "--format", "svg"],
    ])
  func data(arguments: [String]) throws {
    let wide = try Program.run(arguments)
    let plain = try Program.run(arguments, variables: ["LC_ALL": "C"])
    #expect(wide.status == 0)
    #expect(plain.output == wide.output)
  }

  @Test(
    "No bar of progress is drawn over itself where there is no cursor", arguments: ["dumb", ""])
  func progress(type: String) async throws {
    let terminal = try PseudoTerminal(
      "survey", "--uploads", "500", variables: ["TERM": type, "LC_ALL": "C"])
    #expect(try await terminal.end() == 0)
    #expect(terminal.text.contains("SIMULATED"))
    #expect(!terminal.text.contains("\u{1B}"))
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
  }

  @Test("On a terminal without a cursor the dashboard is lines of ASCII")
  func dumb() async throws {
    let terminal = try PseudoTerminal("bee-bike", variables: ["TERM": "dumb"])
    try await terminal.wait(for: "SIMULATED")
    terminal.type("n2")
    try await terminal.wait(for: "Your decision")
    terminal.type("q")
    #expect(try await terminal.end() == 0)
    #expect(terminal.output.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0D || $0 == 0x0A })
  }
}
