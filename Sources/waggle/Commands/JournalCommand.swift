import ArgumentParser
import Canvas
import Catalogue
import Journal

/// Looks into journals.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Look into the journal of a run.",
    subcommands: [
      List.self, Info.self, Verify.self, JournalExport.self, Branches.self, Delete.self,
    ])

  /// Says what a journal holds.
  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say which run a journal records, and how much of it.")

    @OptionGroup var file: JournalArgument

    @Flag(help: "As one JSON object.")
    var json = false

    func run() throws {
      let journal = try file.open()
      let totals = try journal.totals()
      var output = Output()
      if json {
        var facts = totals.facts
        facts["engine"] = .whole(journal.about.engine)
        facts["lastAt"] = .whole(totals.lastMoment)
        facts["ok"] = .flag(true)
        facts["scenario"] = .text(journal.about.scenario.name)
        facts["seed"] = .text(String(journal.about.scenario.seed))
        try output.write(JSON.object(facts))
      } else {
        let world = journal.about.scenario
        try output.tell(
          """
          SIMULATED  \(VisibleText.escape(world.name))  seed \(world.seed)
          \(totals.words), up to \(DurationText.text(totals.lastMoment)) after the start
          Its last row is whole; waggle journal verify checks every one.

          """)
      }
      try output.flush()
    }
  }
}

extension Totals {
  /// How much there is, for people.
  var words: String {
    commands.counted("command", "commands") + ", " + events.counted("event", "events")
  }

  /// The figures that `info` and `verify` share.
  var facts: [String: JSON] {
    [
      "branches": .whole(branches), "commands": .whole(commands), "events": .whole(events),
      "lastSeq": .whole(lastSequence), "schema": .whole(Journal.schema), "seal": .text(seal.text),
    ]
  }
}
