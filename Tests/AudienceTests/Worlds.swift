import Catalogue

@testable import Audience

/// The people, the walk and the taste of one video, for tests.
struct World {
  let interest: Interest
  let key: DrawKey
  let taste: Taste
  var walk: Walk

  /// A video about some topics, recognised as others or, without them, rightly.
  init(
    population: Int = 10_000_000, topics: [TopicScore] = [topic(0, 1)],
    recognised: [TopicScore]? = nil, truth: Truth = Truth(), duration: Double = 15,
    seed: UInt64 = 7, content: String = "video"
  ) {
    let platform = Platform(id: "for-you", name: "For You", population: population)
    interest = Interest(platform: platform, seed: seed)
    key = interest.key(of: content)
    taste = Taste(truth: truth, duration: duration, interest: interest, key: key)
    walk = Walk(recognised: recognised ?? topics, truth: topics, interest: interest, key: key)
  }

  /// Shows it to the next so many.
  mutating func deliver(_ count: Int) -> Delivery {
    var delivery = Delivery()
    walk.deliver(count, taste: taste, into: &delivery)
    return delivery
  }
}

extension Walk {
  /// The next so many viewers, or everybody who is left.
  mutating func next(_ count: Int) -> [UInt32] {
    var viewers: [UInt32] = []
    Stretch.withRoom(for: Stretch.size) { stretch in
      ReactionTables.shared.withPointers { tables in
        while viewers.count < count, !isExhausted {
          let wanted = min(count - viewers.count, Stretch.size)
          let found = gather(wanted, into: stretch, tables)
          viewers += UnsafeBufferPointer(start: stretch.viewers, count: found)
        }
      }
    }
    return viewers
  }
}

/// A topic by its position in the tree, with a score.
func topic(_ index: Int, _ score: Double) -> TopicScore {
  TopicScore(Topic.all[index], score)
}

/// Three topics in the proportions of a bee that steals a bike.
let threeTopics = [topic(3, 0.6), topic(40, 0.25), topic(17, 0.15)]

/// Whether a count among so many lies within five standard deviations of what a chance predicts.
func fits(_ count: Int, of total: Int, chance: Double, tolerance: Double = 0) -> Bool {
  let mean = Double(total) * chance
  let spread = (mean * (1 - chance)).squareRoot()
  return abs(Double(count) - mean) <= 5 * spread + tolerance * mean
}
