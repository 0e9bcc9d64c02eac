import FoundationEssentials
import Testing

@Suite("A journal whose writer is killed")
struct KillTests {
  /// How many kills, and how many disks without power: `WAGGLE_KILLS`, else enough to notice.
  static let kills = ProcessInfo.processInfo.environment["WAGGLE_KILLS"].flatMap(Int.init) ?? 40

  @Test("holds all that was acknowledged, nothing by halves, and can be gone on with")
  func losesNothing() throws {
    let folder = try Folder()
    var acknowledged = 0
    for kill in 0..<Self.kills {
      // A few kills a file, so that a killed one is killed again, and files stay short.
      if kill % 6 == 0 { acknowledged = 0 }
      let file = ChronicleFile(path: folder.path("\(kill / 6).waggle"))
      var draws = Draws(seed: kill)
      let batches = [1, 3, 20][Int.random(in: 0..<3, using: &draws)]
      let child = try Child([file.path, String(batches)])
      child.wait(forLines: Int.random(in: 0...16, using: &draws))
      child.goOn(milliseconds: .random(in: 0...9, using: &draws))
      child.kill()
      #expect(!child.lines.contains { $0.hasPrefix("error") }, "\(child.lines)")
      acknowledged = max(acknowledged, child.acknowledged)
      guard FileManager.default.fileExists(atPath: file.path) else {
        #expect(acknowledged == 0)
        continue
      }
      acknowledged = try file.expectWhole(acknowledged: acknowledged, "kill \(kill)")
    }
  }
}
