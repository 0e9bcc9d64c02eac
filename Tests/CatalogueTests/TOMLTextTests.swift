import Catalogue
import Testing

@Suite("Lines of TOML keys")
struct TOMLTextTests {
  private let text = """
    # a comment with = and [brackets]
    name = \"""
    [not.a.table]
    \"""
    a.b = [
      1,
      { c = 2 },
    ]
    [role."with blank"]
    fore = '#112233' # = 4
    [[rows]]
    x = 1
    [[rows]]
    x = 2
    """

  @Test(
    "every key knows its line, whatever stands around it",
    arguments: [
      (["name"], 2), (["a"], 5), (["a", "b"], 5), (["role"], 9), (["role", "with blank"], 9),
      (["role", "with blank", "fore"], 10), (["rows"], 11),
    ])
  func lines(_ keys: [String], _ line: Int) throws {
    #expect(try TOMLText(text, file: "t").line(of: keys) == line)
  }

  @Test("what is in texts and comments is no key")
  func noKeys() throws {
    let toml = try TOMLText(text, file: "t")
    #expect(toml.line(of: ["not"]) == nil)
    #expect(toml.line(of: ["brackets"]) == nil)
  }

  @Test("an error about a missing key tells the line of the table around it")
  func error() throws {
    let error = try TOMLText(text, file: "t").error(
      at: ["role", "with blank", "back"], expected: "a colour", found: "nothing")
    #expect(
      error.description == "t:9: role.\"with blank\".back: expected a colour, found nothing")
  }

  @Test(
    "what is no TOML is refused with its line",
    arguments: [
      "\na = ", "\na", "\n= 1", "\n[a", "\n[a]]", "\n[[a]", "\na = 1 b = 2", "\na = [1 2]",
      "\na = {b = 1,}", "\na = 'x", "\na = \"\\x\"", "\na = 01", "\na = 1_", "\na = 1.", "\na = .1",
      "\na = 0xg", "\na = 2017-6-1", "\na = truth", "\na..b = 1", "\na = 1\r", "\na = \"\u{1}\"",
      "\na = \"\\ud800\"", "\na = +0x1", "\na = 1e", "\na = 12:00", "\n\u{A0}a = 1", "\n# \u{7F}",
      "\n\"\"\"a\"\"\" = 1", "\na = 1979-05-27T",
    ])
  func refused(_ text: String) throws {
    let error = try #require(throws: InputError.self) { try TOMLText(text, file: "t") }
    #expect(error.line == 2, "\(error)")
  }

  @Test(
    "all that is TOML is taken",
    arguments: [
      "", "\n\r\n", "# only this", "a = 1\r\n", "a=-0", "a = +1_000", "a = 0xDEAD_beef",
      "a = 0o755",
      "a = 0b01", "a = 6.02e+23", "a = -inf", "a = nan", "a = 1979-05-27", "a = 07:32:00.999",
      "a = 1979-05-27 07:32:00-07:00", "a = 1979-05-27t07:32:00z", "a = ''''x'''''", "a = \"\"",
      "a = \"\"\"\\\n   b\"\"\"", "\"\" = 1", "'a.b'.c = 1", "a = [[], [1,],]", "a = {}", "[a] # b",
      "a = { b.c = 1, \"d\" = [\n1] }", "3.14 = 1", "a = \"\\U0001F41D\"", "[ a . b ]", "a = 1e06",
    ])
  func taken(_ text: String) throws {
    _ = try TOMLText(text, file: "t")
    // And so does the parser behind it: what is refused later is refused for what it says.
    let error = Sample.failure(text)
    #expect(error?.key != nil, "\(error?.description ?? "")")
  }
}
