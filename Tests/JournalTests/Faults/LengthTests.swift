import Catalogue
import Distribution
import FoundationEssentials
import Glibc
import Journal
import Testing

@testable import JournalWriter

@Suite("A long journal")
struct LengthTests {
  /// Pages that are read until a journal is open.
  private func reads(
    opening file: ChronicleFile, on disk: FaultyDisk, for access: Journal.Access = .reading
  ) throws -> Int {
    let before = disk.count(.read)
    let journal = try Journal.open(path: file.path, for: access)
    _ = try journal.totals()
    defer { journal.close() }
    return disk.count(.read) - before
  }

  @Test("opening it reads no more pages than opening a short one, but for the tree's height")
  func opening() throws {
    let disk = try FaultyDisk(seed: 0)
    let file = ChronicleFile(path: disk.path("l.waggle"))
    try file.fill(5)
    let short = try reads(opening: file, on: disk)
    let journal = try Journal.open(path: file.path, for: .writing)
    var sequence = try journal.totals().lastSequence
    for _ in 0..<1_500 {
      sequence += 1
      var batch = Batch()
      batch.add(Chronicle.content(sequence), at: sequence)
      try journal.append(batch)
    }
    journal.close()
    #expect(try reads(opening: file, on: disk) <= short + 6)
    #expect(try reads(opening: file, on: disk, for: .writing) <= 2 * short + 20)
  }

  @Test("one of 10 GB is opened, read and gone on with like any other")
  func sparse() throws {
    let disk = try FaultyDisk(seed: 0)
    let file = ChronicleFile(path: disk.path("s.waggle"))
    try file.fill(5)
    let short = try reads(opening: file, on: disk)
    let descriptor = Glibc.open(file.path, O_RDWR)
    // Where the header says how long a page is.
    var size: [UInt8] = [0, 0]
    #expect(pread(descriptor, &size, 2, 16) == 2)
    let page = Int(size[0]) << 8 + Int(size[1])
    let pages = UInt32(10 * (1 << 30) / page)
    #expect(ftruncate(descriptor, Int(pages) * page) == 0)
    // Where the header says how many pages there are.
    #expect(withUnsafeBytes(of: pages.bigEndian) { pwrite(descriptor, $0.baseAddress, 4, 28) } == 4)
    close(descriptor)
    #expect(try reads(opening: file, on: disk) == short)
    let journal = try Journal.open(path: file.path, for: .writing)
    let last = try file.append(8, to: journal)
    journal.close()
    #expect(try reads(opening: file, on: disk) <= short + 2)
    #expect(try ChronicleFile.read(Journal.open(path: file.path)) == last)
  }

  @Test("checking one takes no more memory than checking a short one")
  func memory() throws {
    let folder = try Folder()
    var peaks: [Int] = []
    for rows in [1, 30] {
      let path = folder.path("\(rows).waggle")
      let journal = try Journal.create(path: path, about: Chronicle.about)
      for row in 0..<rows {
        var batch = Batch()
        let words = String(repeating: "\(row % 10)", count: 1 << 18)
        batch.add(
          .decide(
            VideoID(upload: 0, platform: 0), allowed: true, reason: words,
            moderator: "ann"), at: row)
        try journal.append(batch)
      }
      journal.close()
      let child = try Child(["verify", path])
      #expect(child.end() == 0)
      peaks.append(child.acknowledged)
    }
    #expect(peaks[1] < peaks[0] + 4_096, "kilobytes: \(peaks)")
  }
}
