import ArgumentParser

/// A theme on the command line.
struct ThemeOption: ParsableArguments {
  @Option(help: ArgumentHelp("A theme's name or file.", valueName: "theme"))
  var theme: String?
}
