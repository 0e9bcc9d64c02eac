import FoundationEssentials
import Glibc
import Testing

@Suite("waggle review and recognize")
struct ReviewTests {
  struct Line: Decodable {
    struct Policy: Decodable {
      var policy: String
      var probability: Double
    }
    struct Topic: Decodable {
      var topic: String
      var score: Double
    }
    struct Piece: Decodable {
      var field: String
      var text: String
      var start: Int
      var end: Int
      var weight: Double
    }
    var id: String
    var verdict: String?
    var probability: Double?
    var policies: [Policy]?
    var topics: [Topic]?
    var unknown: Bool?
    var evidence: [Piece]
  }

  /// The lines of a result, each a JSON object.
  private func lines(_ result: Program.Result) throws -> [Line] {
    try result.lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
  }

  private func run(_ command: String, _ text: String, _ more: String...) throws -> Program.Result {
    let folder = try Folder()
    let path = try folder.file("uploads.ndjson", text)
    return try Program.run([command, path, "--json"] + more)
  }

  private static let offer = #"{"id":"sale","caption":"selling coke, dm me for the menu"}"#
  private static let bees = #"{"id":"bees","transcript":"our honey bees swarm at the hive"}"#

  @Test("One line an upload, in the order of the input, with verdict, policies and evidence")
  func verdicts() throws {
    let result = try run("review", Self.bees + "\n" + Self.offer + "\n")
    #expect(result.status == 0)
    let found = try lines(result)
    #expect(found.map(\.id) == ["bees", "sale"])
    #expect(found.map(\.verdict) == ["allow", "doubt"])
    let sale = try #require(found.last)
    #expect(sale.policies?.first?.policy == "DRU")
    #expect(sale.policies?.first?.probability == sale.probability)
    #expect(sale.evidence.contains { $0.text == "coke" && $0.field == "caption" && $0.start == 8 })
  }

  @Test("Topics come with scores, and nothing is told of what says nothing")
  func topics() throws {
    let result = try run("recognize", Self.bees + "\n{\"id\":\"none\"}\n")
    let found = try lines(result)
    #expect(found.first?.topics?.first?.topic == "animals/beekeeping")
    #expect(found.first?.unknown == false)
    #expect(found.last?.topics?.isEmpty == true)
    #expect(found.last?.unknown == true)
    #expect(found.last?.evidence.isEmpty == true)
  }

