import Catalogue
import Desk
import Testing

@Suite("The queue at the desk")
struct QueueTests {
  private func item(
    _ upload: Int, _ policy: Policy = .drugs, _ probability: Double = 0.5, at moment: Moment = 0,
    followers: Int = 100
  ) -> Case {
    Case(
      upload: upload, platform: 0, policy: policy, probability: probability, openedAt: moment,
      followers: followers)
  }

  private func queue(_ cases: [Case]) -> Desk.Queue {
    cases.reduce(into: Desk.Queue()) { $0.open($1) }
  }

  @Test("graver, older, farther-reaching and less certain cases come first")
  func ordersByEachFactor() {
    let pairs: [(first: Case, second: Case)] = [
      (item(1, .terror), item(2, .theft)),
      (item(1, at: 0), item(2, at: 3_000)),
      (item(1, followers: 1_000_000), item(2, followers: 10)),
      (item(1, .drugs, 0.5), item(2, .drugs, 0.95)),
    ]
    for pair in pairs {
      for cases in [[pair.first, pair.second], [pair.second, pair.first]] {
        #expect(queue(cases).ordered(at: 3_600).first == pair.first)
      }
    }
  }

  @Test("the order is the product of the factors shown")
  func urgencyIsAProduct() {
    for seed in 0..<200 {
      let one = item(
        seed, Policy.allCases[seed % 11], Double(seed % 100) / 99, at: seed * 7,
        followers: seed * seed * 13)
      let urgency = one.urgency(at: 20_000)
      let product = urgency.severity * urgency.reach * urgency.age * urgency.uncertainty
      #expect(urgency.value == product)
      #expect(urgency.value > 0)
    }
  }

  @Test("equal cases keep the order in which they came")
  func tiesKeepArrival() {
    let cases = (0..<20).map { item($0) }
    #expect(queue(cases).ordered(at: 500) == cases)
  }

  @Test("a case is closed once, and only its own")
  func closesOnce() {
    var desk = queue([item(1), item(2), item(3)])
    #expect(desk.close(upload: 2, platform: 0)?.upload == 2)
    #expect(desk.close(upload: 2, platform: 0) == nil)
    #expect(desk.close(upload: 1, platform: 1) == nil)
    #expect(desk.cases.map(\.upload) == [1, 3])
  }

  @Test("a case is due when its policy's limit is over")
  func isDue() {
    for policy in Policy.allCases {
      #expect(item(1, policy, at: 50).due == 50 + policy.limit)
      #expect((1...3).contains(policy.severity))
    }
  }
}
