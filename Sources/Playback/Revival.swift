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
    for mark in recording.keyframes.reversed() where mark.at <= moment {
      guard let engine = recording.engine(of: mark) else { continue }
      facts.seek(to: mark.at)
      guard engine.platforms == facts.snapshot.platforms, engine.review == facts.snapshot.review,
        engine.keyframe.agrees(with: facts.snapshot)
      else { continue }
      var show = Self(recording, told: told)
      show.go(on: engine, next: mark.commands, as: facts)
      show.seek(to: moment)
      facts.seek(to: moment)
      guard show.takes(facts) else { continue }
      self = show
      return
    }
    self.init(recording, told: told)
    seek(to: moment)
    facts.seek(to: moment)
    guard takes(facts) else { throw .differs }
  }

  /// A computed show at moment 0 of what was recorded.
  private init(_ recording: Recording, told: Bool) {
    self.init(
      scenario: recording.journal.about.scenario, script: recording.script,
      told: told ? recording.count : nil)
  }
}

extension Recording {
  /// The engine of a keyframe; nil where it is gone or fits no longer.
  func engine(of mark: Keyframe) -> Engine? {
    var world = journal.about.scenario
    world.uploads = []
    guard let keyframe = try? journal.keyframe(mark.sequence, mark.digest),
      keyframe.now == mark.at
    else { return nil }
    return Engine(
      scenario: world, keyframe: keyframe, after: script.prefix(mark.commands).map(\.command))
  }
}

extension Engine.Keyframe {
  /// Whether a picture of the same moment shows the same.
  fileprivate func agrees(with snapshot: Snapshot) -> Bool {
    posts.count == snapshot.videos.count
      && cases.count == snapshot.openCases.count
      && posts.allSatisfy { post in snapshot[post.id].map { post.agrees(with: $0) } ?? false }
  }
}

extension Engine.Keyframe.Post {
  fileprivate func agrees(with picture: VideoPicture) -> Bool {
    switch state {
    case .uploaded: picture.state == .uploaded
    case .atDesk: picture.state == .atDesk
    case .removed: picture.state == .removed
    case .published(let spread):
      (spread.push == nil ? .stopped : .pushing) == picture.state
        && picture.publishedAt == spread.publishedAt
        && (spread.push.map { $0.wave == picture.waves.last?.number } ?? true)
        && spread.progress.reach == picture.progress.reach
        && Source.allCases.allSatisfy {
          spread.progress.views(from: $0) == picture.progress.views(from: $0)
        }
        && spread.progress.forwarded == picture.progress.forwarded
        && spread.progress.clickThroughs == picture.progress.clickThroughs
        && spread.progress.socialGraphOnly == picture.progress.socialGraphOnly
    }
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
