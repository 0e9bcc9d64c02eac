import FoundationEssentials
import Glibc
import Testing

@testable import waggle

@Suite("Export of a journal")
struct ExportTests {
  let folder: Folder
  let journal: String

  /// A run with a hostile caption, an upload that concerns minors, and one that a person decided.
  init() throws {
    folder = try Folder()
    let scenario = try folder.file(
      "world.toml",
      """
      name = "world"
      seed = 5
      start = 2017-06-14T18:00:00Z
      [platform.for-you]
      name = "For You"
      population = 1_000_000
      [creator.ann]
      followers = 40
      [upload.bees]
      creator = "ann"
      caption = "=HYPERLINK(\\"http://x\\",\\"y\\") | **bees** \\u202Eon a <b>bike</b>"
      transcript = "bees bees bees in the hive with honey"
      truth = { appeal = 0.3 }
      [upload.hidden]
      creator = "ann"
      caption = "SECRETWORD"
      concerns-minors = true
      at = 2017-06-14T18:10:00Z
      """)
    journal = folder.path + "/j.waggle"
    let run = try Program.run(
      "run", scenario, "--journal", journal, "--moderator", "approve", "--until", "3d")
    try #require(run.status == 0, "\(run.complaint)")
  }

  private func export(_ arguments: String...) throws -> Program.Result {
    try Program.run(["journal", "export", journal] + arguments)
  }

  private func text(_ name: String) throws -> String {
    let bytes = try Data(contentsOf: URL(filePath: folder.path + "/" + name))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func remove(_ names: String...) {
    for name in names { unlink(folder.path + "/" + name) }
  }

  @Test("Every table has one cell a column in every row, and each column says what it is")
  func tables() throws {
    defer { remove("j.waggle") }
    let meanings = try export("--format", "csv", "--table", "columns")
    for table in ["videos", "waves", "kpis", "decisions"] {
      let result = try export("--format", "csv", "--table", table)
      #expect(result.status == 0)
      let rows = CSVText.rows(of: result.text)
      let heads = try #require(rows.first)
      #expect(rows.allSatisfy { $0.count == heads.count })
      #expect(rows.count > (table == "decisions" ? 0 : 1))
      #expect(result.text.hasSuffix("\r\n"))
      for head in heads { #expect(meanings.text.contains("\r\n\(table),\(head),")) }
      #expect(Set(heads).count == heads.count)
    }
  }

  @Test("What an uploader wrote is no formula, no markup and no hidden character anywhere")
  func hostile() throws {
    defer { remove("j.waggle", "bees.md", "bees.svg") }
    let table = try export("--format", "csv", "--table", "videos")
    let caption = try #require(CSVText.rows(of: table.text).dropFirst().first?[safe: 5])
    #expect(caption.hasPrefix("'=HYPERLINK(\"http://x\",\"y\")"))
    #expect(caption.contains("‹RLO›"))
    #expect(try export("--format", "md", "--into", folder.path).status == 0)
    let page = try text("bees.md")
    #expect(page.contains(#"\*\*bees\*\*"#) && !page.contains("<b>"))
    let picture = try text("bees.svg")
    #expect(!picture.contains("<b>"))
    for output in [table.text, page, picture] {
      #expect(!output.unicodeScalars.contains("\u{202E}"))
      #expect(output.contains("SIMULATED") || output.contains("simulated"))
    }
  }

  @Test("What concerns minors is in no form")
  func minors() throws {
    defer { remove("j.waggle") }
    for table in ["videos", "waves", "kpis", "decisions"] {
      let result = try export("--format", "csv", "--table", table)
      #expect(!result.text.contains("hidden") && !result.text.contains("SECRETWORD"))
      #expect(result.complaint.contains("1 video left out"))
    }
    let lines = try export("--format", "jsonl")
    #expect(!lines.text.contains("hidden") && !lines.text.contains("SECRETWORD"))
    for format in ["svg", "md", "jsonl"] {
      let result = try export("--format", format, "--video", "hidden")
      #expect(result.status == 64 && result.output.isEmpty)
    }
  }

  @Test("The lines are those that run --json --journal writes, with the same numbers")
  func lines() throws {
    defer { remove("j.waggle", "n.waggle", "e.jsonl") }
    let other = folder.path + "/n.waggle"
    let run = try Program.run(
      "run", "newcomer", "--json", "--journal", other, "--until", "5h", "--moderator", "approve")
    let lines = try Program.run("journal", "export", other, "--format", "jsonl")
    #expect(Array(run.lines.dropLast()) == lines.lines)
    let one = try Program.run(
      "journal", "export", other, "--format", "jsonl", "--video", "newcomer", "--into",
      folder.path + "/e.jsonl")
    #expect(one.status == 0)
    let chosen = try text("e.jsonl").split(separator: "\n")
    #expect(chosen == lines.lines.filter { $0.contains(#""video":"newcomer""#) })
  }

  @Test("A page and its chart tell the figures of the video, in light and dark")
  func page() throws {
    defer { remove("j.waggle") }
    let table = try export("--format", "csv", "--table", "videos")
    let rows = CSVText.rows(of: table.text)
    let place = try #require(rows[0].firstIndex(of: "views"))
    let views = try #require(Int(rows[1][place]))
    let page = try export("--format", "md")
    for part in ["## What happened", "## Why it stopped", "## Its waves", "```text", "SIMULATED"] {
      #expect(page.text.contains(part), "\(part)")
    }
    #expect(!page.text.contains("<svg"))
    let light = try export("--format", "svg")
    let dark = try export("--format", "svg", "--theme", "dark")
    #expect(light.text != dark.text)
    for picture in [light, dark] {
      #expect(picture.text.hasPrefix("<svg") && picture.text.hasSuffix("</svg>\n"))
      #expect(picture.text.replacing(",", with: "").contains(">\(views)<"))
    }
  }

  @Test("What is there is not overwritten, unless asked for")
  func overwriting() throws {
    let page = folder.path + "/r.md"
    defer { remove("j.waggle", "r.md", "r.svg") }
    #expect(try export("--format", "md", "--into", page).status == 0)
    #expect(try text("r.md").contains("](<r.svg>)"))
    unlink(page)
    let before = try text("r.svg")
    for format in ["md", "svg"] {
      let into = folder.path + "/r." + format
      let result = try export("--format", format, "--into", into, "--theme", "dark")
      #expect(result.status == 73)
      #expect(result.complaint.contains("--force"), "\(result.complaint)")
    }
    #expect(try text("r.svg") == before)
    let forced = try export("--format", "svg", "--into", folder.path + "/r.svg", "--force")
    #expect(forced.status == 0)
    let lost = try export("--format", "md", "--into", folder.path + "/no/x.md")
    #expect(lost.status == 73)
    #expect(lost.complaint.contains("there is no folder \(folder.path)/no;"), "\(lost.complaint)")
  }

  @Test("The page of a video that still runs says what is so far, and speaks to nobody as “you”")
  func running() throws {
    defer { remove("j.waggle", "n.waggle") }
    let other = folder.path + "/n.waggle"
    let run = try Program.run("run", "newcomer", "--until", "1h", "--journal", other)
    try #require(run.status == 0)
    let page = try Program.run("journal", "export", other, "--format", "md")
    #expect(page.text.contains("is showing it to its first 200 people"), "\(page.text)")
    #expect(page.text.contains("So far it has **"))
    #expect(!page.text.contains("nobody further") && !page.text.contains("It came to"))
    #expect(page.text.contains("\nIts first wave is being shown"))
    #expect(try export("--format", "md").text.contains(" It came to **"))
  }

  @Test("Files are written whole, not over the journal, and wrong names are said")
  func files() throws {
    let into = folder.path + "/out"
    defer {
      for name in ["videos", "waves", "kpis", "decisions", "columns"] { remove("out/\(name).csv") }
      rmdir(into)
      remove("j.waggle")
    }
    #expect(try export("--format", "csv", "--into", into).status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: into).sorted()
        == ["columns.csv", "decisions.csv", "kpis.csv", "videos.csv", "waves.csv"])
    #expect(try export("--format", "csv").status == 64)
    #expect(try export("--format", "svg", "--into", journal).status == 64)
    #expect(try export("--format", "svg", "--into", journal + "/x.svg").status == 73)
    #expect(try export("--format", "svg", "--video", "nobody").status == 64)
    #expect(try export("--format", "svg", "--branch", "nothing").status == 64)
    #expect(try export("--format", "jsonl", "--video", "no", "--into", into + "/e").status == 64)
    #expect(try FileManager.default.contentsOfDirectory(atPath: into).count == 5)
  }
}

@Suite("Words of an exported page")
struct PageWordsTests {
  @Test(
    "Only what Markdown would take is escaped",
    arguments: [
      "violence: 81 % likely.": "violence: 81 % likely.",
      "incl. 0.5 at 12:30": "incl. 0.5 at 12:30",
      "**b** <i>": #"\*\*b\*\* \<i\>"#, "https://a.b": #"https\://a\.b"#, "@ann #1": "\\@ann \\#1",
      "a & b!": "a & b!", "![x](y) &amp;": #"\!\[x\](y) \&amp;"#,
    ])
  func markdown(text: String, shown: String) {
    #expect(Markdown.plain(text) == shown)
  }

