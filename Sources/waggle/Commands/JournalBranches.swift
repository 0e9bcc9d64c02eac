import ArgumentParser
import Canvas
import Catalogue
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
      var rows = [["name", "kind", "left", "at"]]
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
            parent ?? "", DurationText.text(branch.from),
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
      abstract: "Delete a branch of a journal; that it was there stays on record.")

    @OptionGroup var file: JournalArgument

    @Argument(help: "The branch's name.")
    var branch: String

    func run() throws {
      let journal = try file.open(for: .writing)
      defer { journal.close() }
      try journal.delete(branch: branch)
    }
  }
}
