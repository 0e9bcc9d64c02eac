import Catalogue
import Testing

@testable import Audience

@Suite struct WalkTests {
  /// The next so many viewers of the push.
  private func viewers(_ world: inout World, _ count: Int) -> [UInt32] { world.walk.next(count) }

  @Test("everybody sees it, once, and then there is nobody left", arguments: 1...4)
  func exhaustion(topics: Int) {
    for population in [10_000, 4_096, 20_011] {
      let scores = (0..<topics).map { topic($0 * 7, 1 / Double($0 + 1)) }
      var world = World(population: population, topics: scores)
      let viewers = viewers(&world, population + 10)
      #expect(viewers.count == population)
      #expect(Set(viewers).count == population)
      #expect(world.walk.isExhausted)
      #expect(world.deliver(10).tally.views == 0)
    }
  }

  @Test("a wrongly recognised video is pushed to everybody once too")
  func exhaustionOfTheWrong() {
    var world = World(population: 10_000, topics: [topic(9, 1)], recognised: threeTopics)
    let tally = world.deliver(20_000).tally
    #expect(tally.views == 10_000)
  }

  @Test("it knows whom it has reached, and nobody else")
  func reached() {
    for seed: UInt64 in 1...3 {
      var world = World(population: 30_000, topics: threeTopics, seed: seed)
      for part in [1, 199, 400, 1_300, 7_000] {
        let before = world.walk
        let new = viewers(&world, part)
        #expect(new.count == part)
        #expect(new.allSatisfy { !before.hasReached($0) && world.walk.hasReached($0) })
      }
      let reached = (0..<UInt32(30_000)).count { world.walk.hasReached($0) }
      #expect(reached == 8_900)
    }
  }

  @Test("a thousand at once are the same people as one a thousand times", arguments: 1...4)
  func divisibility(topics: Int) {
    let scores = (0..<topics).map { topic($0 * 11, 1 / Double($0 + 1)) }
    let truth = Truth(like: 0.3, forward: 0.08, clickThrough: 0.2)
    var fresh = World(population: 12_000, topics: scores, truth: truth)
    for viewer in 0..<UInt32(300) { _ = fresh.walk.admit(viewer * 7) }
    var atOnce = fresh
    let whole = atOnce.deliver(1_000)
    for size in [1, 7, 300] {
      var inParts = fresh
      var parts = Delivery()
      while parts.tally.views < 1_000 {
        let count = min(size, 1_000 - parts.tally.views)
        inParts.walk.deliver(count, taste: inParts.taste, into: &parts)
      }
      #expect(parts.tally == whole.tally)
      #expect(parts.forwarders.sorted() == whole.forwarders.sorted())
      #expect(parts.clickers.sorted() == whole.clickers.sorted())
      #expect(inParts.walk.lanes == atOnce.walk.lanes)
    }
  }

  @Test("whoever came by other ways is passed over", arguments: 1...4)
  func passing(topics: Int) {
    let scores = (0..<topics).map { topic($0 * 11, 1 / Double($0 + 1)) }
    for part in [1, 30, 4_000] {
      var world = World(population: 10_000, topics: scores)
      var admitted: Set<UInt32> = []
      var shown: [UInt32] = []
      for round in 0..<UInt32(40) {
        for viewer in 0..<UInt32(10) {
          let someone = (round * 10 + viewer) * 23
          let isNew = !admitted.contains(someone) && !shown.contains(someone)
          let place = world.walk.admit(someone)
          #expect((place != nil) == isNew)
          if isNew { admitted.insert(someone) }
        }
        shown += viewers(&world, part)
      }
      shown += viewers(&world, 10_000)
      #expect(shown.count == 10_000 - admitted.count)
      #expect(Set(shown).count == shown.count)
      #expect(admitted.isDisjoint(with: shown))
    }
  }

  @Test("whoever is let in stands where the walk would have found them")
  func admission() {
    var world = World(population: 50_000, topics: threeTopics)
    for viewer in stride(from: UInt32(0), to: 50_000, by: 97) {
      let place = world.walk.place(of: viewer)
      let admitted = world.walk.admit(viewer)
      let again = world.walk.admit(viewer)
      #expect(admitted == place)
      #expect(again == nil)
    }
  }

  @Test("after the push nobody is passed over any more, but nobody is let in twice either")
  func closing() {
    var world = World(population: 10_000)
    let shown = viewers(&world, 100)
    world.walk.close()
    let late = world.walk.admit(shown[50])
    #expect(late == nil)
    let other = (0..<UInt32(10_000)).first { !world.walk.hasReached($0) } ?? 0
    let first = world.walk.admit(other)
    let second = world.walk.admit(other)
    #expect(first != nil && second == nil)
  }

  @Test("depth is place where recognition was right, but for the few who are passed over")
  func depthIsPlace() {
    var single = World(topics: [topic(4, 1)])
    let alone = viewers(&single, 3_000)
    #expect(alone.map { single.walk.place(of: $0) } == Array(1...3_000))

    var triple = World(topics: threeTopics)
    let places = viewers(&triple, 5_000).map { triple.walk.place(of: $0) }.sorted()
    for (depth, place) in places.enumerated() {
      #expect(abs(Int(place) - depth - 1) <= 8)
    }
  }

  @Test("each topic brings its share of the viewers")
  func shares() {
    var world = World(topics: threeTopics)
    _ = viewers(&world, 100_000)
    let cursors = world.walk.lanes.map { Double($0.cursor) }
    for (cursor, share) in zip(cursors, [0.6, 0.25, 0.15]) {
      #expect(abs(cursor / 100_000 - share) < 0.01)
    }
  }

  @Test("a wrong topic finds people far from the core")
  func wrongTopic() {
    var right = World(topics: [topic(4, 1)])
    var wrong = World(topics: [topic(4, 1)], recognised: [topic(30, 1)])
    let places = viewers(&wrong, 1_000).map { wrong.walk.place(of: $0) }.sorted()
    #expect(places[500] > 3_000_000 && places[500] < 7_000_000)
    #expect(viewers(&right, 1_000).allSatisfy { right.walk.place(of: $0) <= 1_000 })
  }

  @Test("scores that are no shares at all still make a walk")
  func oddScores() {
    let odd = [topic(1, .nan), topic(2, .infinity), topic(3, 1e300), topic(4, 0.02), topic(5, -1)]
    for topics in [odd, [], [topic(1, .nan)], [topic(1, 0.5), topic(1, 0.3)]] {
      var world = World(population: 5_000, topics: topics)
      #expect(world.deliver(6_000).tally.views == 5_000)
    }
  }
}
