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
}
