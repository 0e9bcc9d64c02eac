import Catalogue
import FoundationEssentials
import Testing

@Suite("Labelled texts")
struct LabelledRowsTests {
  private func rows(_ text: String, _ name: String) throws -> [LabelledText] {
    try rows(Array(text.utf8), name)
  }

  private func rows(_ bytes: [UInt8], _ name: String) throws -> [LabelledText] {
    let folder = FileManager.default.temporaryDirectory.path + "/waggle-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/" + name
    try Data(bytes).write(to: URL(filePath: path))
    var stream = try LabelledRows(path: path)
    var rows: [LabelledText] = []
    while let row = try stream.next() { rows.append(row) }
    return rows
  }

  @Test("Cells in quotation marks hold commas, line ends and marks")
  func quoted() throws {
    let found = try rows(
      "\u{FEFF}id,text,label\r\n1,\"a, \"\"b\"\"\r\nc\",DRU\r\n\r\n2,plain,\n3,\"\",\"none\"",
      "a.csv")
    #expect(found.map(\.upload.caption) == ["a, \"b\"\r\nc", "plain", ""])
    #expect(found.map(\.label) == ["DRU", "", "none"])
    #expect(found.map(\.upload.id) == ["1", "2", "3"])
    #expect(found.map(\.line) == [2, 5, 6])
  }

  @Test(
    "A table that is none is an error with its line",
    arguments: [
      ("text,label\na,b,c\n", 2), ("text,label\na\n", 2), ("text,label\n\"a\" b,c\n", 2),
      ("text,label\nx,y\na\"b,c\n", 3), ("text,label\n\"open,c\nd\n", 2), ("other,columns\n", 1),
      ("text,label\n\"a\"\"\n", 2),
    ])
  func malformed(table: (text: String, line: Int)) throws {
    let error = #expect(throws: InputError.self) { try rows(table.text, "bad.csv") }
    #expect(error?.exitCode == 65)
    #expect(error?.description.contains("bad.csv:\(table.line):") == true)
  }

  @Test("Between tabs a quotation mark is a letter, and a table may go without names")
  func tabs() throws {
    let named = try rows("label\ttext\nDRU\t\"a\n", "a.tsv")
    #expect(named.map(\.upload.caption) == ["\"a"])
    let unnamed = try rows(
      "pets\tcats\tx1\tMy cat\t\npets\tdogs\tx2\tA dog\tand another\n", "b.tsv")
    #expect(unnamed.map(\.label) == ["pets", "pets"])
    #expect(unnamed.map(\.upload.caption) == ["My cat", "A dog and another"])
  }

  @Test("Uploads a line come with label and functionality")
  func json() throws {
    let found = try rows(
      #"{"caption":"a","label":"DRU","functionality":"offer"}"# + "\n"
        + #"{"caption":"b","label":null,"template":"t1"}"# + "\n", "a.ndjson")
    #expect(found.map(\.label) == ["DRU", ""])
    #expect(found.map(\.functionality) == ["offer", ""])
    #expect(found.map(\.template) == ["", "t1"])
    let several = try rows(#"{"caption":"a","label":["x/y", "z"],"functionality":3}"#, "b.ndjson")
    #expect(several.map(\.label) == ["x/y z"])
    #expect(several.map(\.functionality) == ["3"])
    #expect(throws: InputError.self) { try rows(#"{"caption":"a","label":{}}"#, "c.ndjson") }
  }

  @Test("Whatever a table holds, it is rows or an error")
  func noise() throws {
    let table = Array("id,text,label\r\n1,\"a, \"\"b\"\"\r\nc\",DRU\n2,é🐝,\n".utf8)
    let letters = Array("\",\r\n\tx{".utf8) + [0x00, 0x80, 0xFF]
    var dice = Dice(state: 9)
    var refused = 0
    for _ in 0..<300 {
      var bytes = table
      for _ in 0...Int.random(in: 0...2, using: &dice) {
        let place = Int.random(in: bytes.indices, using: &dice)
        bytes[place] = letters.randomElement(using: &dice) ?? 0
      }
      do {
        _ = try rows(bytes, Bool.random(using: &dice) ? "a.csv" : "a.tsv")
      } catch let error as InputError {
        #expect(error.exitCode == 65)
        refused += 1
      }
    }
    #expect(refused > 50)
  }

  @Test("Lists of texts are labelled by what they stand under")
  func lists() throws {
    let found = try rows(
      "{\n \"Crime\": {\"Drug:\": [\"a\", \"b\"], \"Fraud\": [\"c\"]}}\n", "a.json")
    #expect(found.map(\.label) == ["Drug", "Drug", "Fraud"])
    #expect(found.map(\.functionality).first == "Crime / Drug")
    #expect(throws: InputError.self) { try rows("{\n \"a\": 1}", "b.json") }
  }
}
