import ArgumentParser
import Catalogue

/// How a show is put on the terminal.
struct ScreenOptions: ParsableArguments {
  @Option(help: "World seconds a wall second, 0 to 1000000; 0 is as fast as the machine can.")
  var speed = 600

  @OptionGroup var look: ThemeOption

  @Option(
    help: ArgumentHelp(
      "Open so long after the scenario's start, such as 2d5h.", valueName: "duration"))
  var at: DurationArgument?

  func validate() throws {
    try (0...1_000_000).check(speed, of: "--speed")
  }
}
