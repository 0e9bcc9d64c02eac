import FoundationEssentials
import Journal
import Testing

@testable import JournalWriter

@Suite("A journal when the power fails")
struct PowerLossTests {
  /// How many disks lose their power, each of them four times.
  static let disks = KillTests.kills / 2

  @Test("holds all that was acknowledged, and nothing by halves", arguments: 0..<disks)
  func losesNothing(seed: Int) throws {
    let disk = try FaultyDisk(seed: seed)
    let file = ChronicleFile(path: disk.path("p.waggle"))
    var draws = Draws(seed: seed)
    var acknowledged = 0
    for life in 0..<4 {
      disk.cutPower(after: .random(in: 0...(life % 2 == 0 ? 400 : 60), using: &draws))
      let batches = Int.random(in: 1...12, using: &draws)
      while !disk.isDark {
        do {
          try write(batches, to: file, &acknowledged)
        } catch {
          // Only the dark may end it.
          #expect(disk.isDark, "\(error)")
        }
      }
      disk.restorePower()
      guard FileManager.default.fileExists(atPath: file.path) else {
        #expect(acknowledged == 0)
        continue
      }
      acknowledged = try file.expectWhole(acknowledged: acknowledged, "life \(life)")
    }
  }

  /// Opens the file, writes and closes it.
  private func write(
    _ batches: Int, to file: ChronicleFile, _ acknowledged: inout Int
  ) throws(JournalError) {
    let isThere = FileManager.default.fileExists(atPath: file.path)
    let journal =
      isThere
      ? try Journal.open(path: file.path, for: .writing)
      : try Journal.create(path: file.path, about: Chronicle.about)
    var sequence = try journal.totals().lastSequence
    for _ in 0..<batches {
      sequence = try journal.append(Chronicle.batch(after: sequence))?.upperBound ?? sequence
      acknowledged = sequence
    }
    journal.close()
  }
}
