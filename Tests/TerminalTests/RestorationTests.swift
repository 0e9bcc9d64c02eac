import Canvas
import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#endif

/// How a process that has the terminal ends, seen from outside.
///
/// The process is this test program once more, told by its environment to run one test only: the
/// one that opens a terminal and comes to the end in question.
@Suite struct RestorationTests {
  static let variable = "WAGGLE_TERMINAL_TEST_END"

  static let ends: [(name: String, signal: Int32)] = [
    ("SIGINT", SIGINT), ("SIGTERM", SIGTERM), ("SIGHUP", SIGHUP), ("SIGQUIT", SIGQUIT),
    ("SIGSEGV", SIGSEGV), ("SIGABRT", SIGABRT), ("SIGBUS", SIGBUS), ("SIGFPE", SIGFPE),
    ("SIGILL", SIGILL), ("SIGTRAP", SIGTRAP), ("trap", SIGILL), ("recursion", SIGSEGV),
    ("exit", 0),
  ]

  @Test(
    "Whatever ends the process, the terminal is as it was, and the process dies of that",
    arguments: ends)
  func restored(end: (name: String, signal: Int32)) throws {
    let size = Size(40, 10)
    let pty = try #require(PseudoTerminal(size))
    let before = pty.settings
    let child = try #require(Self.start(end.name, on: pty))
    var bytes = pty.read(until: "ready to end")
    if end.name.hasPrefix("SIG") { kill(child, end.signal) }
    let (status, rest) = Self.end(of: child, on: pty)
    bytes += rest
    var emulator = Emulator(size)
    emulator.feed(bytes)
    #expect(String(decoding: bytes, as: UTF8.self).contains("\u{1B}[?1049h"))
    #expect(emulator.modes.isDisjoint(with: [1049, 1000, 1002, 1003, 1006, 2004, 2026, 1]))
    #expect(emulator.modes.contains(25))
    #expect(pty.settings == before)
    #if arch(x86_64)
      #expect(status & 0x7F == end.signal)
    #else
      #expect(end.signal == 0 || status & 0x7F != 0)  // a trap is another signal there
    #endif
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("Press space to interact"))
    if end.name == "trap" { #expect(text.suffix(300).contains("Index out of range")) }
  }

  @Test("Stopped with Ctrl-Z the terminal is the shell's, and afterwards the picture comes back")
  func suspended() throws {
    let size = Size(40, 10)
    let pty = try #require(PseudoTerminal(size))
    let before = pty.settings
    let child = try #require(Self.start("suspend", on: pty))
    var emulator = Emulator(size)
    emulator.feed(pty.read(until: "ready to end"))
    #expect(emulator.modes.isSuperset(of: [1049, 1000, 2004]))
    pty.type("\u{1A}")
    // A session leader's group is not stopped, which is right: no shell could let it go on. So all
    // happens at once here: the terminal is given away, and taken back.
    let bytes = pty.read(until: "resized")
    let text = String(decoding: bytes, as: UTF8.self)
    let away = try #require(text.ranges(of: "\u{1B}[?1049l").first)
    let back = try #require(text.ranges(of: "\u{1B}[?1049h").last)
    #expect(away.lowerBound < back.lowerBound)
    for mode in ["1000", "1006", "2004"] {
      let off = try #require(text.ranges(of: "\u{1B}[?\(mode)l").first)
      #expect(off.lowerBound < away.lowerBound)
    }
    emulator.feed(bytes + pty.sent())
    #expect(emulator.modes.isSuperset(of: [1049, 1000, 1006, 2004]))
    #expect(emulator.text.contains { $0.contains("ready to end") })
    pty.type("q")
    let (status, rest) = Self.end(of: child, on: pty)
    #expect(status == 0)
    emulator.feed(rest)
    #expect(pty.settings == before)
    #expect(emulator.modes.isDisjoint(with: [1049, 1000, 1006, 2004]))
  }

  /// Starts this program with a terminal of its own; the process's number.
  private static func start(_ end: String, on pty: PseudoTerminal) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session leader opens is its own.
    posix_spawn_file_actions_addopen(&actions, 0, pty.name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(0x80))  // POSIX_SPAWN_SETSID
    let arguments = [
      "test", "--testing-library", "swift-testing", "--filter", "RestorationTests/child",
    ]
    let environment = [
      "\(variable)=\(end)", "TERM=xterm-256color", "LANG=C.UTF-8",
      "SWIFT_BACKTRACE=enable=yes,interactive=yes",
      "LD_LIBRARY_PATH=\(Surroundings.process("LD_LIBRARY_PATH") ?? "")",
    ]
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var child: pid_t = 0
    let result = posix_spawn(&child, "/proc/self/exe", &actions, &attributes, &argv, &envp)
    return result == 0 ? child : nil
  }

  /// How a process ends, ten seconds at most, and what it still sends.
  private static func end(of child: pid_t, on pty: PseudoTerminal) -> (Int32, [UInt8]) {
    var status: Int32 = 0
    var bytes: [UInt8] = []
    for _ in 0..<500 {
      bytes += pty.read(quiet: 20)
      if waitpid(child, &status, WNOHANG) == child { return (status, bytes + pty.sent()) }
    }
    kill(child, SIGKILL)
    waitpid(child, &status, 0)
    return (-1, bytes)
  }

  /// The other process.
  @Test(.enabled(if: Surroundings.process(variable) != nil))
  func child() throws {
    let end = Surroundings.process(Self.variable) ?? ""
    let terminal = try Terminal()
    show("ready to end", on: terminal)
    while true {
      switch end {
      case "trap": trap(at: [1], end.utf8.count)
      case "recursion": _ = descend(1)
      case "exit": exit(0)
      default: _ = terminal.wait()
      }
      while let input = terminal.nextInput() {
        if case .resize = input {
          show("resized", on: terminal)
          show("ready to end", on: terminal)
        }
        if input == .key(.character("q")) { return }
      }
    }
  }

  private func show(_ text: String, on terminal: Terminal) {
    var canvas = Canvas(terminal.size)
    canvas.write(text, 2, 1)
    terminal.present(canvas, theme: .plain)
  }

  private func trap(at list: [Int], _ index: Int) { print(list[index]) }

  @inline(never)
  private func descend(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { bytes in
      bytes[0] = UInt8(truncatingIfNeeded: depth)
      return descend(depth + 1) + Int(bytes[0])
    }
  }
}
