import Testing

@testable import Audience

@Suite struct ViewerSetTests {
  @Test("it holds what was put in, once")
  func membership() {
    var set = ViewerSet()
    var plain = Set<UInt32>()
    let random = DrawKey(seed: 4)
    for number in 0..<5_000 as Range<UInt64> {
      let viewer = UInt32(random.draw(number) % 3_000)
      let isNew = set.insert(viewer)
      let isReallyNew = plain.insert(viewer).inserted
      #expect(isNew == isReallyNew)
      #expect(set.count == plain.count)
    }
    for viewer in 0..<4_000 as Range<UInt32> {
      #expect(set.contains(viewer) == plain.contains(viewer))
    }
  }

  @Test("the last viewer of the greatest population is a viewer like another")
  func last() {
    var set = ViewerSet()
    #expect(!set.contains(.max))
    set.insert(1)
    #expect(!set.contains(.max))
    let first = set.insert(.max)
    let second = set.insert(.max)
    #expect(first && !second)
    #expect(set.contains(.max))
    #expect(set.count == 2)
  }
}
