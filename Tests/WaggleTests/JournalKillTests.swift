import FoundationEssentials
import Glibc
import Testing

@Suite("A run that is killed while it records")
struct JournalKillTests {
  /// How many kills: an eighth of `WAGGLE_KILLS`, else a few.
  static let kills =
    (ProcessInfo.processInfo.environment["WAGGLE_KILLS"].flatMap(Int.init) ?? 48) / 8

  @Test("Every line that it printed is in its journal, under the same number")
  func losesNothing() throws {
    let folder = try Folder()
    for kill in 0..<Self.kills {
      let journal = folder.path + "/\(kill).waggle"
      defer {
        for ending in ["", "-wal", "-shm", "-journal", ".new"] { unlink(journal + ending) }
      }
      // Anywhere from before the file is there to near the run's end.
      let printed = try Self.linesUntilKilled(
        after: kill * 260_000 / max(1, Self.kills),
        ["run", "newcomer", "--json", "--journal", journal, "--moderator", "approve"])
      guard FileManager.default.fileExists(atPath: journal) else {
        #expect(printed.isEmpty)
        continue
      }
      let export = try Program.run("journal", "export", journal, "--format", "jsonl")
      #expect(export.status == 0, "\(export.complaint)")
      let events = printed.filter { !$0.contains(#""event":"summary""#) }
      #expect(export.lines.count >= events.count)
      #expect(zip(export.lines, events).allSatisfy { $0 == $1 })
    }
  }

  /// Starts the program and kills it when it has written so many bytes; its whole lines.
  private static func linesUntilKilled(after bytes: Int, _ arguments: [String]) throws -> [String] {
    let pipe = try Program.Pipe()
    let process = try Program.spawn(arguments) { actions in
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_adddup2(&actions, pipe.write, 1)
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    close(pipe.write)
    defer { close(pipe.read) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while text.count < bytes {
      let count = read(pipe.read, &buffer, buffer.count)
      guard count > 0 else { break }
      text += buffer.prefix(count)
    }
    kill(process, SIGKILL)
    while true {
      let count = read(pipe.read, &buffer, buffer.count)
      guard count > 0 else { break }
      text += buffer.prefix(count)
    }
    _ = Program.wait(for: process)
    let whole = text.lastIndex(of: 0x0A).map { text[..<$0] } ?? []
    return String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
