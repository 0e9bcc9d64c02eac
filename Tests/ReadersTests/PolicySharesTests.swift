import Catalogue
import Testing

@testable import Readers

@Suite("Which policy a text breaks")
struct PolicySharesTests {
  @Test("The highest logit says how likely any policy is, and the others are never likelier")
  func highest() {
    for highest in [-8.0, -2, 0, 3] {
      let shares = PolicyShares.probabilities([highest - 3, highest, highest - 0.5])
      #expect(shares[1] == Logarithm.logistic(highest))
      #expect(shares[0] < shares[2])
      #expect(shares[2] < shares[1])
    }
  }

  @Test("No policies, no probabilities")
  func none() {
    #expect(PolicyShares.probabilities([]).isEmpty)
  }

  @Test("The weights that ship say from where a person decides")
  func threshold() throws {
    let weights = try Weights.shipped(.review)
    #expect(weights.doubtFrom > 0)
    #expect(weights.doubtFrom < 0.5)
  }

  @Test("Plain words around an offer, without end, do not hide it")
  func padding() throws {
    let reader = try Reader.shipped()
    let offer = "selling coke and pills in leeds, best prices, dm me on telegram"
    let words = "we went for a walk by the sea and had ice cream with the dog, then home again. "
    let padded =
      String(repeating: words, count: 200) + offer
      + String(repeating: " " + words, count: 200)
    let reading = reader.read(Sample.caption(padded))
    #expect(reading.illegal >= (try Weights.shipped(.review)).doubtFrom)
  }
}
