import FoundationEssentials
import GRDB
import Journal
import Testing

@testable import JournalWriter

@Suite("A journal on a bad disk")
struct DiskTests {
  @Test("a full disk is said, loses nothing, and is gone on with once there is room")
  func full() throws {
    for seed in 0..<12 {
      let disk = try FaultyDisk(seed: seed)
      let file = ChronicleFile(path: disk.path("f.waggle"))
      var draws = Draws(seed: seed)
      let journal = try Journal.create(path: file.path, about: Chronicle.about)
      var acknowledged = try file.append(3, to: journal)
      disk.setRoom(.random(in: 0...2_000_000, using: &draws))
      var words = ""
      while words.isEmpty {
        do {
          acknowledged = try file.append(1, to: journal)
        } catch let error as JournalError {
          words = error.description
          #expect(error.exitCode == 74)
        }
      }
      #expect(words.contains("the disk is full"))
      #expect(try journal.totals().lastSequence == acknowledged)
      if seed % 2 == 0 {
        disk.setRoom(nil)
        acknowledged = try file.append(2, to: journal)
      }
      journal.close()
      disk.setRoom(nil)
      try file.expectWhole(acknowledged: acknowledged)
    }
  }

  @Test("a new journal that finds no room leaves nothing behind")
  func fullFromTheStart() throws {
    for room in stride(from: 0, to: 60_000, by: 4_000) {
      let disk = try FaultyDisk(seed: room)
      let path = disk.path("n.waggle")
      disk.setRoom(room)
      do {
        try Journal.create(path: path, about: Chronicle.about).close()
      } catch {
        #expect(error.exitCode == 73 || error.exitCode == 74, "\(error)")
        let left = try FileManager.default.contentsOfDirectory(atPath: disk.folder.url.path)
        #expect(left.allSatisfy { $0.hasPrefix("n.waggle") && $0 != "n.waggle.new" })
      }
      disk.setRoom(nil)
      guard !FileManager.default.fileExists(atPath: path) else { continue }
      try ChronicleFile(path: path).fill(1)
    }
  }

  @Test("errors of reading, writing and syncing are said and lose nothing", arguments: 0..<50)
  func fails(seed: Int) throws {
    let disk = try FaultyDisk(seed: seed)
    let file = ChronicleFile(path: disk.path("e.waggle"))
    var draws = Draws(seed: seed)
    try file.fill(4)
    var acknowledged = try Journal.open(path: file.path).totals().lastSequence
    let kinds: [FaultyDisk.Kinds] = [.read, .write, .sync, .truncate, .open, .delete]
    disk.fail(
      kinds.randomElement(using: &draws) ?? .write, after: .random(in: 0...30, using: &draws),
      code: [10, 10 | 1 << 8, 10 | 3 << 8, 10 | 4 << 8].randomElement(using: &draws) ?? 10,
      times: seed % 3 == 0 ? .max : 1)
    // Each of these may fail, with a word of why.
    for _ in 0..<2 {
      do throws(JournalError) {
        let journal = try Journal.open(path: file.path, for: .writing)
        defer { journal.close() }
        for _ in 0..<4 {
          let last = try journal.totals().lastSequence
          #expect(last >= acknowledged)
          acknowledged =
            try journal.append(Chronicle.batch(after: last))?.upperBound ?? acknowledged
        }
      } catch {
        #expect(!error.description.contains("\n"))
      }
    }
    disk.mend()
    try file.expectWhole(acknowledged: acknowledged)
  }

  @Test("in a folder that is read-only a closed journal is read, and no other is taken for whole")
  func readOnly() throws {
    let disk = try FaultyDisk(seed: 1)
    let closed = ChronicleFile(path: disk.path("closed ü?.waggle"))
    try closed.fill(3)
    let open = ChronicleFile(path: disk.path("open.waggle"))
    let child = try Child([open.path, "1000000"])
    child.wait(forLines: 6)
    child.kill()

    disk.freeze()
    #expect(ChronicleFile.isEnd(try ChronicleFile.read(Journal.open(path: closed.path))))
    for file in [closed, open] {
      #expect(throws: JournalError.self) { try Journal.open(path: file.path, for: .writing) }
    }
    #expect {
      try Journal.open(path: open.path)
    } throws: { error in
      (error as? JournalError)?.description.contains("copy both files") ?? false
    }
    #expect(throws: JournalError.self) {
      try Journal.create(path: disk.path("none.waggle"), about: Chronicle.about)
    }
    disk.freeze(false)
    try closed.expectWhole(acknowledged: 0)
    try open.expectWhole(acknowledged: child.acknowledged)
  }

  @Test("a file that may not grow ends its writer with a word, and loses nothing")
  func limited() throws {
    let folder = try Folder()
    let file = ChronicleFile(path: folder.path("l.waggle"))
    let child = try Child([file.path, "1000"], blocks: 700)
    #expect([73, 74].contains(child.end()))
    #expect(child.lines.last?.hasPrefix("error") ?? false)
    #expect(child.acknowledged > 0)
    try file.expectWhole(acknowledged: child.lines.compactMap { Int($0) }.last ?? 0)
  }
}