  @Test("Shares add up to the whole, whatever the counts")
  func shares() {
    var draws = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let counts = (0..<4).map { _ in Int.random(in: 0...1_000_000, using: &draws) }
      let hundredths = Shares(of: counts).words.compactMap { Int($0.filter(\.isNumber)) }
      #expect(hundredths.reduce(0, +) == (counts.allSatisfy { $0 == 0 } ? 0 : 10_000), "\(counts)")
    }
    #expect(Shares(of: [718_714, 23, 84, 0]).words == ["99.99 %", "0.00 %", "0.01 %", "0.00 %"])
  }
}

@Suite("A cell of an exported table")
struct CSVCellTests {
  @Test(
    "A cell that a spreadsheet would take for a formula is text",
    arguments: ["=1", "+1", "-1", "@a", " =1", "\t=1", "\r=1", "＝1"])
  func formulas(text: String) {
    let field = CSVCell.text(text).field
    #expect(
      field.hasPrefix("'") || field.hasPrefix("‹") || field.hasPrefix("␉") || field.hasPrefix("␍"))
    #expect(CSVCell.text("a" + text).field.hasPrefix("a"))
    #expect(CSVCell.whole(-1).field == "-1")
  }

  @Test("Cells with commas and quotes are read back as they were")
  func quotes() {
    for text in ["a,b", "say \"no\"", "\"", "a\"\",\"", ""] {
      #expect(CSVText.rows(of: CSVCell.text(text).field + ",x\r\n") == [[text, "x"]])
    }
  }
}

/// Comma-separated values, read as RFC 4180 has them.
enum CSVText {
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"" where isQuoted && rest.first == "\"":
        rest.removeFirst()
        cell.append("\"")
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r" where !isQuoted && rest.first == "\n":
        rest.removeFirst()
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