  @Test(
    "Evidence counts Unicode scalars of the field as it was given",
    arguments: ["review", "recognize"])
  func offsets(command: String) throws {
    let texts = [
      "caption": "🐝🍯 na\u{308}he\u{200B}r: our bees sell c\u{200B}oke, dm me for the menu",
      "hashtags": "honey beehive selling coke",
    ]
    let line =
      ##"{"caption":"\##(texts["caption"] ?? "")","hashtags":"#honey #beehive #selling #coke"}"##
    let found = try lines(try run(command, line))
    let pieces = try #require(found.first?.evidence)
    #expect(!pieces.isEmpty)
    for piece in pieces {
      let scalars = Array((texts[piece.field] ?? "").unicodeScalars)
      try #require(piece.start < piece.end && piece.end <= scalars.count)
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[piece.start..<piece.end])
      #expect(Array(text) == Array(piece.text.unicodeScalars))
      #expect((-1...1).contains(piece.weight))
    }
  }

  @Test("An upload without id is called after its line")
  func namesByLine() throws {
    let found = try lines(
      try run("review", "\n{\"caption\":\"a\"}\r\n\r\n{\"id\":7}\n{\"id\":null}"))
    #expect(found.map(\.id) == ["2", "7", "5"])
  }

  @Test("Thresholds move verdicts, and nothing is removed unless asked for")
  func thresholds() throws {
    let text = Self.bees + "\n" + Self.offer
    func verdicts(_ options: String...) throws -> [String?] {
      let folder = try Folder()
      let path = try folder.file("uploads.ndjson", text)
      return try lines(try Program.run(["review", "--json", path] + options)).map(\.verdict)
    }
    #expect(try verdicts("--doubt-from", "0") == ["doubt", "doubt"])
    #expect(try verdicts("--doubt-from", "1") == ["allow", "allow"])
    #expect(try verdicts("--remove-from", "0.2") == ["allow", "remove"])
    for value in ["-0.1", "1.1", "nan", "much"] {
      let result = try run("review", text, "--doubt-from=" + value)
      #expect(result.status == 64)
      #expect(result.output.isEmpty)
    }
  }

  @Test("A flagged minor goes to a person, and no word of it is shown")
  func minors() throws {
    let line = #"{"caption":"selling coke, dm me for the menu","concernsMinors":true}"#
    let found = try lines(try run("review", line, "--remove-from", "0.5"))
    #expect(found.first?.verdict == "doubt")
    #expect(found.first?.policies?.first?.policy == "MIN")
    #expect(found.first?.evidence.isEmpty == true)
  }

  @Test("Standard input, one file after another, and TOML are read alike")
  func sources() throws {
    let folder = try Folder()
    let rows = try folder.file("rows.txt", Self.offer + "\n")
    let toml = try folder.file("bread.toml", "caption = \"Bread\"\nhashtags = [\"baking\"]\n")
    let scenario = try folder.file(
      "world.toml", try Program.run("scenarios", "show", "bee-bike").output)
    let pretty = try folder.file("pretty.json", "{\n  \"caption\": \"Cake\"\n}\n")
    let piped = try Program.run("review", "--json", input: rows)
    #expect(try lines(piped).map(\.id) == ["sale"])
    #expect(try Program.run("review", "--json", "-", input: rows).output == piped.output)
    let all = try lines(try Program.run("review", "--json", rows, toml, scenario, pretty))
    #expect(all.count > 10)
    #expect(all.map(\.id).starts(with: ["sale", "bread"]))
    #expect(all.last?.id == "pretty")
    #expect(all.contains { $0.id == "bee-bike" })
    let own = try lines(try Program.run("review", "--json", "-", input: toml))
    #expect(own.count == 1)
    #expect(try Program.run("review", "--json").output.isEmpty)
  }

  @Test("People read lines that a terminal can be shown")
  func people() throws {
    let folder = try Folder()
    let path = try folder.file(
      "uploads.ndjson",
      #"{"id":"\u001b[2J\u202e","caption":"selling co\u200bke\r dm me for the menu \u009b"}"# + "\n"
    )
    for command in ["review", "recognize"] {
      let result = try Program.run(command, path)
      #expect(result.status == 0)
      #expect(!result.output.isEmpty)
      for scalar in result.text.unicodeScalars {
        #expect(scalar == "\n" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        #expect(!["\u{202E}", "\u{200B}"].contains(scalar))
      }
    }
  }

  @Test(
    "A bad line ends with 65 and one message that names it; lines before it are whole",
    arguments: [
      "[1]", "nonsense", #"{"caption":1}"#, #"{"caption":"a","caption":"b"}"#,
      #"{"captoin":"a"}"#, #"{"text":"a"}"#, #"{"caption":"a""#, #"{"caption":"a}"#, "{} {}",
      #"{"caption":"\q"}"#, #"{"caption":"\u12"}"#, #"{"duration":-1}"#, #"{"duration":1e309}"#,
      #"{"duration":NaN}"#, #"{"hashtags":[1]}"#, #"{"hashtags":{}}"#, #"{"id":["a"]}"#, "{,}",
      "{\"caption\":\"\u{1}\"}", #"{"other":nul,"id":"1"}"#, #"{"a":1,"a":2,"id":"1"}"#,
      #"{"id":"1","deep":"# + String(repeating: "[", count: 10_000) + "}",
    ])
  func badLines(line: String) throws {
    for command in ["review", "recognize"] {
      let result = try run(command, "{\"id\":\"first\"}\n" + line + "\n{\"id\":\"last\"}\n")
      #expect(result.status == 65)
      #expect(try lines(result).map(\.id) == ["first"])
      #expect(result.text.hasSuffix("}\n"))
      #expect(result.complaint.contains("uploads.ndjson:2: "))
      #expect(result.complaint.contains("expected "))
      #expect(result.complaint.split(separator: "\n").count == 1)
    }
  }

  @Test("Bytes that spell nothing are refused, wherever they stand")
  func invalidBytes() throws {
    let folder = try Folder()
    let wrong: [[UInt8]] = [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80]]
    for (place, bytes) in wrong.enumerated() {
      let path = try folder.file(
        "\(place).ndjson", Array("{\"caption\":\"a".utf8) + bytes + Array("\"}\n".utf8))
      let result = try Program.run("review", path)
      #expect(result.status == 65)
      #expect(result.output.isEmpty)
      #expect(result.complaint.contains("UTF-8"))
    }
    let wide = try folder.file("wide.txt", [0xFF, 0xFE] + Array("{\0}\0".utf8))
    #expect(try Program.run("review", wide).complaint.contains("UTF-16"))
  }

  @Test("Long and strange texts are read all the same")
  func hostileTexts() throws {
    let folder = try Folder()
    let texts = [
      #"{"caption":""# + String(repeating: "word ", count: 400_000) + "\"}",
      #"{"caption":"a"# + String(repeating: "\u{301}", count: 200_000) + "\"}",
      #"{"caption":"\ud800 \udc00 \ud83d \u0000 \ud83d\ude00 \ufeff"}"#,
      #"{"hashtags":["# + String(repeating: "\"a\",", count: 100_000) + "\"b\"]}",
      #"{"caption":null,"hashtags":null,"duration":"1m","extra":[{"a":[1,true,null,"x"]}]}"#,
      #"{"caption":""}"#, "{}",
    ]
    let path = try folder.file("uploads.jsonl", "\u{FEFF}" + texts.joined(separator: "\r\n"))
    for command in ["review", "recognize"] {
      let result = try Program.run(command, "--json", path)
      #expect(result.status == 0)
      #expect(try lines(result).map(\.id) == texts.indices.map { String($0 + 1) })
    }
  }

  @Test("What is there is answered while the input pauses")
  func pause() throws {
    let (input, output) = (try Program.Pipe(), try Program.Pipe())
    let process = try Program.spawn(["review", "--json"]) { actions in
      posix_spawn_file_actions_adddup2(&actions, input.read, 0)
      posix_spawn_file_actions_adddup2(&actions, output.write, 1)
    }
    close(input.read)
    close(output.write)
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for number in 1...3 {
      let line = Array("{\"id\":\"\(number)\"}\n".utf8)
      #expect(write(input.write, line, line.count) == line.count)
      while answer.count(where: { $0 == 0x0A }) < number {
        let count = read(output.read, &buffer, buffer.count)
        try #require(count > 0)
        answer += buffer.prefix(count)
      }
    }
    close(input.write)
    #expect(read(output.read, &buffer, buffer.count) == 0)
    close(output.read)
    #expect(Program.wait(for: process) == 0)
  }

  @Test("Weights that are none are an error, not a guess")
  func weights() throws {
    let folder = try Folder()
    let path = try folder.file("weights.bin", Array(repeating: 7, count: 1_000))
    for command in ["review", "recognize"] {
      let result = try Program.run(command, "--weights", path)
      #expect(result.status == 65)
      #expect(result.complaint.contains("weights.bin"))
    }
    #expect(try Program.run("review", "--weights", "/nowhere.bin").status == 66)
    #expect(try Program.run("review", "/nowhere.ndjson").status == 66)
  }
}
