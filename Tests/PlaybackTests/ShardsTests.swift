import Catalogue
import Distribution
import Testing

@testable import Playback

@Suite("A run cut into parts")
struct ShardsTests {
  @Test("stands at any moment as one that is not cut, and is gone on with by one engine")
  func keyframes() throws {
    let scenario = Sample.scenario()
    let script = Sample.staging.script(of: scenario)
    for moment in [599, 5_000, 9_000, 30_001, 90_000] {
      var whole = Sample.performance()
      let before = whole.advance(to: moment)
      for threads in 1...3 {
        var shards = Shards(
          scenario: scenario, script: script, moderator: .none, threads: threads)
        #expect(shards.advance(to: moment) == before)
        let merged = Engine.Keyframe(merging: shards.engines.map(\.keyframe))
        #expect(merged == whole.engine.keyframe)
      }
      var world = scenario
      world.uploads = []
      let given = script.filter { $0.at <= moment }.map(\.command)
      var engine = try #require(
        Engine(scenario: world, keyframe: whole.engine.keyframe, after: given))
      var rest: [Event] = []
      for command in script where command.at > moment {
        rest += try engine.advance(to: command.at)
        rest += try engine.perform(command.command)
      }
      rest += try engine.advance(to: 200_000)
      let expected = whole.advance(to: 200_000)
      rest.putInOrder()
      let isSame = rest == expected
      #expect(isSame)
    }
  }
}
