import FoundationEssentials
import Glibc
import Testing

@Suite(.serialized) struct WatchTests {
  private static let leave = "\u{1B}[?1049l"

  @Test("It opens paused at the upload, starts with space, and leaves the terminal as it was")
  func session() async throws {
    let terminal = try PseudoTerminal("bee-bike", "--speed", "3600")
    try await terminal.wait(for: "SIMULATED")
    try await terminal.wait(for: "bee-bike")
    try await terminal.wait(for: "paused")
    #expect(!terminal.isRestored)
    let quiet = try await terminal.waitForSilence()
    terminal.type(" ")
    try await terminal.wait("the clock to move") { terminal.output.count > quiet + 2_000 }
    terminal.type(" ")
    try await terminal.wait(for: "paused", from: quiet)
    terminal.type("q")
    #expect(try await terminal.end() == 0)
    #expect(terminal.isRestored)
    #expect(terminal.text.contains(Self.leave))
    #expect(
      terminal.text.contains("\u{1B}[?25h") || terminal.text.contains("\u{1B}[?12l\u{1B}[?25h"))
  }

  @Test("Paused it writes nothing and takes no processor time")
  func idle() async throws {
    let terminal = try PseudoTerminal("bee-bike")
    try await terminal.wait(for: "SIMULATED")
    try await terminal.wait(for: "as far as its KPIs")  // the outlook, computed beside
    let quiet = try await terminal.waitForSilence(.seconds(1))
    let ticks = terminal.processorTicks
    try await Task.sleep(for: .seconds(3))
    #expect(try await terminal.waitForSilence(.milliseconds(50)) == quiet)
    #expect(terminal.processorTicks - ticks <= 1)
    #expect(ticks >= 0)
    terminal.type("q")
    #expect(try await terminal.end() == 0)
  }

  @Test("Every screen opens by its key, and every size is drawn")
  func screens() async throws {
    let terminal = try PseudoTerminal("bee-bike", columns: 80, rows: 24)
    var place = try await terminal.wait(for: "SIM")
    for key in ["2", "\t", "\t", "1", "?", "\u{1B}", ":", "\u{1B}"] {
      terminal.type(key)
      try await terminal.wait("an answer to \(key)") { terminal.output.count > place }
      place = try await terminal.waitForSilence(.milliseconds(100))
    }
    for (columns, rows) in [(200, 60), (60, 18), (1, 1), (12, 3), (300, 100), (80, 24)] {
      terminal.resize(columns: UInt16(columns), rows: UInt16(rows))
      try await terminal.wait("\(columns) × \(rows)") { terminal.output.count > place }
      place = try await terminal.waitForSilence(.milliseconds(100))
    }
    terminal.type("q")
    #expect(try await terminal.end() == 0)
    #expect(terminal.isRestored)
  }

  @Test(
    "Signals that end it give the terminal back",
    arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGILL, SIGBUS])
  func signals(signal: Int32) async throws {
    let terminal = try PseudoTerminal("bee-bike", "--speed", "600")
    try await terminal.wait(for: "SIMULATED")
    terminal.type(" ")
    terminal.send(signal)
    let status = try await terminal.end()
    #expect(status == 128 + signal)
    #expect(terminal.isRestored)
    #expect(terminal.text.contains(Self.leave))
  }

  @Test("Every key in turn, and rubbish from a terminal, never end it")
  func rubbish() async throws {
    let terminal = try PseudoTerminal("bee-bike", columns: 100, rows: 30)
    try await terminal.wait(for: "SIM")
    let keys = (0x21...0x7E).compactMap(Unicode.Scalar.init).map(String.init)
      .filter { $0 != "q" && $0 != "Q" }
    for key in keys {
      terminal.type(key + "\u{1B}\u{1B}")
      try await terminal.wait("room for keys") { true }
    }
    terminal.type(
      "\u{1B}[?62;c\u{1B}[12;40R\u{1B}]11;rgb:0000/0000/0000\u{07}\u{FF}\u{0}\u{1B}[999~")
    terminal.type("\u{1B}[200~a paste with q in it\nq\u{1B}[201~")
    try await terminal.waitForSilence()
    terminal.type("\u{1B}\u{1B}")
    try await terminal.waitForSilence(.milliseconds(200))
    terminal.type("1")
    try await terminal.waitForSilence(.milliseconds(200))
    terminal.type("q")
    #expect(try await terminal.end() == 0)
    #expect(terminal.isRestored)
  }

  @Test("What it keeps of itself lies in the person's folder of states, and nowhere else")
  func footprints() async throws {
    let person = Program.person + "/footprints"
    let variables = ["HOME": person, "XDG_STATE_HOME": person + "/state"]
    let terminal = try PseudoTerminal("bee-bike", "--speed", "3600", variables: variables)
    try await terminal.wait(for: "SIMULATED")
    // A run in which nothing was done is not kept.
    terminal.type("f")
    try await terminal.waitForSilence()
    terminal.type(" ")
    try await terminal.waitForSilence(.milliseconds(50))
    terminal.type("q")
    #expect(try await terminal.end() == 0)
    let files = try FileManager.default.subpathsOfDirectory(atPath: person)
      .filter { !$0.hasSuffix("/journals") && $0 != "state" && $0 != "state/waggle" }
    #expect(files.count == 1)
    #expect(files.allSatisfy { $0.hasPrefix("state/waggle/journals/bee-bike-") })
    let list = try Program.run("journal", "list", variables: variables)
    #expect(list.lines.count == 2)
    #expect(!FileManager.default.fileExists(atPath: Program.person + "/home"))
  }

  @Test("Without a terminal it says so and ends with 78")
  func noTerminal() throws {
    let result = try Program.run("watch", "bee-bike")
    #expect(result.status == 78)
    #expect(result.output.isEmpty)
    #expect(result.complaint.contains("terminal"))
  }
}
