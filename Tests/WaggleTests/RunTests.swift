import Testing

@Suite struct RunTests {
  @Test("The same command gives the same bytes, whatever the number of threads")
  func threads() throws {
    for scenario in ["bee-bike", "newcomer"] {
      let one = try Program.run("run", scenario, "--until", "12h", "--json", "--threads", "1")
      let again = try Program.run("run", scenario, "--until", "12h", "--json", "--threads", "1")
      let two = try Program.run("run", scenario, "--until", "12h", "--json", "--threads", "2")
      let many = try Program.run("run", scenario, "--until", "12h", "--json", "--threads", "7")
      #expect(one.status == 0)
      #expect(one.lines.count > 50)
      #expect(one.output == again.output)
      #expect(one.output == two.output)
      #expect(one.output == many.output)
    }
  }

  @Test("The events until a moment are a byte prefix of those until a later one")
  func prefix() throws {
    var before: [UInt8] = []
    for until in ["0s", "1h", "10h", "12h"] {
      let result = try Program.run(
        "run", "bee-bike", "--until", until, "--json", "--moderator", "approve")
      #expect(result.status == 0)
      let summary = try #require(result.lines.last)
      #expect(summary.hasPrefix(#"{"at":"#) && summary.contains(#""event":"summary""#))
      let events = result.output.dropLast(summary.utf8.count + 1)
      #expect(events.count > before.count)
      #expect(events.starts(with: before))
      before = Array(events)
    }
  }

  @Test("Every line is an object whose keys are sorted, numbered from 1")
  func lines() throws {
    let result = try Program.run("run", "bee-bike", "--until", "8h", "--json")
    for (number, line) in result.lines.dropLast().enumerated() {
      #expect(line.hasPrefix("{") && line.hasSuffix("}"))
      #expect(line.contains("\"seq\":\(number + 1)"))
      let keys = Self.keys(of: line)
      #expect(keys == keys.sorted())
      #expect(Set(keys).isSuperset(of: ["at", "event", "seq", "video", "platform"]))
    }
    let times = result.lines.dropLast().compactMap { Self.number("at", in: $0) }
    #expect(times == times.sorted())
    #expect(times.count == result.lines.count - 1)
  }

  @Test(
    "A case waits, is allowed or is removed, ten minutes after it opened, as the moderator says")
  func moderator() throws {
    let outcomes = [("none", "atDesk"), ("approve", "pushing"), ("reject", "removed")]
    for (moderator, expected) in outcomes {
      let result = try Program.run(
        "run", "bee-bike", "--set", "review.doubt-from=0", "--until", "30m",
        "--json", "--moderator", moderator)
      #expect(result.status == 0)
      let decided = result.lines.first {
        $0.contains(#""event":"decided""#) && $0.contains(#""video":"bee-bike""#)
      }
      let summary = try #require(result.lines.last)
      let video = try #require(
        summary.split(separator: "{").first { $0.contains(#""id":"bee-bike""#) })
      #expect(video.contains("\"outcome\":\"\(expected)\""))
      #expect((decided == nil) == (moderator == "none"))
      if let decided { #expect(Self.number("waited", in: decided) == 600) }
    }
  }

  @Test("A table for people says that it is simulated, and with which seed")
  func table() throws {
    let result = try Program.run("run", "bee-bike", "--until", "5h", "--seed", "12345")
    #expect(result.status == 0)
    #expect(result.text.contains("SIMULATED"))
    #expect(result.text.contains("12345"))
    #expect(result.text.contains("bee-bike"))
    #expect(result.errors.isEmpty)
  }

  @Test("What an uploader wrote cannot reach the terminal raw", arguments: [true, false])
  func hostile(json: Bool) throws {
    let caption = #""a\u001B[31m\u202Eb\u200B\U000E0041\u0007\u009Bc""#
    let arguments = ["run", "bee-bike", "--until", "1h", "--set"]
    let override = "upload.bee-bike.caption=\(caption)"
    let result = try Program.run(arguments + [override] + (json ? ["--json"] : []))
    #expect(result.status == 0)
    for scalar in result.text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(scalar.properties.generalCategory != .format)
    }
    if json { #expect(result.text.contains(#"a\u001b[31m\u202eb\u200b\udb40\udc41\u0007\u009bc"#)) }
  }

  /// The keys of an object's first level, in the order of writing.
  private static func keys(of line: Substring) -> [String] {
    let bytes = Array(line.utf8)
    var keys: [String] = []
    var depth = 0
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        let start = place + 1
        place = start
        while bytes[place] != UInt8(ascii: "\"") {
          place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        if depth == 1, place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: ":") {
          keys.append(String(decoding: bytes[start..<place], as: UTF8.self))
        }
      default: break
      }
      place += 1
    }
    return keys
  }

  private static func number(_ key: String, in line: Substring) -> Int? {
    let name = "\"\(key)\":"
    guard let start = line.indices.first(where: { line[$0...].hasPrefix(name) }) else { return nil }
    return Int(line[start...].dropFirst(name.count).prefix { $0.isNumber || $0 == "-" })
  }
}
