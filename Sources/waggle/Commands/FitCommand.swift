import ArgumentParser
import Catalogue
import Distribution
import Playback

/// Finds the truth behind a reported reach.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Find the appeal and forward rate with which a video comes to its reported views.",
    discussion: """
      The upload must say what was reported of it. The two numbers that are printed belong into \
      the scenario's file; they hold as long as nothing changes how viewers are drawn.
      """)

  @Argument(help: "A built-in scenario or the path of a TOML file.")
  var scenario: String

  @OptionGroup var world: WorldOptions

  @Option(help: "The upload; the scenario's star where it is not given.")
  var video: String?

  @Option(help: "Over how many seeds the forward rate is fitted, 1 to 1000.")
  var seeds = 20

  func validate() throws {
    try (1...1_000).check(seeds, of: "--seeds")
  }

  func run() throws {
    let stage = try Stage(scenario, options: world)
    let name = video ?? stage.scenario.star ?? ""
    guard let staged = stage.upload(named: name) else {
      throw Failure.usage("the scenario has no upload “\(name)”")
    }
    guard let aim = staged.upload.reported else {
      throw Failure.data("“\(name)” does not say what was reported of it")
    }
    let found = Fit(scenario: stage.scenario, staged: staged, aim: aim).solve(seeds: seeds)
    var output = Output()
    try output.write(
      """
      appeal = \(found.appeal.fixed(4))
      forward = \(found.forward.fixed(7))
      # \(name) then comes to \(found.outcome.views.grouped) views and \
      \(found.outcome.forwards) forwards; reported were \(aim.views.grouped) and \(aim.forwards).
      # The same for appeals \(found.appeals.lowerBound.fixed(4)) … \
      \(found.appeals.upperBound.fixed(4)).

      """)
    try output.flush()
  }
}

extension Stage {
  /// An upload of the script by its name.
  func upload(named name: String) -> StagedUpload? {
    for timed in script {
      guard case .upload(let upload, let reading, let followers, let number) = timed.command,
        upload.id == name
      else { continue }
      return StagedUpload(
        upload: upload, reading: reading, followers: followers, number: number)
    }
    return nil
  }
}
