import ArgumentParser
import Canvas
import Catalogue
import Journal

extension JournalCommand {
  /// Checks a journal from its first row to its last.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check that nothing in a journal was changed, and name the first row that was.",
      discussion: """
        The seal that it prints stands for everything in the journal: noted elsewhere, it proves \
        later that nothing was cut off the end either. Ends with 65 where a row was changed.
        """)

    @OptionGroup var file: JournalArgument

    @Flag(help: "As one JSON object.")
    var json = false

    func run() throws {
      let verification = try Journal.open(path: file.path, isChecked: false).verify()
      let alteration = verification.alteration
      var output = Output()
      if json {
        var facts = verification.totals.facts
        facts["ok"] = .flag(alteration == nil)
        facts["alteredRow"] = alteration.map { .whole($0.row) } ?? .null
        facts["reason"] = alteration.map { .text($0.words) } ?? .null
        try output.write(JSON.object(facts))
      } else if alteration == nil {
        let totals = verification.totals
        try output.tell(
          """
          whole: \(totals.commands) commands, \(totals.events) events, \(totals.branches) branches
          seal \(totals.seal.text)

          """)
      }
      try output.flush()
      if let alteration {
        throw Failure.data(
          "\(file.path): row \(alteration.row) is not what was written: \(alteration.words)")
      }
    }
  }
}
