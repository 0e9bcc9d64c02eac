import Audience
import Catalogue

/// Videos to be shown to so many viewers each: the part of the engine whose cost grows with views.
struct Workload {
  /// One video, before anybody saw it.
  struct Video {
    let walk: Walk
    let taste: Taste
  }

  let population: Int
  let topics: Int
  /// Views of each video.
  let views: Int
  let videos: [Video]

  /// Videos about some topics, recognised rightly, that come to a million views together.
  init(population: Int, topics: Int, videos count: Int) {
    let platform = Platform(id: "for-you", name: "For You", population: population)
    let interest = Interest(platform: platform, seed: 1)
    self.population = population
    self.topics = topics
    self.views = 1_000_000 / count
    self.videos = (0..<count).map { number in
      let scores = Self.topics(topics, of: number)
      let key = interest.key(of: "video \(number)")
      return Video(
        walk: Walk(recognised: scores, truth: scores, interest: interest, key: key),
        taste: Taste(
          truth: Truth(appeal: 0.7, topics: scores), duration: 15, interest: interest, key: key))
    }
  }

  private static func topics(_ count: Int, of video: Int) -> [TopicScore] {
    let shares = count == 1 ? [1] : [0.6, 0.25, 0.15]
    return shares.enumerated().map { place, share in
      TopicScore(Topic.all[(video * 7 + place * 29) % Topic.all.count], share)
    }
  }

  /// What came of it, the lists as sums so that their order does not matter.
  struct Outcome: Hashable {
    var tally = Tally()
    var forwarders: [UInt32] = []
    var clickers: [UInt32] = []
  }

  /// Shows every video through the engine's own path.
  func run() -> Outcome {
    var outcome = Outcome()
    for video in videos {
      var walk = video.walk
      var delivery = Delivery()
      walk.deliver(views, taste: video.taste, into: &delivery)
      outcome.tally += delivery.tally
      outcome.forwarders += delivery.forwarders
      outcome.clickers += delivery.clickers
    }
    return outcome
  }
}
