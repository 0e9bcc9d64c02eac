public import Catalogue
import Journal

extension Show {
  /// Why a recorded run cannot be gone on with.
  public enum NotComputable: Error, Sendable, Hashable {
    /// Another version of the engine computed it.
    case engine(recorded: Int)
    /// This engine computes something else than was recorded.
    case differs
  }

  /// Computes a recorded run again up to a moment, to go on from there.
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
    facts.seek(to: moment)
    self.init(
      scenario: recording.journal.about.scenario, script: recording.script,
      told: told ? recording.count : nil)
    seek(to: moment)
    guard snapshot == facts.snapshot else { throw .differs }
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
