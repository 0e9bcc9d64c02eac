import ArgumentParser
import Canvas
import Catalogue

/// The scenarios that ship with the program.
struct Scenarios: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the built-in scenarios, or print one to start a file of your own from.",
    subcommands: [List.self, Show.self],
    defaultSubcommand: List.self)

  /// Names and summaries.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the built-in scenarios.")

    func run() throws {
      var output = Output()
      let all = BuiltInScenarios.all
      let width = all.map(\.name.count).max() ?? 0
      for scenario in all {
        try output.tell(TextWidth.padded(scenario.name, to: width) + "  \(scenario.summary)\n")
      }
      try output.flush()
    }
  }

  /// One scenario's file.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a built-in scenario's TOML file.")

    @Argument(help: "The scenario's name.")
    var name: String

    func run() throws {
      guard let scenario = BuiltInScenarios.named(name) else {
        let names = BuiltInScenarios.all.map(\.name).joined(separator: ", ")
        throw Failure.noInput("no built-in scenario is called “\(name)”; there are \(names)")
      }
      var output = Output()
      try output.write(scenario.text)
      try output.flush()
    }
  }
}
