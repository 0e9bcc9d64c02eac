import Testing

@testable import Audience

@Suite struct DrawKeyTests {
  @Test("a draw depends on its key and its number alone, and on every part of them")
  func purity() {
    let key = DrawKey(seed: 1).sub("content").sub("video")
    #expect(key == DrawKey(seed: 1).sub("content").sub("video"))
    let others = [
      DrawKey(seed: 2).sub("content").sub("video"), DrawKey(seed: 1).sub("contents").sub("video"),
      DrawKey(seed: 1).sub("content").sub("video2"), DrawKey(seed: 1).sub("video").sub("content"),
      key.sub(0), key.sub(1),
    ]
    #expect(Set(others + [key]).count == 7)
    #expect(Set((0..<10_000 as Range<UInt64>).map { key.draw($0) }).count == 10_000)
  }

  @Test("uniform numbers fill the unit evenly")
  func uniform() {
    for seed: UInt64 in 0..<5 {
      let key = DrawKey(seed: seed)
      var tenths = [Int](repeating: 0, count: 10)
      for number in 0..<20_000 as Range<UInt64> {
        let u = key.uniform(number)
        #expect(u >= 0 && u < 1)
        tenths[Int(u * 10)] += 1
      }
      for tenth in tenths { #expect(fits(tenth, of: 20_000, chance: 0.1)) }
    }
  }

  @Test("normal numbers have mean 0 and spread 1")
  func normal() {
    let key = DrawKey(seed: 11)
    let values = (0..<20_000 as Range<UInt64>).map { key.normal($0) }
    let mean = values.reduce(0, +) / 20_000
    let square = values.reduce(0) { $0 + $1 * $1 } / 20_000
    #expect(abs(mean) < 5 / 20_000.0.squareRoot())
    #expect(abs(square - 1) < 0.05)
  }

  @Test("one is less than another by arithmetic as by comparison")
  func less() {
    let numbers: [UInt64] = [0, 1, 2, 255, 1 << 31, 1 << 32, 1 << 62, 1 << 63 - 1]
    for a in numbers {
      for b in numbers { #expect(isLess(a, b) == (a < b ? 1 : 0)) }
    }
  }
}
