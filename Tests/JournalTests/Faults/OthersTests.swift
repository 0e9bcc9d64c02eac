import FoundationEssentials
import Glibc
import Journal
import Testing

@testable import JournalWriter

@Suite("A journal that others touch")
struct OthersTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test("a second program is refused while the first writes, and reads what is acknowledged")
  func twoWriters() throws {
    let file = ChronicleFile(path: folder.path("two.waggle"))
    let first = try Child([file.path, "1000000"])
    first.wait(forLines: 4)
    let second = try Child([file.path, "1"])
    #expect(second.end() == 75)
    #expect(second.lines.last?.contains("another program is writing") ?? false)
    for _ in 0..<3 {
      let acknowledged = first.acknowledged
      let read = try ChronicleFile.read(Journal.open(path: file.path))
      #expect(read >= acknowledged && ChronicleFile.isEnd(read))
      first.wait(forLines: first.lines.count + 2)
    }
    first.kill()
    try file.expectWhole(acknowledged: first.acknowledged)
  }

  @Test("programs that begin the same journal at once make one of it")
  func twoCreators() throws {
    for round in 0..<5 {
      let file = ChronicleFile(path: folder.path("\(round).waggle"))
      let children = try (0..<3).map { _ in try Child([file.path, "1000000"]) }
      for child in children { child.wait(forLines: 1) }
      let writers = children.filter { $0.lines.first?.hasPrefix("open") ?? false }
      #expect(writers.count == 1)
      writers.first?.wait(forLines: 4)
      for child in children { child.kill() }
      try file.expectWhole(acknowledged: writers.first?.acknowledged ?? 0)
    }
  }

  @Test("writing into a file that was removed, moved or replaced is refused, not lost in silence")
  func replaced() throws {
    let other = folder.path("other.waggle")
    try ChronicleFile(path: other).fill(2)
    let changes: [(String) -> Bool] = [
      { unlink($0) == 0 }, { rename($0, $0 + ".moved") == 0 }, { rename(other, $0) == 0 },
    ]
    for (number, change) in changes.enumerated() {
      let file = ChronicleFile(path: folder.path("\(number).waggle"))
      let journal = try Journal.create(path: file.path, about: Chronicle.about)
      try file.append(2, to: journal)
      #expect(change(file.path))
      #expect {
        try file.append(1, to: journal)
      } throws: { error in
        (error as? JournalError)?.description.contains("removed or replaced") ?? false
      }
      #expect(!FileManager.default.fileExists(atPath: file.path) || number == 2)
      journal.close()
    }
    // What took its place is as it was.
    try ChronicleFile(path: folder.path("2.waggle")).expectWhole(acknowledged: 1)
  }
}
