import Glibc

/// A terminal without a screen, with the program running in it.
final class PseudoTerminal {
  private let master: Int32
  private let slave: Int32
  private let process: pid_t
  private var hasEnded = false
  /// The terminal's settings before the program began.
  let settings: termios
  /// Everything that the program has written.
  private(set) var output: [UInt8] = []

  /// Starts the program in a new terminal.
  init(
    _ arguments: String..., columns: UInt16 = 120, rows: UInt16 = 40,
    variables: [String: String] = [:]
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var lock: Int32 = 0
    var number: UInt32 = 0
    // grantpt, unlockpt and ptsname, which Swift's Glibc does not show.
    guard master >= 0, ioctl(master, 0x4004_5431, &lock) == 0,
      ioctl(master, 0x8004_5430, &number) == 0
    else { throw Failure("no pseudo-terminal is to be had") }
    let path = "/dev/pts/\(number)"
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var settings = termios()
    guard slave >= 0, tcgetattr(slave, &settings) == 0 else { throw Failure("no settings") }
    self.settings = settings
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    process = try Program.spawn(arguments, newSession: true, variables: variables) { actions in
      // The first terminal that a session's leader opens is its own.
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
  }

  deinit {
    if !hasEnded {
      kill(process, SIGKILL)
      _ = Program.wait(for: process)
    }
    close(master)
    close(slave)
  }

  struct Failure: Error {
    let what: String
    init(_ what: String) { self.what = what }
  }

  /// What was written, as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// The terminal's settings now.
  var settingsNow: termios {
    var now = termios()
    tcgetattr(slave, &now)
    return now
  }

  /// Whether the settings are those from before the program.
  var isRestored: Bool {
    let now = settingsNow
    return now.c_lflag == settings.c_lflag && now.c_iflag == settings.c_iflag
      && now.c_oflag == settings.c_oflag && now.c_cflag == settings.c_cflag
  }

  /// Presses keys.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Gives the terminal another size.
  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal to the program.
  func send(_ signal: Int32) { kill(process, signal) }

  /// Waits until something is written after a place; gives the place behind all that was written.
  @discardableResult
  func wait(for words: String, from start: Int = 0) async throws -> Int {
    try await wait("“\(words)”") {
      String(decoding: self.output.dropFirst(start), as: UTF8.self).contains(words)
    }
    return output.count
  }

  /// Waits until a condition holds, for so many rounds that a busy machine has time enough.
  func wait(_ what: String, until holds: () -> Bool) async throws {
    for _ in 0..<12_000 {
      drain()
      if holds() { return }
      try await Task.sleep(for: .milliseconds(5))
    }
    throw Failure("waited in vain for \(what) in: \(text.suffix(2_000).debugDescription)")
  }

  /// Waits until the program has said nothing for some time; gives the place behind its words.
  @discardableResult
  func waitForSilence(_ time: Duration = .milliseconds(400)) async throws -> Int {
    var count = -1
    while count != output.count {
      count = output.count
      try await Task.sleep(for: time)
      drain()
    }
    return count
  }

  /// Waits for the program's end and gives its exit status, as a shell does.
  func end() async throws -> Int32 {
    var status: Int32 = 0
    try await wait("the end") { waitpid(self.process, &status, WNOHANG) == self.process }
    hasEnded = true
    drain()
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Processor time that the program has used, in clock ticks.
  var processorTicks: Int {
    guard let file = fopen("/proc/\(process)/stat", "r") else { return -1 }
    defer { fclose(file) }
    var line = [UInt8](repeating: 0, count: 4_096)
    let count = fread(&line, 1, line.count, file)
    let words =
      String(decoding: line.prefix(count), as: UTF8.self)
      .split(separator: ")").last?.split(separator: " ") ?? []
    guard words.count > 12, let user = Int(words[11]), let system = Int(words[12]) else {
      return -1
    }
    return user + system
  }

  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return }
      output += buffer.prefix(count)
    }
  }
}
