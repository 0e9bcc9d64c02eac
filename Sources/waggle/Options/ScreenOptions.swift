import ArgumentParser
import Catalogue

/// How a show is put on the terminal.
struct ScreenOptions: ParsableArguments {
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
}
