public import Catalogue
import Distribution
import Journal

extension Show {
  /// Why a recorded run cannot be gone on with.
  public enum NotComputable: Error, Sendable, Hashable {
    /// Another version of the engine computed it.
    case engine(recorded: Int)
    /// This engine computes something else than was recorded.
    case differs
  }

  /// Computes a recorded run again up to a moment, to go on from there: from the last keyframe
  /// before it where the record has one, and from the beginning else.
  ///
  /// - Parameters:
  ///   - moment: Where to go on; its end where nil is given.
  ///   - told: Whether what comes behind the record is kept until it is taken.
  public init(
    reviving recording: Recording, at moment: Moment? = nil, told: Bool
  ) throws(NotComputable) {
    guard recording.journal.about.isComputable else {
      throw .engine(recorded: recording.journal.about.engine)
    }
    let moment = moment ?? recording.end
    var facts = Show(recording)
    self.init(
      scenario: recording.journal.about.scenario, script: recording.script,
      told: told ? recording.count : nil)
    if let (engine, next) = recording.engine(before: moment) {
      facts.seek(to: engine.now)
      go(on: engine, next: next, as: facts)
    }
    seek(to: moment)
    facts.seek(to: moment)
    guard snapshot == facts.snapshot else { throw .differs }
  }
}

extension Recording {
  /// The engine of the last keyframe up to a moment, with the place in the script of the first
  /// command after it; nil where there is none that can be gone on with.
  func engine(before moment: Moment) -> (engine: Engine, next: Int)? {
    var world = journal.about.scenario
    world.uploads = []
    for mark in keyframes.reversed() where mark.at <= moment {
      let commands = script.prefix(mark.commands).map(\.command)
      if let keyframe = try? journal.keyframe(mark.sequence, mark.digest),
        keyframe.now == mark.at,
        let engine = Engine(scenario: world, keyframe: keyframe, after: commands)
      {
        return (engine, mark.commands)
      }
    }
    return nil
  }
}

extension Show.NotComputable: CustomStringConvertible {
  /// Why, and what works all the same.
  public var description: String {
    switch self {
    case .engine(let recorded):
      "it was recorded by "
        + (recorded == 0 ? "an older engine" : "version \(recorded) of the engine")
        + ", which this one does not repeat; replaying works, going on another way does not"
    case .differs:
      "computed again it comes out otherwise than it was recorded; replaying works, "
        + "going on another way does not"
    }
  }
}
