import ArgumentParser
import Canvas
import Catalogue
import Journal

/// Looks into journals.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Look into the journal of a run.",
    subcommands: [Info.self])

  /// Says what a journal holds.
  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say which run a journal records, and how much of it.")

    @Argument(help: "A file that run --journal wrote.")
    var file: String

    @Flag(help: "As one JSON object.")
    var json = false

    func run() throws {
      let journal = try Journal.open(path: file)
      let scenario = try journal.scenario()
      let counts = try journal.counts()
      let last = try journal.lastMoment()
      var output = Output()
      if json {
        let facts: [String: JSON] = [
          "commands": .whole(counts.commands), "events": .whole(counts.events),
          "lastAt": .whole(last), "scenario": .text(scenario.name),
          "schema": .whole(Journal.schema), "seed": .text(String(scenario.seed)),
        ]
        try output.write(JSON.object(facts))
      } else {
        try output.write(
          """
          SIMULATED  \(VisibleText.escape(scenario.name))  seed \(scenario.seed)
          \(counts.commands) commands, \(counts.events) events, up to \(DurationText.text(last)) after the start

          """)
      }
      try output.flush()
    }
  }
}
