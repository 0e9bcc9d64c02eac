public import ArgumentParser
public import Catalogue

/// What changes a scenario before it runs.
struct WorldOptions: ParsableArguments {
  @Option(
    help: "What decides every draw, a number from 0 on; else the scenario's own seed.")
  var seed: UInt64?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Put a value in place of the scenario's; may be given again.",
      discussion: "Such as platform.for-you.bar=1.10 or upload.bee-bike.truth.appeal=0.5.",
      valueName: "key=value"))
  var overrides: [Override] = []

  @Option(
    help: ArgumentHelp(
      "Bring in an upload of your own, TOML or JSON; may be given again.", valueName: "file"))
  var upload: [String] = []

  /// Whether nothing is changed.
  var isEmpty: Bool { seed == nil && overrides.isEmpty && upload.isEmpty }
}

extension Override: ExpressibleByArgument {
  /// Reads `KEY=VALUE`.
  public init?(argument: String) { self.init(argument) }
}

/// A length of time on the command line, such as `90s` or `2h30m`.
struct DurationArgument: ExpressibleByArgument {
  /// Seconds.
  let seconds: Moment

  /// Reads whole days, hours, minutes and seconds.
  init?(argument: String) {
    guard let seconds = DurationText.parse(argument) else { return nil }
    self.seconds = seconds
  }

  var defaultValueDescription: String { DurationText.text(seconds) }
}
