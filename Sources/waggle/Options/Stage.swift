import Catalogue
import Playback

/// A scenario, ready to run: read, changed as the options say, and every upload read by the
/// models.
struct Stage {
  /// The world.
  let scenario: Scenario
  /// What is uploaded when.
  let script: [TimedCommand]
  /// Reads uploads that come later.
  let staging: Staging

  /// Reads a scenario by name or path.
  init(_ name: String, options: WorldOptions) throws {
    var scenario = try BuiltInScenarios.open(name, overrides: options.overrides)
    if let seed = options.seed { scenario.seed = seed }
    let staging = Staging { $0.pinnedReading ?? Reading() }
    self.scenario = scenario
    self.staging = staging
    self.script = staging.script(of: scenario)
  }
}

extension Scenario {
  /// Adds a person's own upload, posted with the upload that screens choose first, by somebody
  /// whom nobody follows yet.
  mutating func bringIn(_ upload: Upload) {
    var own = upload
    own.creator = "you"
    own.postedAt = uploads.first { $0.id == star }?.postedAt ?? 0
    if !platforms.contains(where: { $0.id == own.platform }) { own.platform = platforms[0].id }
    var count = 1
    while uploads.contains(where: { $0.id == own.id }) {
      count += 1
      own.id = "\(upload.id)-\(count)"
    }
    uploads.append(own)
    if !creators.contains(where: { $0.id == own.creator }) {
      creators.append(Creator(id: own.creator))
    }
  }
}
