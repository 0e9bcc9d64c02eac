import Audience
import Catalogue
import Distribution

/// A small world to try the engine on.
struct World {
  var scenario: Scenario
  var uploads: [StagedUpload]

  /// One platform, one video of a beekeeping cyclist.
  init(
    seed: UInt64 = 7, population: Int = 10_000_000, truth: Truth = Truth(appeal: 0.5),
    followers: Int = 0, probability: Double = 0, recognised: [TopicScore]? = nil,
    settings: (inout PlatformSettings) -> Void = { _ in }
  ) {
    var platform = Platform(id: "for-you", name: "For You", population: population)
    settings(&platform.settings)
    scenario = Scenario(name: "try", seed: seed, start: 1_497_465_720, platforms: [platform])
    let topics = World.topics([("animals/beekeeping", 0.6), ("sports/cycling", 0.4)])
    var told = truth
    told.topics = topics
    let upload = Upload(
      id: "video", creator: "somebody", platform: "for-you", duration: 15, truth: told)
    let reading = Reading(
      policies: [PolicyProbability(.drugs, probability)], topics: recognised ?? topics)
    uploads = [StagedUpload(upload: upload, reading: reading, followers: followers, number: 0)]
  }

  static func topics(_ list: [(String, Double)]) -> [TopicScore] {
    list.compactMap { id, score in Topic(id: id).map { TopicScore($0, score) } }
  }

  /// The events up to a moment, in steps of so many seconds, with more commands at their moments.
  func run(
    until end: Moment = 30 * 86_400, step: Moment = 86_400,
    commands: [(at: Moment, command: Command)] = []
  ) throws -> [Event] {
    var engine = Engine(scenario: scenario)
    return try run(&engine, until: end, step: step, commands: commands)
  }

  func run(
    _ engine: inout Engine, until end: Moment, step: Moment,
    commands: [(at: Moment, command: Command)] = []
  ) throws -> [Event] {
    var events: [Event] = []
    let script =
      uploads.map { (at: $0.upload.postedAt, command: $0.command) }.filter { $0.at >= engine.now }
      + commands
    for item in script.sorted(by: { $0.at < $1.at }) where item.at <= end {
      while engine.now + step < item.at { events += try engine.advance(to: engine.now + step) }
      events += try engine.advance(to: item.at)
      events += try engine.perform(item.command)
    }
    while engine.now < end, engine.nextMoment != nil {
      events += try engine.advance(to: min(end, engine.now + step))
    }
    return events
  }

  /// The picture of a whole run.
  func picture(commands: [(at: Moment, command: Command)] = []) throws -> Snapshot {
    var snapshot = Snapshot(scenario: scenario)
    for event in try run(commands: commands) { snapshot.apply(event) }
    return snapshot
  }

  /// The one video at the end of a whole run.
  func video() throws -> VideoPicture {
    let snapshot = try picture()
    guard let video = snapshot.videos.first else { throw Refusal.numberTaken(0) }
    return video
  }
}
