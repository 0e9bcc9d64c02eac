import Testing

/// A run in which somebody moved settings, forked it, went back and changed the past.
enum RecordedSession {
  /// The names of the branches that it has.
  static let branches = ["run", "the same settings", "run from 5h18m5s"]

  /// Records it in a new file.
  static func record(in path: String) async throws {
    let terminal = try PseudoTerminal("bee-bike", "--journal", path)
    try await terminal.wait(for: "SIMULATED")
    // Always paused and always at a decision, so it is the same every time.
    for key in "nnnn+nfn+nppp+nn" {
      let place = try await terminal.waitForSilence(.milliseconds(200))
      terminal.type(String(key))
      try await terminal.wait("an answer to \(key)") { terminal.output.count > place }
    }
    try await terminal.waitForSilence()
    terminal.type("q")
    try #require(try await terminal.end() == 0)
  }
}
