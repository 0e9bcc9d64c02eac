import FoundationEssentials
import Glibc
import Testing

@Suite("Events of a journal as lines of JSON")
struct EventExportTests {
  @Test("Lines are whole and in order of time on every branch, whatever was changed on the way")
  func lines() async throws {
    struct Row: Decodable {
      var at: Int
      var seq: Int
      var event: String
      var key: String?
      var to: Double?
    }
    let folder = try Folder()
    let path = folder.path + "/j.waggle"
    defer { unlink(path) }
    try await RecordedSession.record(in: path)
    for branch in RecordedSession.branches {
      let export = try Program.run(
        "journal", "export", path, "--format", "jsonl", "--branch", branch)
      #expect(export.status == 0, "\(export.complaint)")
      let rows = try export.lines.map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
      #expect(rows.count > 200)
      for (row, next) in zip(rows, rows.dropFirst()) {
        #expect(row.at <= next.at)
        #expect(row.seq < next.seq)
      }
      let settings = rows.filter { $0.event == "settingChanged" }
      #expect(settings.map(\.to) == [1.06, 1.07])
      #expect(settings.allSatisfy { $0.key == "platform.for-you.bar" })
    }
  }
}
