import Catalogue
import Testing

@testable import Audience

@Suite("Where a walk has come to") struct PositionTests {
  private func goes(
    _ walk: inout Walk, to position: Walk.Position, with more: [UInt32] = []
  ) -> Bool { walk.go(to: position, with: more) }

  private func next(_ count: Int, _ walk: inout Walk) -> [UInt32] { walk.next(count) }

  private func admit(_ viewers: Range<UInt32>, to walk: inout Walk) -> [UInt64?] {
    viewers.map { walk.admit($0) }
  }

  @Test("a walk that goes on from a position reaches whom the first one reaches", arguments: 1...4)
  func goingOn(topics: Int) {
    let scores = (0..<topics).map { topic($0 * 11, 1 / Double($0 + 1)) }
    for population in [4_096, 12_000] {
      for depth in [0, 799, 4_096, 40_000] {
        let world = World(population: population, topics: scores)
        var walk = world.walk
        for viewer in 0..<UInt32(200) { _ = walk.admit(viewer * 9) }
        _ = walk.next(depth)
        for viewer in 0..<UInt32(200) { _ = walk.admit(viewer * 13) }
        var other = world.walk
        #expect(goes(&other, to: walk.position))
        #expect(other.isExhausted == walk.isExhausted)
        #expect(next(1_000, &other) == next(1_000, &walk))
        #expect(admit(0..<500, to: &other) == admit(0..<500, to: &walk))
        #expect(next(20_000, &other) == next(20_000, &walk))
      }
    }
  }

  @Test("a closed walk stays closed, and still knows who came")
  func closed() {
    let world = World(population: 9_000, topics: threeTopics)
    var walk = world.walk
    _ = walk.next(900)
    for viewer in 0..<UInt32(50) { _ = walk.admit(viewer * 31) }
    walk.close()
    var other = world.walk
    #expect(goes(&other, to: walk.position))
    #expect(other.position == walk.position)
    #expect(admit(0..<3_000, to: &other) == admit(0..<3_000, to: &walk))
  }

  @Test("those who are known anyway may be left out and given back")
  func leftOut() {
    let world = World(population: 9_000, topics: threeTopics)
    var walk = world.walk
    let feed = (0..<UInt32(300)).map { $0 * 17 }
    for viewer in feed.prefix(150) { _ = walk.admit(viewer) }
    _ = walk.next(2_000)
    for viewer in feed.dropFirst(150) { _ = walk.admit(viewer) }
    var position = walk.position
    position.others.removeAll { feed.contains($0) }
    var other = world.walk
    #expect(goes(&other, to: position, with: feed))
    #expect(next(7_000, &other) == next(7_000, &walk))
  }

  @Test("a position of another walk is refused and changes nothing")
  func refused() {
    var world = World(population: 9_000, topics: threeTopics)
    let before = world.walk.position
    for cursors in [[], [1], [1, 2], [1, 2, 9_001], [-1, 0, 0], [1, 1, 1, 1]] {
      let position = Walk.Position(cursors: cursors, others: [1, 2], isClosed: true)
      #expect(!goes(&world.walk, to: position))
      #expect(world.walk.position == before)
    }
  }
}
