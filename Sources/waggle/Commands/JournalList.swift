import ArgumentParser
import Canvas
import Catalogue
import Journal

extension JournalCommand {
  /// Says which runs were recorded.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the runs that were recorded without naming a file, the latest first.")

    @Flag(help: "One JSON object a line.")
    var json = false

    func run() throws {
      var output = Output()
      var rows = [["name", "scenario", "seed", "up to", "commands given", "events"]]
      for file in JournalFolder.files() {
        let journal = try? Journal.open(path: file.path)
        let totals = try? journal?.totals()
        defer { journal?.close() }
        if json {
          try output.write(JSON.object(facts(of: file.name, file.path, journal, totals)))
        } else if let journal, let totals {
          let world = journal.about.scenario
          rows.append([
            file.name, world.name, String(world.seed),
            DurationText.text(totals.lastMoment), String(totals.commands - journal.planned),
            totals.events.grouped,
          ])
        } else {
          rows.append([file.name, "damaged", "", "", "", ""])
        }
      }
      if !json {
        let lines = TextTable(rows, left: [0, 1]).lines
        let none = ["No run was recorded yet; waggle watch records one."]
        try output.tell((rows.count > 1 ? lines : none).joined(separator: "\n") + "\n")
      }
      try output.flush()
    }

    private func facts(
      of name: String, _ path: String, _ journal: Journal?, _ totals: Totals?
    ) -> [String: JSON] {
      var facts = totals?.facts ?? [:]
      facts["name"] = .text(name)
      facts["path"] = .text(path)
      facts["ok"] = .flag(totals != nil)
      facts["scenario"] = journal.map { .text($0.about.scenario.name) } ?? .null
      return facts
    }
  }
}
