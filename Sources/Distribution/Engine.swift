public import Catalogue

/// The pipeline after the models: review's thresholds, the desk, the first audience, waves and
/// their assessment.
///
/// An engine is a value: a copy is a fork. It reads no clock, no file and no global randomness;
/// the scenario, its seed and the commands decide everything.
public struct Engine: Sendable {
  /// Seconds after the scenario's start that have been worked through.
  public private(set) var now: Moment = 0
  /// The scenario as it was, without its uploads.
  public let scenario: Scenario

  /// Creates an engine at moment 0 with nothing uploaded.
  public init(scenario: Scenario) {
    self.scenario = scenario
  }

  /// Does what is asked at the present moment, or refuses and changes nothing.
  public mutating func perform(_ command: Command) throws(Refusal) -> [Event] { [] }

  /// Works through everything up to and including a moment and gives what happened, in order.
  public mutating func advance(to moment: Moment) throws(Refusal) -> [Event] {
    now = moment
    return []
  }

  /// When something will happen next without a command; nil where nothing will.
  public var nextMoment: Moment? { nil }
}
