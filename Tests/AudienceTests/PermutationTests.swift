import Catalogue
import Testing

@testable import Audience

@Suite struct PermutationTests {
  static let counts = [
    1, 2, 3, 4, 5, 7, 8, 9, 200, 1_023, 1_024, 1_025, 4_095, 4_096, 4_097, 65_535, 65_537, 100_000,
  ]

  @Test("every number has one place and every place one number", arguments: counts)
  func bijection(count: Int) {
    for seed: UInt64 in 0..<5 {
      let order = Permutation(count: count, key: DrawKey(seed: seed))
      let members = (0..<UInt32(count)).map { order.member(at: $0) }
      #expect(members.sorted().elementsEqual(0..<UInt32(count)))
      #expect(members.map { order.place(of: $0) }.elementsEqual(0..<UInt32(count)))
    }
  }

  @Test(
    "the way back leads to where one came from, in great orders too",
    arguments: [10_000_000, 1 << 31 - 1, 1 << 31, 1 << 31 + 1, 1 << 32 - 1, 1 << 32])
  func bothWays(count: Int) {
    for seed: UInt64 in 0..<8 {
      let order = Permutation(count: count, key: DrawKey(seed: seed))
      let random = DrawKey(seed: seed ^ 99)
      let ends = [0, 1, count / 2, count - 2, count - 1].map(UInt32.init(clamping:))
      for place in ends + (0..<2_000).map({ UInt32(random.draw($0) % UInt64(count)) }) {
        let member = order.member(at: place)
        #expect(Int(member) < count)
        #expect(order.place(of: member) == place)
        #expect(order.member(at: order.place(of: place)) == place)
      }
    }
  }

  @Test("whole columns come out as one by one", arguments: [5, 4_097, 10_000_000, 1 << 32])
  func columns(count: Int) {
    let order = Permutation(count: count, key: DrawKey(seed: 3))
    let size = min(count, 1_003)
    let expected = (0..<UInt32(size)).map { order.member(at: $0) }
    #expect(order.members(at: 0..<size) == expected)
    #expect(order.members(at: 2..<size) == Array(expected.dropFirst(2)))
    var numbers = expected + [0, 0, 0]  // room for a whole group
    var places = numbers
    places.withUnsafeMutableBufferPointer {
      guard let first = $0.baseAddress else { return }
      order.writeNearlyPlaces(of: numbers, count: size, into: first)
    }
    for (index, place) in places.prefix(size).enumerated() {
      #expect((place < count ? place : order.place(of: place)) == index)
    }
    numbers = Array(0..<UInt32(size + 3))
    numbers.withUnsafeMutableBufferPointer {
      guard let first = $0.baseAddress else { return }
      order.replaceByMembers(first, count: size)
    }
    #expect(numbers.prefix(size).elementsEqual(expected))
  }

  @Test("no part of an order leans to one end of the numbers", arguments: [1_000_000, 10_000_000])
  func spread(count: Int) {
    for seed: UInt64 in 0..<10 {
      let order = Permutation(count: count, key: DrawKey(seed: seed))
      var tenths = [Int](repeating: 0, count: 10)
      for place in 0..<UInt32(20_000) { tenths[Int(order.member(at: place)) * 10 / count] += 1 }
      for tenth in tenths { #expect(fits(tenth, of: 20_000, chance: 0.1)) }
    }
  }

  @Test("the keenest of two topics overlap as if drawn by lot")
  func independence() {
    let interest = World(population: 1_000_000).interest
    let keenest = (0..<24).map { index in
      let order = interest.order(of: topic(index, 1).topic)
      return Set((0..<UInt32(4_096)).map { order.member(at: $0) })
    }
    var overlap = 0
    var pairs = 0
    for a in keenest.indices {
      for b in keenest.indices where b > a {
        let common = keenest[a].intersection(keenest[b]).count
        #expect(fits(common, of: 4_096, chance: 0.004096))
        overlap += common
        pairs += 1
      }
    }
    #expect(fits(overlap, of: 4_096 * pairs, chance: 0.004096))
  }

  @Test("one topic has the same order for every video, and another one on another seed")
  func lasting() {
    let cats = World(content: "a").interest.order(of: topic(5, 1).topic)
    #expect(cats == World(content: "b").interest.order(of: topic(5, 1).topic))
    #expect(cats != World(seed: 8).interest.order(of: topic(5, 1).topic))
  }
}
