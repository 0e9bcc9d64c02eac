import ArgumentParser
import Catalogue
import Distribution
import Journal
import Playback

/// The same run as on the dashboard, without a screen.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a scenario without a screen and say how its videos ended.")

  @Argument(help: "A built-in scenario or the path of a TOML file.")
  var scenario: String

  @OptionGroup var world: WorldOptions

  @Option(
    help: ArgumentHelp(
      "Stop there, such as 90m or 2d; else when nothing more happens, at most 30d after the last upload.",
      valueName: "duration"))
  var until: DurationArgument?

  @Option(help: "Who decides doubtful uploads, ten minutes after they come to the desk.")
  var moderator = Moderator.none

  @OptionGroup var work: ThreadsOption

  @Option(
    help: ArgumentHelp("Record commands and events in a new journal.", valueName: "file"))
  var journal: String?

  @Flag(help: "One event a line as JSON, and a summary as the last line.")
  var json = false

  func run() throws {
    let stage = try Stage(scenario, options: world)
    var run = HeadlessRun(
      stage: stage, moderator: moderator, threads: work.threads, until: until?.seconds,
      journal: try journal.map { try stage.journal(at: $0) }, wantsEvents: json)
    var output = Output()
    if json {
      var lines = EventLines(platforms: stage.scenario.platforms)
      try run.play { event, sequence in try output.write(lines.line(event, sequence)) }
      try output.write(Summary(snapshot: run.snapshot).json)
    } else {
      try run.play { _, _ in }
      try output.tell(ResultTable(snapshot: run.snapshot).text)
    }
    try output.flush()
  }
}
