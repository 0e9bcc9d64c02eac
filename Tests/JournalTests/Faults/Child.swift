import CFaults
import Glibc

/// The writer as a process of its own, to be killed.
final class Child {
  private let process: pid_t
  private let output: Int32
  private var text: [UInt8] = []
  private var hasEnded = false

  /// Starts the writer that lies beside the tests.
  ///
  /// - Parameter blocks: How long its files may become, in blocks of 512 bytes; nil for any length.
  init(_ arguments: [String], blocks: Int? = nil) throws {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    let folder = own.split(separator: "/").dropLast().joined(separator: "/")
    let limit = blocks.map { "trap '' XFSZ; ulimit -f \($0); " } ?? ""
    let words =
      ["/bin/sh", "-c", limit + "exec \"$0\" \"$@\"", "/\(folder)/JournalWriter"] + arguments

    var ends: [Int32] = [0, 0]
    guard faults_pipe(&ends) == 0 else { throw Failure() }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    let strings = words.map { strdup($0) } + [nil]
    let variables = [strdup("SWIFT_BACKTRACE=interactive=no,enable=no"), nil]
    defer { for string in strings + variables { free(string) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/bin/sh", &actions, nil, strings, variables)
    close(ends[1])
    self.process = process
    output = ends[0]
    guard code == 0 else { throw Failure() }
  }

  deinit {
    if !hasEnded { kill() }
    close(output)
  }

  struct Failure: Error {}

  /// Every whole line that it has said.
  var lines: [Substring] {
    let whole = text.lastIndex(of: 0x0A).map { text[..<$0] } ?? []
    return String(decoding: whole, as: UTF8.self).split(separator: "\n")
  }

  /// The last sequence number that it said to be on the disk; 0 where it said none.
  var acknowledged: Int {
    lines.compactMap { Int($0.split(separator: " ").last ?? "") }.last ?? 0
  }

  /// Waits until it has said so many lines, or ends.
  func wait(forLines count: Int) {
    while lines.count < count, read(for: -1) {}
  }

  /// Lets it go on for so many milliseconds at most.
  func goOn(milliseconds: Int32) { _ = read(for: milliseconds) }

  /// Kills it; what it has said until then can be read.
  func kill() {
    Glibc.kill(process, SIGKILL)
    _ = end()
  }

  /// Waits for its end and gives its exit code.
  func end() -> Int32 {
    while read(for: -1) {}
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    hasEnded = true
    return (status >> 8) & 0xFF
  }

  /// Reads what comes next within a time; false at the end.
  private func read(for milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 1 << 12)
    let count = Glibc.read(output, &buffer, buffer.count)
    if count > 0 { text += buffer.prefix(count) }
    return count > 0
  }
}
