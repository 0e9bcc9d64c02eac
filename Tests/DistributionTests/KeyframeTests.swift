import Audience
import Catalogue
import Testing

@testable import Distribution

@Suite("An engine's keyframes")
struct KeyframeTests {
  @Test("an engine that goes on from a keyframe does what the first one does", arguments: 1...3)
  func goingOn(seed: UInt64) throws {
    let crowd = Crowd(seed: seed)
    var isComing = false
    for moment in [599, 7_201, 12_345, 30_333, 86_401] {
      var engine = Engine(scenario: crowd.scenario)
      _ = try crowd.play(&engine, to: moment)
      let keyframe = engine.keyframe
      isComing = isComing || !keyframe.coming.isEmpty
      var other = try #require(
        Engine(
          scenario: crowd.scenario, keyframe: keyframe, after: crowd.commands(upTo: moment)))
      #expect(other.now == moment)
      #expect(other.platforms == engine.platforms)
      #expect(other.review == engine.review)
      #expect(other.desk == engine.desk)
      #expect(other.keyframe.posts.map(\.wake) == keyframe.posts.map(\.wake))
      let end = 20 * 86_400
      let expected = try crowd.play(&engine, to: end)
      let events = try crowd.play(&other, to: end)
      #expect(events == expected)
      #expect(other.latest == engine.latest)
      #expect(other.nextMoment == engine.nextMoment)
    }
    #expect(isComing)
  }

  @Test("a keyframe that does not fit the commands is refused")
  func refused() throws {
    let crowd = Crowd(seed: 1)
    var engine = Engine(scenario: crowd.scenario)
    _ = try crowd.play(&engine, to: 20_001)
    let keyframe = engine.keyframe
    let commands = crowd.commands(upTo: 20_001)
    func fits(_ change: (inout Engine.Keyframe) -> Void) -> Bool {
      var changed = keyframe
      change(&changed)
      return Engine(scenario: crowd.scenario, keyframe: changed, after: commands) != nil
    }
    #expect(fits { _ in })
    #expect(Engine(scenario: crowd.scenario, keyframe: keyframe, after: []) == nil)
    #expect(!fits { $0.posts[0].id.upload = 99_999 })
    #expect(!fits { $0.posts[0].id.platform = 7 })
    #expect(!fits { $0.posts.append($0.posts[0]) })
    #expect(!fits { $0.posts[0].wake = 20_001 })
    #expect(!fits { $0.coming.append(.init(id: $0.posts[0].id, due: 90_000)) })
  }

  @Test(
    "one with numbers that no run comes to is refused, or gone on with; it never traps or hangs")
  func hostileNumbers() throws {
    let crowd = Crowd(seed: 2)
    var engine = Engine(scenario: crowd.scenario)
    _ = try crowd.play(&engine, to: 9_001)
    let keyframe = engine.keyframe
    let commands = crowd.commands(upTo: 9_001)
    let pushed = try #require(
      keyframe.posts.firstIndex { post in
        if case .published(let spread) = post.state { spread.push != nil } else { false }
      })
    let numbers = [-1, 0, 1, 9_000, 1 << 20, 1 << 33, 1 << 40]
    let changes: [(inout Engine.Keyframe.Spread, Int) -> Void] = [
      { $0.push?.gate = $1 }, { $0.push?.takes = $1 }, { $0.push?.rung = $1 },
      { $0.push?.from = $1 }, { $0.push?.beganAt = $1 }, { $0.push?.wave = $1 },
      { $0.push?.tally.views = $1 }, { $0.push?.tally.watchSquared = $1 << 20 },
      { spread, number in
        var tally = Tally()
        tally.views = number
        tally.watchSquared = number << 22
        spread.push?.steps = Array(repeating: tally, count: 200)
      },
      { $0.push?.steps = $1 == 0 ? [] : [Tally()] },
      { $0.progress.forYou = $1 }, { $0.progress.socialGraphOnly = $1 }, { $0.feedSeen = $1 },
      { $0.publishedAt = $1 }, { $0.walk.cursors = [$1] }, { $0.walk.isClosed = $1 > 0 },
      { $0.walk.others = [UInt32(truncatingIfNeeded: $1)] },
      { $0.visits = [Arrival(at: $1, viewer: 7, source: .forwards)] },
      { $0.visits = [Arrival(at: $1, viewer: .max, source: .followers)] },
      { $0.visits = [Arrival(at: $1, viewer: 7, source: .forYou)] },
    ]
    for change in changes {
      for number in numbers {
        var changed = keyframe
        guard case .published(var spread) = changed.posts[pushed].state else { continue }
        change(&spread, number)
        changed.posts[pushed].state = .published(spread)
        guard
          var other = Engine(scenario: crowd.scenario, keyframe: changed, after: commands)
        else { continue }
        #expect(try other.advance(to: 4 * 86_400).count < 100_000)
      }
    }
  }
}
