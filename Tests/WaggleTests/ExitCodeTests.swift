import Glibc
import Testing

@testable import waggle

@Suite struct ExitCodeTests {
  @Test(
    "Help and version go to standard output and end well",
    arguments: [
      ["--help"], ["--version"], ["run", "--help"], ["watch", "--help"], ["survey", "--help"],
      ["frame", "--help"], ["scenarios", "--help"], ["review", "--help"], ["recognize", "--help"],
      ["evaluate", "--help"], ["train", "--help"],
    ])
  func help(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    if arguments.count == 2 { #expect(result.text.contains("USAGE: waggle \(arguments[0])")) }
    if arguments == ["--version"] { #expect(result.lines.count == 1) }
  }

  @Test(
    "Arguments that make no sense end with 64",
    arguments: [
      ["run"], ["run", "bee-bike", "--until", "soon"], ["run", "bee-bike", "--nonsense"],
      ["run", "bee-bike", "--threads", "0"], ["run", "bee-bike", "--set", "bar"],
      ["run", "bee-bike", "--moderator", "perhaps"], ["run", "bee-bike", "--seed", "-1"],
      ["frame", "bee-bike", "--screen", "attic"], ["frame", "bee-bike", "--size", "120"],
      ["frame", "bee-bike", "--size", "0x0"], ["scenarios", "show"],
    ])
  func usage(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
  }

  @Test(
    "A number below zero is refused as a value, with those that may be",
    arguments: [
      (["run", "bee-bike", "--seed", "-1"], ["'-1'", "from 0 on"]),
      (["run", "bee-bike", "--threads", "-2"], ["-2", "1 to 256"]),
      (["run", "bee-bike", "--until", "-1h"], ["'-1h'", "90m"]),
      (["survey", "--uploads", "-5"], ["-5", "100 to 1000000"]),
      (["fit", "bee-bike", "--seeds", "-5"], ["-5", "1 to 1000"]),
      (["watch", "--speed", "-1"], ["-1", "0 to 1000000"]),
      (["frame", "bee-bike", "--at", "-1"], ["'-1'", "2d5h"]),
      (["frame", "bee-bike", "--size", "-1x3"], ["'-1x3'", "1000x1000"]),
      (["review", "--doubt-from", "-.5"], ["-0.5", "0 to 1"]),
    ])
  func negative(arguments: [String], words: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(!result.complaint.contains("Missing"))
    for word in words { #expect(result.complaint.contains(word), "\(result.complaint)") }
  }

  @Test("A number that may be below zero is taken, and one behind -- is a name")
  func negativeTaken() throws {
    let words = CommandWords(words: [
      "a", "--b", "-1", "--c=2", "-3", "--d", "-e", "--", "--f", "-4",
    ])
    #expect(
      words.joined == ["a", "--b=-1", "--c=2", "-3", "--d", "-e", "--", "--f", "-4"])
    #expect(try Program.run("run", "--", "-1").complaint.contains("waggle: -1: "))
  }

  @Test(
    "A command that there is none of is said, with the nearest and all that there are",
    arguments: [
      (["bogus"], "“bogus”", "review"), (["rum", "bee-bike"], "did you mean run?", "journal"),
      (["bee-bik"], "did you mean bee-bike?", "busy-day"),
      (["jurnal", "list"], "journal?", "watch"),
      (["journal", "exprot", "x"], "did you mean export?", "branches"),
      (["scenarios", "sho"], "did you mean show?", "list"),
      (["help", "bogus"], "“bogus”", "frame"),
      (["help", "journal", "bogus"], "journal has no command “bogus”", "verify"),
    ])
  func unknownCommand(arguments: [String], words: String, other: String) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.complaint.contains(words), "\(result.complaint)")
    #expect(result.complaint.contains(other), "\(result.complaint)")
    #expect(result.complaint.split(separator: "\n").count == 1)
  }

  @Test("What may be a file is no unknown command", arguments: ["bogus.toml", "./bogus", "/bogus"])
  func missingFile(path: String) throws {
    let result = try Program.run(path)
    #expect(result.status == 66)
    #expect(result.complaint.contains(path))
  }

  @Test(
    "A setting that cannot be ends with 65, in one line that names it",
    arguments: [
      "platform.for-you.bar=high", "platform.for-you.bar=9", "platform.nowhere.bar=1",
      "no.such.key=1", "upload.bee-bike.duration=-3",
    ])
  func settings(override: String) throws {
    let result = try Program.run("run", "bee-bike", "--set", override, "--json")
    #expect(result.status == 65)
    #expect(result.output.isEmpty)
    #expect(result.complaint.split(separator: "\n").count == 1)
    #expect(result.complaint.contains(override.prefix { $0 != "=" }))
  }

  @Test("A scenario that is not there ends with 66", arguments: ["no-such", "/no/such.toml"])
  func missing(name: String) throws {
    let result = try Program.run("run", name)
    #expect(result.status == 66)
    #expect(result.complaint.contains(name))
    #expect(result.complaint.split(separator: "\n").count == 1)
  }

  @Test("Output that cannot be written ends with 74")
  func full() throws {
    let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
    defer { close(full) }
    let result = try Program.run("scenarios", "show", "bee-bike", output: full)
    #expect(result.status == 74)
    #expect(result.complaint.contains("standard output"))
  }

  @Test("A reader who has left is no error")
  func closed() throws {
    let ends = try Program.Pipe()
    close(ends.read)
    defer { close(ends.write) }
    let result = try Program.run("scenarios", "show", "bee-bike", output: ends.write)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
  }

  @Test("Control characters in an argument do not reach the terminal")
  func hostileArgument() throws {
    let hostile = [["run", "\u{1B}[31mred\u{202E}"], ["run", "bee-bike", "--until", "\u{9B}2J"]]
    for arguments in hostile {
      let result = try Program.run(arguments)
      #expect(result.status != 0)
      for scalar in result.complaint.unicodeScalars {
        #expect(scalar == "\n" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        #expect(scalar != "\u{202E}")
      }
    }
  }
}
