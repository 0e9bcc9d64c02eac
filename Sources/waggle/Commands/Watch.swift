import ArgumentParser
import Canvas
import Catalogue
import Dashboard
import Playback
import Terminal

/// The dashboard.
struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Watch a scenario on the dashboard (the default).",
    discussion: "It opens paused at the upload; space starts it, ? shows every key, q leaves.")

  @Argument(help: "A built-in scenario or the path of a TOML file.")
  var scenario = "bee-bike"

  @OptionGroup var world: WorldOptions

  @Option(help: "World seconds a wall second; 0 is as fast as the machine can.")
  var speed = 600

  @Option(help: ArgumentHelp("A theme's name or file.", valueName: "theme"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Open so long after the scenario's start, such as 2d5h.", valueName: "duration"))
  var at: DurationArgument?

  func validate() throws {
    guard (0...1_000_000).contains(speed) else {
      throw ValidationError("--speed must be 0 to 1000000, not \(speed)")
    }
  }

  func run() throws {
    let theme = try theme.map(ThemeChoice.theme) ?? ThemeChoice.standard()
    let stage = try Stage(scenario, options: world)
    var show = Playback.Show(scenario: stage.scenario, script: stage.script)
    show.seek(to: at?.seconds ?? stage.opening)
    guard let mailbox = Mailbox<Scene>() else {
      throw Failure.software("no file descriptor is left for the screen's mailbox")
    }
    let theatre = Theatre(
      playhead: Playhead(show: show, speed: speed), staging: stage.staging, mailbox: mailbox)
    var screening = Screening(
      terminal: try Self.terminal(), theme: theme, theatre: theatre,
      platforms: stage.scenario.platforms.map(\.id))
    screening.run()
  }

  private static func terminal() throws -> Terminal {
    do {
      return try Terminal()
    } catch {
      let help = "; waggle run and waggle frame work without one"
      throw Failure.configuration(error.description + help)
    }
  }
}
