public import Catalogue
public import Distribution

/// What a journal says of the run that it records.
public struct About: Sendable, Hashable {
  /// The world that was run.
  public var scenario: Scenario
  /// The version of the engine that computed it; 0 where the journal does not say.
  public var engine: Int
  /// What was run, as a person would name it again: a built-in scenario's name or a path.
  public var source: String

  /// Creates what a new journal says, with this program's engine.
  public init(scenario: Scenario, source: String? = nil, engine: Int = Engine.version) {
    self.scenario = scenario
    self.engine = engine
    self.source = source ?? scenario.name
  }

  /// Whether this program's engine would compute the same events again.
  public var isComputable: Bool { engine == Engine.version }
}
