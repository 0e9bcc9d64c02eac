import Catalogue
import Journal
import Playback
import Readers

/// A scenario, ready to run: read, changed as the options say, and every upload read by the
/// models.
struct Stage {
  /// The world.
  let scenario: Scenario
  /// The scenario as the person named it.
  let source: String
  /// What is uploaded when.
  let script: [TimedCommand]
  /// Reads uploads that come later.
  let staging: Staging

  /// Reads a scenario by name or path.
  init(_ name: String, options: WorldOptions) throws {
    var scenario = try BuiltInScenarios.open(name, overrides: options.overrides)
    if let seed = options.seed { scenario.seed = seed }
    for path in options.upload {
      let platforms = scenario.platforms.map(\.id)
      let (upload, followers) = try UploadFile.read(path: path, platforms: platforms)
      scenario = scenario.adding(upload, followers: followers)
    }
    let reader = try Self.reader()
    let staging = Staging { reader.read($0) }
    self.scenario = scenario
    self.source = name
    self.staging = staging
    self.script = staging.script(of: scenario)
  }

  /// The models that ship with the program.
  private static func reader() throws -> Reader {
    do {
      return try Reader.shipped()
    } catch {
      throw Failure.software("the models cannot be loaded: \(error)")
    }
  }
}

extension Stage {
  /// A new journal of it, with all that is planned.
  func journal(at path: String) throws(JournalError) -> Journal {
    try Journal.create(
      path: path, about: About(scenario: scenario, source: source),
      plan: script.map { (at: $0.at, command: $0.command) })
  }

  /// The moment at which a show is opened: when the upload that screens choose first is posted.
  var opening: Moment { Self.opening(of: scenario, script: script) }

  /// The same of any scenario with its script.
  static func opening(of scenario: Scenario, script: [TimedCommand]) -> Moment {
    let star = scenario.star ?? scenario.uploads.first?.id
    return script.first { $0.upload?.id == star }?.at ?? script.first?.at ?? 0
  }

  /// A staging that loads the models when the first upload comes: a recorded run needs none.
  ///
  /// The models are part of the program; where they are broken, uploads are read as unknown.
  static var laterStaging: Staging {
    Staging { upload in (try? Reader.shipped())?.read(upload) ?? Reading() }
  }
}
