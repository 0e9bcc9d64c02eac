import Catalogue
import Distribution
import FoundationEssentials
import Journal

/// A short run with one upload, for journals of some hundred entries.
struct SmallRun {
  let scenario: Scenario
  let command: Command
  let events: [Event]
  let keyframe: Engine.Keyframe

  init(seed: UInt64 = 3) throws {
    scenario = Scenario(
      name: "small", seed: seed, platforms: [Platform(id: "for-you", name: "For You")])
    let upload = Upload(
      id: "one", creator: "ann", platform: "for-you", caption: "bees \u{202E}on\u{0} a bike",
      hashtags: ["bees"], truth: Truth(appeal: 0.3))
    let reading = Reading(
      policies: [PolicyProbability(.drugs, 0.001)],
      topics: Topic(id: "animals/beekeeping").map { [TopicScore($0, 0.8)] } ?? [],
      topicEvidence: [
        Evidence(
          field: .caption, text: "bees", start: 0, end: 4, weight: 1.5, about: "animals/beekeeping")
      ])
    command = .upload(upload, reading, followers: 10, number: 0)
    var engine = Engine(scenario: scenario)
    events = try engine.perform(command) + engine.advance(to: 80_000)
    keyframe = engine.keyframe
  }

  /// Its events as a batch.
  func batch(_ part: Range<Int>? = nil) -> Batch {
    var batch = Batch()
    for event in events[part ?? events.indices] { batch.add(event) }
    return batch
  }

  /// A new journal of it, empty but for the plan.
  func journal(at path: String) throws -> Journal {
    try Journal.create(
      path: path, about: About(scenario: scenario), plan: [(at: 0, command: command)])
  }
}

/// A folder that goes with the test that made it.
final class Folder {
  let url = FileManager.default.temporaryDirectory
    .appending(path: "waggle-journal-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in it.
  func path(_ name: String) -> String { url.appending(path: name).path }
}
