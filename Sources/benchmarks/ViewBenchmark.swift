import Audience
import Catalogue

/// Nanoseconds a view, on one core, beside the plain C of the same work.
struct ViewBenchmark {
  /// The engine and C disagree: one of them is wrong, and no figure means anything.
  struct Disagreement: Error, CustomStringConvertible {
    let population: Int
    let topics: Int
    let engine: Workload.Outcome
    let bound: Workload.Outcome

    var description: String {
      """
      The engine and the C bound differ over a million views \
      (population \(population.grouped), topics \(topics)):
        engine \(engine.tally), \(engine.forwarders.count) and \(engine.clickers.count) listed
        C      \(bound.tally), \(bound.forwarders.count) and \(bound.clickers.count) listed
      """
    }
  }

  /// Repeats of each, one after the other.
  static let repeats = 21

  /// The engine's and the bound's line for a population and a number of topics.
  ///
  /// A small population is shown ten videos of 100,000 views each, a great one a single video.
  func lines(population: Int, topics: Int) throws -> [Line] {
    let work = Workload(
      population: population, topics: topics, videos: population < 10_000_000 ? 10 : 1)
    let bound = Bound(work)
    try check(work, work.run(), bound.run())
    var engineTimes: [Double] = []
    var boundTimes: [Double] = []
    var views = 0
    for _ in 0..<Self.repeats {
      engineTimes.append(Stopwatch.measure { views = work.run().tally.views })
      boundTimes.append(Stopwatch.measure { views = min(views, bound.run().tally.views) })
    }
    let perView = { (times: [Double]) in times.map { $0 / Double(views) } }
    let what = "\(topics) topic\(topics > 1 ? "s" : ""), \(population.brief) viewers"
    return [
      Line(
        name: "a view, \(what)", unit: "ns", value: Spread(perView(engineTimes)),
        ratio: Spread(zip(engineTimes, boundTimes).map { $0 / $1 }),
        note: "× the C bound, same counts over \(views.grouped) views; budget 2"),
      Line(
        name: "  the C bound", unit: "ns", value: Spread(perView(boundTimes)), ratio: nil,
        note: ""),
    ]
  }

  private func check(
    _ work: Workload, _ engine: Workload.Outcome, _ bound: Workload.Outcome
  ) throws(Disagreement) {
    guard engine == bound, engine.tally.views == 1_000_000 else {
      throw Disagreement(
        population: work.population, topics: work.topics, engine: engine, bound: bound)
    }
  }
}
