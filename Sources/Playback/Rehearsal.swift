import Catalogue
import Dashboard
import Distribution

/// The part of a run that decides what becomes of one video: its creator's uploads and the
/// decisions about them, from the first upload to the end, as often as wanted.
///
/// Other creators' uploads change nothing for it, so they are left out. A case that nobody
/// decided yet is allowed: what would become of it is the question.
struct Rehearsal: Sendable {
  let video: VideoID
  private let scenario: Scenario
  private let script: [TimedCommand]

  /// The longest run after the last post, in the world's time.
  private static let length: Moment = 30 * 86_400

  /// Takes a video's part out of a show, under the settings now in force; nil where the show has
  /// no such video.
  init?(of video: VideoID, in show: Show) {
    guard show.isComputable,
      let upload = show.script.first(where: { $0.number == video.upload })?.upload
    else {
      return nil
    }
    let own = show.script.filter { $0.upload?.creator == upload.creator }
    let numbers = Set(own.compactMap(\.number))
    self.video = video
    self.script = show.script.filter { timed in
      switch timed.command {
      case .upload(_, _, _, let number): numbers.contains(number)
      case .decide(let decided, _, _, _): numbers.contains(decided.upload)
      case .set: false
      }
    }
    var world = show.scenario
    world.platforms = show.snapshot.platforms
    world.review = show.snapshot.review
    self.scenario = world
  }

  /// The video's platform under a draft of settings.
  func platform(under changes: [DraftChange]) -> Platform? {
    var world = scenario
    world.apply(changes)
    return world.platforms.indices.contains(video.platform)
      ? world.platforms[video.platform] : nil
  }

  /// How the video ends under a draft of settings, with the same viewers or others.
  ///
  /// - Parameters:
  ///   - changes: The draft.
  ///   - others: 0 for the same viewers, else other ones for each number.
  ///   - truth: Puts another truth in the video's place; nil for its own.
  ///   - isWanted: Asked now and then; the run is given up where it says no.
  func ending(
    changes: [DraftChange] = [], others: UInt64 = 0, truth: Truth? = nil,
    isWanted: () -> Bool
  ) -> Ending? {
    var world = scenario
    world.apply(changes)
    world.seed = scenario.seed &+ others &* 0x9e37_79b9_7f4a_7c15
    let performance = Performance(
      scenario: world, script: script.map { $0.with(truth, for: video) })
    var run = AttendedPerformance(performance, moderator: .approve)
    var snapshot = Snapshot(scenario: world)
    var reached: Moment = 0
    let end = (script.last?.at ?? 0) + Self.length
    while let next = run.nextMoment, next <= end {
      guard isWanted() else { return nil }
      reached = min(end, max(next, reached + 3_600))
      for event in run.advance(to: reached) where event.video == video { snapshot.apply(event) }
    }
    guard let picture = snapshot[video] else { return Ending(views: 0, wave: 0, curve: []) }
    return Ending(
      views: picture.views, wave: picture.waves.last?.number ?? 0, curve: picture.curve)
  }
}

extension Scenario {
  /// Puts a draft of settings in force from the start.
  mutating func apply(_ changes: [DraftChange]) {
    for change in changes {
      switch SettingKey(change.key) {
      case .platform(let name, let setting):
        for index in platforms.indices where platforms[index].id == name {
          setting.set(change.value, in: &platforms[index].settings)
        }
      case .rule(let name, let rule):
        for index in platforms.indices where platforms[index].id == name {
          platforms[index].settings.rule = rule
        }
      case .doubtFrom: review.doubtFrom = change.value
      case .removeFrom: review.removeFrom = change.value
      case nil: continue
      }
    }
  }
}

extension TimedCommand {
  /// The command with another truth in an upload's place.
  fileprivate func with(_ truth: Truth?, for video: VideoID) -> TimedCommand {
    guard let truth, case .upload(var upload, let reading, let followers, let number) = command,
      number == video.upload
    else { return self }
    upload.truth = truth
    return TimedCommand(
      at: at, command: .upload(upload, reading, followers: followers, number: number),
      isLive: isLive)
  }
}
