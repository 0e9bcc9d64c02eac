import ArgumentParser

/// A branch of a journal on the command line.
struct BranchOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A branch of the journal, as waggle journal branches lists them; else the run itself.",
      valueName: "name"))
  var branch: String?
}
