import Glibc
import Testing

@Suite struct FrameTests {
  private static let screens = ["spread", "moderate", "tune", "compare"]

  @Test(
    "A frame has the size that was asked for, and says that it is simulated", arguments: screens)
  func size(screen: String) throws {
    for size in ["120x40", "80x24", "60x18"] {
      let result = try Program.run(
        "frame", "bee-bike", "--screen", screen, "--at", "1h", "--size", size)
      #expect(result.status == 0)
      let rows = Int(size.split(separator: "x")[1])
      #expect(
        result.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 == rows)
      #expect(result.text.contains("SIM"))
      #expect(result.errors.isEmpty)
    }
  }

  @Test("The same command draws the same frame")
  func same() throws {
    let arguments = ["frame", "bee-bike", "--at", "5h", "--format", "ansi"]
    let first = try Program.run(arguments)
    let second = try Program.run(arguments)
    #expect(first.output == second.output)
    #expect(first.text.contains("\u{1B}["))
  }

  @Test("A picture is one SVG document without anything an uploader wrote as markup")
  func picture() throws {
    let result = try Program.run(
      "frame", "bee-bike", "--format", "svg", "--set",
      "upload.bee-bike.caption=\"<script>alert(1)</script> & \\u0001\"")
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("<svg") || result.text.hasPrefix("<?xml"))
    #expect(result.text.contains("</svg>"))
    #expect(!result.text.contains("<script"))
    #expect(!result.text.contains("\u{1}"))
  }

  @Test("Captions cannot put controls into a frame", arguments: screens)
  func hostile(screen: String) throws {
    let result = try Program.run(
      "frame", "bee-bike", "--screen", screen, "--set", "review.doubt-from=0", "--set",
      #"upload.bee-bike.caption="a\u001B[2J\u202Eb\u200B\u009Bc\rd\be""#)
    #expect(result.status == 0)
    for scalar in result.text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(scalar.properties.generalCategory != .format)
    }
  }

  @Test("Of a journal the branch that is named is drawn, and a scenario has none")
  func branch() async throws {
    let folder = try Folder()
    let path = folder.path + "/j.waggle"
    defer { unlink(path) }
    try await RecordedSession.record(in: path)
    for (branch, bar) in zip(RecordedSession.branches, ["1.06", "1.06", "1.07"]) {
      let frame = try Program.run(
        "frame", path, "--branch", branch, "--screen", "tune", "--at", "10h44m")
      #expect(frame.status == 0, "\(frame.complaint)")
      #expect(frame.lines.contains { $0.contains("▸bar, × median") && $0.contains(bar) })
    }
    let last = try Program.run("frame", path, "--screen", "tune", "--at", "10h44m")
    #expect(last.lines.contains { $0.contains("▸bar, × median") && $0.contains("1.07") })
    let none = try Program.run("frame", path, "--branch", "attic")
    #expect(none.status == 64)
    #expect(none.complaint.contains("attic"))
    let scenario = try Program.run("frame", "bee-bike", "--branch", "attic")
    #expect(scenario.status == 64)
    #expect(scenario.complaint.contains("bee-bike"))
  }

  @Test("Behind the last thing that is known it says so, and behind all time it refuses")
  func behindTheEnd() throws {
    let folder = try Folder()
    let path = folder.path + "/j.waggle"
    defer { unlink(path) }
    let run = try Program.run("run", "bee-bike", "--journal", path, "--until", "3h")
    try #require(run.status == 0, "\(run.complaint)")
    let recorded = try Program.run("frame", path, "--at", "99d")
    #expect(recorded.status == 0)
    #expect(recorded.complaint.contains("the record ends at 3h"))
    #expect(recorded.complaint.contains("99d"))
    let computed = try Program.run("frame", "bee-bike", "--at", "99d")
    #expect(computed.status == 0)
    #expect(computed.complaint.contains("nothing happens after 6d"))
    for source in [path, "bee-bike"] {
      #expect(try Program.run("frame", source, "--at", "2h").errors.isEmpty)
      let never = try Program.run("frame", source, "--at", "733d")
      #expect(never.status == 64)
      #expect(never.output.isEmpty)
      #expect(never.complaint.contains("732d"))
    }
  }

  @Test("Another video, another theme; what is not there is named")
  func choices() throws {
    let other = try Program.run(
      "frame", "bee-bike", "--at", "12h", "--video", "cat-cucumber", "--theme", "hive-light")
    #expect(other.status == 0)
    #expect(other.text.contains("cucumber"))
    let video = try Program.run("frame", "bee-bike", "--video", "attic")
    #expect(video.status == 64)
    #expect(video.complaint.contains("attic"))
    let theme = try Program.run("frame", "bee-bike", "--theme", "attic")
    #expect(theme.status == 66)
    #expect(theme.complaint.contains("hive-dark"))
  }
}
