import Catalogue
import Testing

@testable import Audience

@Suite struct SocialGraphTests {
  private func graph(_ world: World) -> SocialGraph {
    SocialGraph(
      interest: world.interest, activity: ActivityClockTests.clocks[0], content: world.key)
  }

  @Test("a fifth of the followers find the post in their feed, later than it was made")
  func feed() {
    let visits = graph(World()).feedVisits(creator: "bart", followers: 20_000, from: 1_000)
    #expect(fits(visits.count, of: 20_000, chance: SocialGraph.feedShare))
    #expect(visits == visits.sorted())
    #expect(visits.allSatisfy { $0.at > 1_000 })
    #expect(Set(visits.map(\.viewer)).count == visits.count)
  }

  @Test("who follows little is among who follows much: fame adds people, it changes none")
  func fame() {
    let social = graph(World())
    let few = Set(social.feedVisits(creator: "bart", followers: 500, from: 0))
    let many = Set(social.feedVisits(creator: "bart", followers: 5_000, from: 0))
    #expect(few.isSubset(of: many))
  }

  @Test("a forward reaches three people, always the same")
  func forwards() {
    let social = graph(World())
    for viewer in 0..<50 as Range<UInt32> {
      let visits = social.forwardVisits(by: viewer, at: 5_000)
      #expect(visits.count == SocialGraph.peoplePerForward)
      #expect(visits == social.forwardVisits(by: viewer, at: 5_000))
      #expect(visits.allSatisfy { $0.at > 5_000 && $0.viewer < 10_000_000 })
    }
  }

  @Test("through followers and forwards alone a video ends where it began")
  func withoutPush() {
    let world = World(truth: Truth(appeal: 0.7))
    let social = graph(world)
    let feed = social.feedVisits(creator: "bart", followers: 120, from: 0)
    let views = social.viewsWithoutPush(from: feed, taste: world.taste, walk: world.walk)
    #expect(views.count >= feed.count && views.count < 2 * feed.count + 20)
    #expect(views == views.sorted())
  }
}
