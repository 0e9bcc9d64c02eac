import Glibc
import Testing

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
