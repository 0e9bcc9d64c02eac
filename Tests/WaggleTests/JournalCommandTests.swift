import Glibc
import Testing

@Suite("Commands that look into journals")
struct JournalCommandTests {
  @Test("Deleting a fork says what is gone, and leaves the run where it was")
  func deletes() async throws {
    let folder = try Folder()
    let path = folder.path + "/s.waggle"
    defer { for ending in ["", "-wal", "-shm"] { unlink(path + ending) } }
    try await RecordedSession.record(in: path)
    let before = try Program.run("journal", "info", path).lines.last { $0.contains("up to") }
    let upTo = before?.split(separator: "up to").last
    let result = try Program.run("journal", "delete", path, "the same settings")
    #expect(result.status == 0)
    #expect(result.text.contains("deleted fork “the same settings”"), "\(result.text)")
    #expect(result.text.contains("entries"))
    let after = try Program.run("journal", "info", path).lines.last { $0.contains("up to") }
    #expect(after?.split(separator: "up to").last == upTo)
    let again = try Program.run("journal", "delete", path, "the same settings", "--yes")
    #expect(again.status == 64 && again.output.isEmpty)
    #expect(try Program.run("journal", "delete", path, "run from 5h18m5s").status == 64)
  }

  @Test("A copy that was cut short is said to be, with what of it is whole")
  func cutShort() throws {
    let folder = try Folder()
    let path = folder.path + "/j.waggle"
    defer { unlink(path) }
    try #require(try Program.run("run", "newcomer", "--journal", path).status == 0)
    var facts = stat()
    try #require(stat(path, &facts) == 0)
    truncate(path, facts.st_size / 2)
    let result = try Program.run("journal", "verify", path)
    #expect(result.status == 65)
    #expect(result.complaint.contains("damaged") && result.complaint.contains("copy"))
    #expect(!result.complaint.contains("journal verify"), "\(result.complaint)")
  }

  @Test(
    "Files that are no journals are refused in words that fit",
    arguments: [
      ("gone.waggle", "No such file"), ("text.waggle", "neither a journal nor a scenario"),
    ])
  func others(name: String, words: String) throws {
    let folder = try Folder()
    _ = try folder.file("text.waggle", "hello\n")
    let result = try Program.run("frame", folder.path + "/" + name)
    #expect(result.status == (name == "gone.waggle" ? 66 : 65))
    #expect(result.complaint.contains(words), "\(result.complaint)")
    #expect(!result.complaint.contains("expected"))
    #expect(try Program.run("journal", "verify", folder.path).complaint.contains("is a folder"))
  }
}
