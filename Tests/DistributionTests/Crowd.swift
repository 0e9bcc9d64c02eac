import Catalogue

@testable import Distribution

/// A hundred uploads within six hours, some at the desk, some posted again elsewhere.
struct Crowd {
  let scenario: Scenario
  let script: [(at: Moment, command: Command)]

  init(seed: UInt64) {
    var second = Platform(id: "second", name: "Second", population: 100_000)
    second.settings.bar = 0.9
    scenario = Scenario(
      name: "crowd", seed: seed,
      platforms: [Platform(id: "for-you", name: "For You", population: 1_000_000), second],
      review: ReviewSettings(doubtFrom: 0.1))
    let background = Background(
      perHour: 20, hours: 6, illegalShare: 0.2, platform: "for-you")
    var script: [(at: Moment, command: Command)] = []
    for (place, item) in BackgroundUploads(background, seed: seed).draw().enumerated() {
      guard case .upload(var upload, var reading, let followers, let number) = item.command
      else { continue }
      if place % 3 == 0 {
        upload.crossPost = CrossPost(platform: "second", afterGate: 1, delay: 40_000)
      }
      reading.policies = [PolicyProbability(.drugs, place % 5 == 0 ? 0.3 : 0.01)]
      upload.creator = "creator \(place % 40)"
      script.append(
        (upload.postedAt, .upload(upload, reading, followers: followers, number: number)))
    }
    script.append((7_200, .set(key: "platform.for-you.bar", value: 1.2)))
    script.append((9_000, .set(key: "review.doubt-from", value: 0.5)))
    script.sort { $0.at < $1.at }
    for video in 0..<20 {
      let id = VideoID(upload: video * 5, platform: 0)
      script.append(
        (30_000 + video * 60, .decide(id, allowed: video % 2 == 0, reason: "", moderator: "me")))
    }
    self.script = script
  }

  /// What happens from where an engine is, up to a moment.
  func play(_ engine: inout Engine, to end: Moment) throws -> [Event] {
    var events: [Event] = []
    for item in script where engine.now <= item.at && item.at <= end {
      events += try engine.advance(to: item.at)
      events += (try? engine.perform(item.command)) ?? []
    }
    return events + (try engine.advance(to: end))
  }

  func commands(upTo moment: Moment) -> [Command] {
    script.filter { $0.at <= moment }.map(\.command)
  }
}
