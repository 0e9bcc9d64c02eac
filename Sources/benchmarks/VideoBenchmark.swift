import Catalogue
import Distribution

/// One video that spreads far: milliseconds from its submission to the stop.
struct VideoBenchmark {
  /// The line for a platform of so many viewers.
  func line(population: Int) throws -> Line {
    var views = 0
    let times = try (0..<11).map { _ in
      try Stopwatch.measure { views = try run(population: population) }
    }
    return Line(
      name: "one video from upload to stop, \(population.brief) viewers", unit: "ms",
      value: Spread(times.map { $0 / 1e6 }), ratio: nil,
      note: "\(views.grouped) views, three topics; budget 100 with start-up")
  }

  /// Runs it and gives its views.
  private func run(population: Int) throws -> Int {
    let platform = Platform(id: "for-you", name: "For You", population: population)
    var engine = Engine(scenario: Scenario(name: "one", seed: 7, platforms: [platform]))
    let topics = [(3, 0.6), (40, 0.25), (17, 0.15)].map { TopicScore(Topic.all[$0.0], $0.1) }
    let upload = Upload(
      id: "one", creator: "bart", platform: "for-you", truth: Truth(appeal: 0.72, forward: 3.6e-5))
    var views = 0
    func note(_ events: [Event]) {
      for event in events {
        if case .delivered(let progress) = event.what { views = progress.views }
      }
    }
    note(
      try engine.perform(.upload(upload, Reading(topics: topics), followers: 120, number: 0)))
    while let next = engine.nextMoment, next < Survey.horizon {
      note(try engine.advance(to: next))
    }
    return views
  }
}
