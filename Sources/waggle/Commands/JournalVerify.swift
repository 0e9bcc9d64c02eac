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
      let verification = try verification()
      let alteration = verification.alteration
      var output = Output()
      if json {
        var facts = verification.totals.facts
        facts["ok"] = .flag(alteration == nil)
        facts["alteredAt"] = alteration?.at.map { .whole($0) } ?? .null
        facts["alteredBranch"] = alteration?.branch.map { .text($0) } ?? .null
        facts["alteredRow"] = alteration.map { .whole($0.row) } ?? .null
        facts["reason"] = alteration.map { .text($0.words) } ?? .null
        try output.write(JSON.object(facts))
      } else if alteration == nil {
        let totals = verification.totals
        try output.tell(
          """
          whole: \(totals.words), \(totals.branches.counted("branch", "branches"))
          seal \(totals.seal.text)

          """)
      }
      try output.flush()
      if let alteration {
        throw Failure.data(
          "\(file.path): row \(alteration.row)\(alteration.place) is not what was written: "
            + alteration.words)
      }
    }

    /// The check; of a file that cannot be opened any more, how much of it is whole.
    private func verification() throws -> Verification {
      let check = Result { () throws(JournalError) in
        try Journal.open(path: file.path, isChecked: false).verify()
      }
      if case .failure(let error) = check, error.isDamage { throw damage }
      return try check.get()
    }

    private var damage: Failure {
      let whole = Journal.wholePart(path: file.path)
      let rows = whole.rows.counted("row", "rows")
      let time = whole.until.map { ", up to \(DurationText.text($0))," } ?? ""
      let words =
        whole.rows == 0
        ? "its head, or what says where its rows lie, is broken, so nothing of it can be read"
        : "its first \(rows)\(time) are whole, what comes after cannot be read"
      return .data("\(file.path): is damaged: \(words); only a copy from elsewhere mends it")
    }
  }
}

extension Verification.Alteration {
  /// Where its row stands in the run.
  fileprivate var place: String {
    let parts = [branch.map { "of “\($0)”" }, at.map { "from \(DurationText.text($0)) on" }]
      .compactMap { $0 }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }
}
