import Audience
import Catalogue
import Testing

@testable import Distribution

@Suite("The engine's version")
struct VersionTests {
  /// What whole numbers of a crowd's events come to under each version of the engine.
  private static let sums: [Int: UInt64] = [1: 0xf5d1_9ca4_539d_8f7f]

  @Test("is raised when the same commands give other events")
  func isRaised() throws {
    let crowd = Crowd(seed: 4)
    var engine = Engine(scenario: crowd.scenario)
    var sum = Sum()
    for event in try crowd.play(&engine, to: 4 * 86_400) { sum.add(event) }
    #expect(
      Self.sums[Engine.version] == sum.value,
      """
      The engine gives other events than its version \(Engine.version) did: raise Engine.version, so \
      that older records are not gone on with, and note \(sum.value) for the new one.
      """)
  }

  /// FNV-1a over whole numbers, the same on every machine.
  private struct Sum {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ number: Int) {
      for shift in stride(from: 0, to: 64, by: 8) {
        value =
          (value ^ (UInt64(truncatingIfNeeded: number) >> UInt64(shift)) & 0xFF) &* 0x100_0000_01b3
      }
    }

    mutating func add(_ event: Event) {
      add(event.at)
      add(event.video?.upload ?? -1)
      add(event.video?.platform ?? -1)
      switch event.what {
      case .uploaded(let facts): add(facts.followers)
      case .reviewed(let facts): add(facts.verdict == .doubt ? 1 : 0)
      case .caseOpened(let facts): add(facts.due)
      case .decided(let facts): add(facts.waited)
      case .published(let facts):
        for number in [facts.followersReached, facts.socialGraphOnlyViews] { add(number) }
      case .waveStarted(let facts): for number in [facts.number, facts.gate] { add(number) }
      case .delivered(let totals): add(totals)
      case .assessed(let facts): for number in [facts.wave, facts.depth] { add(number) }
      case .crossPosted(let facts): add(facts.due)
      case .settingChanged: add(10)
      }
    }

    private mutating func add(_ totals: Progress) {
      for number in [
        totals.forYou, totals.followers, totals.forwards, totals.profile, totals.reach,
        totals.forwarded, totals.clickThroughs, totals.socialGraphOnly, totals.tally.stayed,
        totals.tally.watch, totals.tally.likes, totals.tally.watchSquared,
      ] { add(number) }
    }
  }
}
