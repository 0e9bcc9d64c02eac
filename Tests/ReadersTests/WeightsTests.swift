import Catalogue
import Testing

@testable import Readers

@Suite("Weights")
struct WeightsTests {
  private static func bytes(_ kind: ModelKind) -> [UInt8] {
    WeightsSource.shipped(kind).withBytes { Array($0) }
  }

  @Test("The weights that ship are read", arguments: ModelKind.allCases)
  func shippedAreRead(kind: ModelKind) throws {
    let weights = try Weights.shipped(kind)
    #expect(Array(weights.told) == kind.labels)
    #expect(weights.lexicon.slots.count > 1)
  }

  @Test("A reading is the same from mapped weights and from their bytes")
  func mappedAndCopiedAgree() throws {
    let upload = Upload(
      id: "1", creator: "ann", platform: "for-you", caption: "my cat is afraid of a cucumber")
    let copied = try Reader(topics: Self.bytes(.topics), review: Self.bytes(.review))
    #expect(try Reader.shipped().read(upload) == copied.read(upload))
  }

  @Test("Truncated weights are refused", arguments: [0, 3, 4, 63, 71, 72, 1_000])
  func truncatedAreRefused(length: Int) {
    let bytes = Array(Self.bytes(.topics).prefix(length))
    #expect(throws: WeightsError.self) { try Weights(.trained(bytes), kind: .topics) }
  }

  @Test("Weights longer than they say are refused")
  func longerAreRefused() {
    let bytes = Self.bytes(.review)
    #expect(throws: WeightsError.length(found: bytes.count + 1, wanted: bytes.count)) {
      try Weights(.trained(bytes + [0]), kind: .review)
    }
  }

  @Test("One changed byte anywhere is noticed")
  func changedByteIsNoticed() {
    let bytes = Self.bytes(.topics)
    for place in stride(from: 0, to: bytes.count, by: bytes.count / 97) {
      var damaged = bytes
      damaged[place] ^= 0x10
      #expect(throws: WeightsError.self) { try Weights(.trained(damaged), kind: .topics) }
    }
  }

  @Test("The weights of the other model are refused")
  func otherKindIsRefused() {
    #expect(throws: WeightsError.kind(found: "review", wanted: "topics")) {
      try Weights(.trained(Self.bytes(.review)), kind: .topics)
    }
  }
}
