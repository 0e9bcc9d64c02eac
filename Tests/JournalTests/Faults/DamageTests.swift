import FoundationEssentials
import Journal
import Testing

@testable import JournalWriter

@Suite("A journal whose bytes were changed")
struct DamageTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// A closed journal with a fork, of some pages.
  private func whole() throws -> (bytes: [UInt8], last: Int) {
    let file = ChronicleFile(path: folder.path("whole.waggle"))
    let journal = try Journal.create(path: file.path, about: Chronicle.about)
    let last = try file.append(9, to: journal)
    _ = try journal.fork(from: 1, after: 20, at: 20, name: "fork", kind: .fork)
    journal.close()
    return ([UInt8](try Data(contentsOf: URL(filePath: file.path))), last)
  }

  /// What became of a file: refused, found by `verify`, or whole.
  private enum Outcome: Hashable {
    case refused, found, whole
  }

  private func outcome(of bytes: [UInt8], _ last: Int) throws -> Outcome {
    let path = folder.path("changed.waggle")
    for ending in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
    try Data(bytes).write(to: URL(filePath: path))
    var isWhole = false
    do {
      let journal = try Journal.open(path: path)
      isWhole = try ChronicleFile.read(journal) == last
      isWhole =
        try isWhole && journal.about == Chronicle.about && journal.plan().isEmpty
        && journal.branches().map(\.name) == ["run", "fork"]
        && journal.line(of: journal.branch(named: "fork")).stretches.count > 1
    } catch let error as JournalError {
      #expect(!error.description.contains("\n"))
      return .refused
    } catch is ChronicleFile.Wrong {}
    do {
      if try Journal.open(path: path).verify().alteration != nil { return .found }
    } catch {
      return .found
    }
    #expect(isWhole, "it was given as right and was not")
    return .whole
  }

  @Test("one cut short anywhere is refused, or verify finds it")
  func truncated() throws {
    let (bytes, last) = try whole()
    for length in stride(from: 0, to: bytes.count, by: 512) {
      for cut in [length, length + 1] {
        #expect(try outcome(of: Array(bytes.prefix(cut)), last) != .whole, "\(cut) bytes")
      }
    }
    #expect(try outcome(of: bytes, last) == .whole)
  }

  @Test("flipped bits never crash it, and never pass for what was written")
  func flipped() throws {
    let (bytes, last) = try whole()
    var outcomes: [Outcome: Int] = [:]
    for seed in 0..<240 {
      var draws = Draws(seed: seed)
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &draws) {
        // Half of them where the tables' own words and numbers lie thick.
        let page = Int.random(in: 0..<(bytes.count / 4_096), using: &draws) * 4_096
        let place =
          Bool.random(using: &draws)
          ? Int.random(in: 0..<bytes.count, using: &draws)
          : page + Int.random(in: 0..<128, using: &draws)
        changed[place] ^= 1 << Int.random(in: 0..<8, using: &draws)
      }
      outcomes[try outcome(of: changed, last), default: 0] += 1
    }
    #expect(outcomes.count == 3, "\(outcomes)")
  }

  @Test("any byte of the header may be something else")
  func everyByte() throws {
    let (bytes, last) = try whole()
    for place in 0..<100 {
      var changed = bytes
      changed[place] = ~changed[place]
      _ = try outcome(of: changed, last)
    }
  }

  @Test("an unclosed one with changed bytes beside it holds whole batches, or is refused")
  func flippedBeside() throws {
    let file = ChronicleFile(path: folder.path("open.waggle"))
    let child = try Child([file.path, "1000000"])
    child.wait(forLines: 8)
    child.kill()
    let beside = [UInt8](try Data(contentsOf: URL(filePath: file.path + "-wal")))
    let main = try Data(contentsOf: URL(filePath: file.path))
    for seed in 0..<30 {
      var draws = Draws(seed: seed)
      var changed = beside
      let place = Int.random(in: 0..<changed.count, using: &draws)
      changed[place] ^= 1 << Int.random(in: 0..<8, using: &draws)
      let copy = folder.path("copy-\(seed).waggle")
      try main.write(to: URL(filePath: copy))
      try Data(changed).write(to: URL(filePath: copy + "-wal"))
      do {
        let journal = try Journal.open(path: copy)
        #expect(ChronicleFile.isEnd(try ChronicleFile.read(journal)))
        #expect(try journal.verify().alteration == nil)
      } catch is JournalError {}
    }
  }
}
