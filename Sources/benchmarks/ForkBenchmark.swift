import Catalogue
import Distribution

/// A fork: a copy of the whole state and the first thing that happens to the copy.
struct ForkBenchmark {
  static let videos = 1_000

  /// The copy alone, and with the first mutation after it.
  func lines() throws -> [Line] {
    let engine = try running()
    let number = Self.videos * 2
    let next = Upload(id: "next", creator: "somebody", platform: "for-you")
    let command = Command.upload(next, Reading(), followers: 0, number: number)
    var copies: [Double] = []
    var mutations: [Double] = []
    for _ in 0..<51 {
      var fork = engine
      copies.append(Stopwatch.measure { fork = engine })
      mutations.append(
        try Stopwatch.measure {
          fork = engine
          _ = try fork.perform(.set(key: "platform.for-you.bar", value: 1.2))
          _ = try fork.perform(command)
        })
    }
    return [
      Line(
        name: "fork of \(Self.videos.grouped) videos, the copy", unit: "ms",
        value: Spread(copies.map { $0 / 1e6 }), ratio: nil, note: "budget 1"),
      Line(
        name: "  and the first change after it", unit: "ms",
        value: Spread(mutations.map { $0 / 1e6 }), ratio: nil,
        note: "a setting and an upload; budget 1"),
    ]
  }

  /// An engine in which that many videos are being pushed.
  private func running() throws -> Engine {
    let background = Background(
      perHour: Double(Self.videos) / 6, hours: 6, illegalShare: 0, platform: "for-you")
    let platform = Platform(id: "for-you", name: "For You")
    var engine = Engine(scenario: Scenario(name: "fork", seed: 1, platforms: [platform]))
    for item in BackgroundUploads(background, seed: 1).draw() {
      _ = try engine.advance(to: item.upload.postedAt)
      _ = try engine.perform(item.command)
    }
    _ = try engine.advance(to: 6 * 3_600)
    return engine
  }
}
