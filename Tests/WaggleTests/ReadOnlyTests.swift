import Glibc
import Testing

/// Somebody who may read a journal and not write to it, nor to its folder.
private enum Guest {
  private static let program = "/usr/bin/setpriv"
  private static let words = ["--reuid=65534", "--regid=65534", "--clear-groups", Program.path]

  /// Whether there is one: root may write everywhere, so somebody else must be at hand then.
  static var isHere: Bool { geteuid() != 0 || (try? run("--version"))?.status == 0 }

  static func run(_ arguments: String...) throws -> Program.Result {
    geteuid() == 0
      ? try Program.run(words + arguments, program: program) : try Program.run(arguments)
  }
}

@Suite("A journal in a folder that is read-only", .enabled(if: Guest.isHere))
struct ReadOnlyTests {
  let folder: Folder
  let journal: String

  init() throws {
    folder = try Folder()
    journal = folder.path + "/j.waggle"
    let run = try Program.run("run", "bee-bike", "--journal", journal, "--until", "20h")
    try #require(run.status == 0)
  }

  private func leave() {
    chmod(folder.path, 0o755)
    for ending in ["", "-wal", "-shm"] { unlink(journal + ending) }
  }

  @Test("It is read, whichever mode it was closed in", arguments: [false, true])
  func reads(isWriteAhead: Bool) throws {
    defer { leave() }
    // Bytes 18 and 19 of a database's head say how it is written: 2 is write-ahead mode.
    let file = try #require(fopen(journal, "r+"))
    fseek(file, 18, SEEK_SET)
    let mode: UInt8 = isWriteAhead ? 2 : 1
    fwrite([mode, mode], 1, 2, file)
    fclose(file)
    chmod(journal, 0o444)
    chmod(folder.path, 0o555)
    let own = try Program.run("journal", "export", journal, "--format", "jsonl")
    for arguments in [["verify"], ["info"], ["branches"]] {
      let result = try Guest.run("journal", arguments[0], journal)
      #expect(result.status == 0, "\(result.complaint)")
    }
    let export = try Guest.run("journal", "export", journal, "--format", "jsonl")
    #expect(export.status == 0 && export.output == own.output)
    #expect(try Guest.run("frame", journal, "--at", "19h").status == 0)
  }

  @Test("One whose last entries lie beside it is refused, in words that say what to do")
  func unclosed() throws {
    defer { leave() }
    let file = try #require(fopen(journal, "r+"))
    fseek(file, 18, SEEK_SET)
    fwrite([UInt8(2), 2], 1, 2, file)
    fclose(file)
    let rest = try #require(fopen(journal + "-wal", "w"))
    fputs("entries", rest)
    fclose(rest)
    chmod(folder.path, 0o555)
    let result = try Guest.run("journal", "verify", journal)
    #expect(result.status == 66)
    #expect(result.complaint.contains("copy both files"), "\(result.complaint)")
  }

  @Test("A new journal is not made there, and the reason is the right one")
  func creates() throws {
    defer { leave() }
    chmod(folder.path, 0o555)
    let result = try Guest.run("run", "bee-bike", "--until", "1h", "--journal", journal + "x")
    #expect(result.status == 73)
    #expect(result.complaint.contains("Permission denied"), "\(result.complaint)")
  }
}
