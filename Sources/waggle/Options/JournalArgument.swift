import ArgumentParser
import Journal

/// A journal on the command line.
struct JournalArgument: ParsableArguments {
  @Argument(help: "A journal: its path, or its name in waggle journal list.")
  var file: String

  /// Where it lies.
  var path: String { JournalFolder.file(file) }

  /// Opens it.
  func open(for access: Journal.Access = .reading) throws(JournalError) -> Journal {
    try Journal.open(path: path, for: access)
  }
}
