import Testing

@testable import Audience

@Suite struct ShellTests {
  @Test(
    "every rank has one place in the video's walk, within its own shell",
    arguments: [1, 2, 3, 5, 200, 4_095, 4_096, 4_097, 8_191, 8_192, 8_193, 65_537, 100_000])
  func bijection(population: Int) {
    for seed: UInt64 in 0..<3 {
      let key = DrawKey(seed: seed)
      var places: [UInt32] = []
      var ranks: [UInt32] = []
      var shell = Shell(around: 0, population: population, key: key)
      var walk = ShellWalk(shell)
      for rank in 0..<UInt32(population) {
        if !shell.contains(rank) {
          shell = Shell(around: rank, population: population, key: key)
          walk = ShellWalk(shell)
        }
        places.append(shell.place(of: rank))
        ranks.append(walk.rank(at: places[places.count - 1]))
      }
      #expect(places.sorted().elementsEqual(0..<UInt32(population)))
      #expect(ranks.elementsEqual(0..<UInt32(population)))
    }
  }

  @Test("the way back leads to where one came from, in great shells too")
  func greatShells() {
    for population in [10_000_000, 1_000_000_000, 1 << 32] {
      let random = DrawKey(seed: 5)
      for number in 0..<500 as Range<UInt64> {
        let rank = UInt32(random.draw(number) % UInt64(population))
        let shell = Shell(around: rank, population: population, key: DrawKey(seed: number))
        #expect(ShellWalk(shell).rank(at: shell.place(of: rank)) == rank)
      }
    }
  }

  @Test("a column of places comes out as one by one, in full and in broken shells")
  func columns() {
    for (population, start) in [(1_000_000, 5_000), (5_000, 4_096), (700, 0)] {
      let rank = UInt32(start)
      let walk = ShellWalk(Shell(around: rank, population: population, key: DrawKey(seed: 2)))
      let count = min(700, walk.end - start)
      var ranks = [UInt32](repeating: 0, count: count + 3)  // room for a whole group
      ranks.withUnsafeMutableBufferPointer {
        guard let first = $0.baseAddress else { return }
        walk.writeRanks(from: rank, count: count, into: first)
      }
      let expected = (0..<count).map { walk.rank(at: rank + UInt32($0)) }
      #expect(ranks.prefix(count).elementsEqual(expected))
    }
  }

  @Test("shells begin at 0, 4,096 and every further power of two")
  func bounds() {
    let first = [0, 1, 4_095].map { Shell.base(of: $0) }
    #expect(first == [0, 0, 0])
    #expect(Shell.last(of: 0) == 4_095)
    #expect(Shell.last(of: 4_095) == 4_095)
    for bits: UInt32 in 12..<32 {
      let base: UInt32 = 1 << bits
      #expect(Shell.base(of: base) == base)
      #expect(Shell.base(of: base + (base - 1)) == base)
      #expect(Shell.last(of: base) == base + (base - 1))
    }
  }

  @Test("two videos of one topic share their shells but not their first 200")
  func ownOrder() {
    func first(_ content: String) -> Set<UInt32> {
      let world = World(content: content)
      let walk = ShellWalk(
        Shell(around: 0, population: 10_000_000, key: world.walk.lanes[0].shellKey))
      return Set((0..<200).map { walk.rank(at: $0) })
    }
    let common = first("a").intersection(first("b")).count
    #expect(common < 30)  // 200 · 200 ÷ 4,096 = 10 by lot
    #expect(first("a").allSatisfy { $0 < 4_096 })
  }
}
