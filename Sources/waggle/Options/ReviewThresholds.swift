import ArgumentParser
import Catalogue

/// The thresholds of review on the command line; the same as a scenario's `[review]`.
struct ReviewThresholds: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A person decides from this probability on, 0 to 1.", valueName: "probability"))
  var doubtFrom = ReviewSettings().doubtFrom

  @Option(
    help: ArgumentHelp(
      "Removed without a person from this probability on, 0 to 2; above 1: never.",
      valueName: "probability"))
  var removeFrom = ReviewSettings().removeFrom

  func validate() throws {
    try check(doubtFrom, in: ReviewSettings.doubtRange, "--doubt-from")
    try check(removeFrom, in: ReviewSettings.removeRange, "--remove-from")
  }

  /// The thresholds.
  var settings: ReviewSettings { ReviewSettings(doubtFrom: doubtFrom, removeFrom: removeFrom) }

  private func check(_ value: Double, in range: ClosedRange<Double>, _ name: String) throws {
    guard range.contains(value) else {
      throw ValidationError(
        "\(name) must be \(range.lowerBound.fixed(0)) to \(range.upperBound.fixed(0)), not \(value)"
      )
    }
  }
}
