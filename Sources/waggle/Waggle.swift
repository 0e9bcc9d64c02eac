import ArgumentParser

/// The command with its parts.
struct Waggle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waggle",
    abstract:
      "How a short video spreads: review, a first audience, and waves as long as it does well.",
    discussion: """
      Without a command it opens the dashboard: waggle bee-bike is waggle watch bee-bike. \
      SCENARIO is a built-in scenario (see waggle scenarios) or the path of a TOML file.
      """,
    version: "0.1.0",
    subcommands: [
      Watch.self, Replay.self, Resume.self, Run.self, SurveyCommand.self, FrameCommand.self,
      Scenarios.self, Train.self, FitCommand.self, JournalCommand.self, ReviewCommand.self,
      RecognizeCommand.self, Evaluate.self,
    ],
    defaultSubcommand: Watch.self)
}
