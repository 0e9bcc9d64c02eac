import FoundationEssentials
import Glibc
import Synchronization

/// The built program, run as a process of its own.
enum Program {
  /// What a finished process left behind.
  struct Result {
    var status: Int32
    var output: [UInt8]
    var errors: [UInt8]

    var text: String { String(decoding: output, as: UTF8.self) }
    var complaint: String { String(decoding: errors, as: UTF8.self) }
    var lines: [Substring] { text.split(separator: "\n") }
  }

  /// Where the program lies: beside the tests.
  static let path: String = {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    let folder = own.split(separator: "/").dropLast().joined(separator: "/")
    return "/\(folder)/waggle"
  }()

  /// The folder that stands for a person's: what processes keep of their own goes below it, and it
  /// goes with the tests.
  static let person: String = {
    var name = Array("/tmp/waggle-person-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { return "/nonexistent" }
    atexit { try? FileManager.default.removeItem(atPath: Program.person) }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()

  /// The variables that a process sees.
  ///
  /// There is no home folder, and nothing may make one.
  static let environment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": person + "/home",
    "XDG_STATE_HOME": person + "/state", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
    "SWIFT_BACKTRACE": "interactive=no",
  ]

  /// Runs it to its end, with pipes for output and errors and a file to read from, else nothing.
  ///
  /// - Parameter variables: Those that differ from `environment`.
  static func run(
    _ arguments: String..., input: String = "/dev/null", output: Int32? = nil,
    variables: [String: String] = [:]
  ) throws -> Result {
    try run(arguments, input: input, output: output, variables: variables)
  }

  static func run(
    _ arguments: [String], program: String = path, input: String = "/dev/null",
    output: Int32? = nil, variables: [String: String] = [:]
  ) throws -> Result {
    let outputs = try Pipe()
    let errors = try Pipe()
    let process = try spawn(arguments, program: program, variables: variables) { actions in
      posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
      posix_spawn_file_actions_adddup2(&actions, output ?? outputs.write, 1)
      posix_spawn_file_actions_adddup2(&actions, errors.write, 2)
    }
    close(outputs.write)
    close(errors.write)
    var result = Result(status: -1, output: [], errors: [])
    (result.output, result.errors) = drain(outputs.read, errors.read)
    close(outputs.read)
    close(errors.read)
    result.status = wait(for: process)
    return result
  }

  /// Starts a process; whoever does must wait for it.
  static func spawn(
    _ arguments: [String], program: String = path, newSession: Bool = false,
    variables: [String: String] = [:], _ prepare: (inout posix_spawn_file_actions_t) -> Void
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    prepare(&actions)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Threads that run tests may block signals, and a child would inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID, which Swift's Glibc does not show, is 0x80.
    let flags = POSIX_SPAWN_SETSIGMASK | (newSession ? 0x80 : 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let seen = environment.merging(variables) { $1 }.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + seen { free(word) } }
    var process: pid_t = 0
    let code = gate.withLock { _ in
      posix_spawn(&process, program, &actions, &attributes, words, seen)
    }
    guard code == 0 else { throw SpawnFailure(path: program, code: code) }
    return process
  }

  /// The exit status as a shell gives it: 128 and the signal's number where one ended it.
  static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Reads two pipes to their ends at the same time, so that neither fills up.
  private static func drain(_ first: Int32, _ second: Int32) -> ([UInt8], [UInt8]) {
    var texts: [[UInt8]] = [[], []]
    var entries = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while entries.contains(where: { $0.fd >= 0 }) {
      guard poll(&entries, 2, -1) > 0 else { continue }
      for index in entries.indices where entries[index].revents != 0 {
        let count = read(entries[index].fd, &buffer, buffer.count)
        if count > 0 { texts[index] += buffer.prefix(count) } else { entries[index].fd = -1 }
      }
    }
    return (texts[0], texts[1])
  }

  struct SpawnFailure: Error {
    var path: String
    var code: Int32
  }

  /// Held while a pipe is opened or a process started, so that no child inherits another's pipe.
  private static let gate = Mutex(())

  /// A pipe that children do not inherit unless told to.
  struct Pipe {
    var read: Int32
    var write: Int32

    init() throws {
      var ends: [Int32] = [0, 0]
      let code = Program.gate.withLock { _ in
        let code = pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return code
      }
      guard code == 0 else { throw SpawnFailure(path: "pipe", code: errno) }
      (read, write) = (ends[0], ends[1])
    }
  }
}
