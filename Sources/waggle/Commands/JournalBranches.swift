import ArgumentParser
import Canvas
import Catalogue
import Glibc
import Journal

extension JournalCommand {
  /// Lists the ways that a run went.
  struct Branches: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List a journal's branches: the run, and the forks that were kept.")

    @OptionGroup var file: JournalArgument

    @Flag(help: "One JSON object a line.")
    var json = false

    func run() throws {
      let journal = try file.open()
      let branches = try journal.branches()
      let names = Dictionary(branches.map { ($0.id, $0.name) }) { first, _ in first }
      var output = Output()
      var rows = [["name", "kind", "forked from", "forked at"]]
      for branch in branches {
        let parent = branch.parent.flatMap { names[$0] }
        if json {
          try output.write(
            JSON.object([
              "name": .text(branch.name), "kind": .text(branch.kind.rawValue),
              "parent": parent.map { .text($0) } ?? .null, "at": .whole(branch.from),
            ]))
        } else {
          rows.append([
            branch.name, branch.kind.rawValue,
            parent ?? "", parent == nil ? "" : DurationText.text(branch.from),
          ])
        }
      }
      if !json {
        let lines = TextTable(rows, left: [0, 1, 2]).lines
        try output.tell(lines.joined(separator: "\n") + "\n")
      }
      try output.flush()
    }
  }

  /// Deletes a fork.
  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Delete a branch of a journal; that it was there stays on record.",
      discussion: """
        On a terminal it asks before; without one, as in scripts, or with --yes it does not.
        """)

    @OptionGroup var file: JournalArgument

    @Argument(help: "The branch's name.")
    var branch: String

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    func run() throws {
      let words = try whatGoes()
      if let words, !yes, isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0 {
        Diagnostics.write("Delete \(words) for good? [y/N] ")
        let answer = readLine()?.lowercased() ?? ""
        guard ["y", "yes"].contains(answer) else {
          return Diagnostics.write("waggle: nothing was deleted\n")
        }
      }
      let journal = try file.open(for: .writing)
      defer { journal.close() }
      try journal.delete(branch: branch)
      guard let words else { return }
      var output = Output()
      try output.tell("deleted \(words)\n")
      try output.flush()
    }

    /// What would be gone; nil where the journal will not let it go.
    private func whatGoes() throws -> String? {
      let journal = try file.open()
      defer { journal.close() }
      let own = try journal.branch(named: branch)
      guard let parent = own.parent, own.id != (try journal.branch()).id else { return nil }
      let stretches = try journal.line(of: own).stretches
      let entries = try stretches.reduce(0) { count, stretch in
        guard stretch.moments.upperBound >= own.from else { return count }
        return try count + journal.entries(in: stretch).count { $0.sequence > own.after }
      }
      let name = try journal.branches().first { $0.id == parent }?.name ?? ""
      return VisibleText.escape(
        "\(own.kind.rawValue) “\(own.name)”, forked from “\(name)” at "
          + "\(DurationText.text(own.from)), with \(entries.counted("entry", "entries"))")
    }
  }
}

extension Int {
  /// As `1 entry` or `2,000 entries`.
  func counted(_ one: String, _ many: String) -> String {
    "\(grouped) \(self == 1 ? one : many)"
  }
}
