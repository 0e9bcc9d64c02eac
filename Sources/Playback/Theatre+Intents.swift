import Catalogue
import Dashboard
import Distribution

extension Theatre {
  /// Does what a person wants of the run.
  func act(on intent: Intent) {
    switch intent {
    case .setPaused(let paused):
      let isEnd = !paused && playhead.show.isCutShort && !playhead.isBackward
      playhead.setPaused(paused || isEnd, at: wall)
      if isEnd { notice = endOfRecord }
    case .setBackward(let backward): playhead.setBackward(backward, at: wall)
    case .setSpeed(let speed): playhead.setSpeed(speed, at: wall)
    case .seek(let moment):
      playhead.change(at: wall) { $0.visit(moment) }
      rest()
      if playhead.show.isCutShort, moment > playhead.show.now { notice = endOfRecord }
    case .step(let step, let forward):
      go(step, forward: forward)
      rest()
    case .decide(let video, let allowed, let reason):
      perform([.decide(video, allowed: allowed, reason: reason, moderator: "you")])
    case .apply(let changes): perform(changes.map { .set(key: $0.key, value: $0.value) })
    case .ask(let question): ask(question)
    case .forecast(let video): ask(forecastOf: video)
    case .fork(let changes): split(changes)
    case .closeFork: closeFork()
    case .openBranch(let id): open(branch: id)
    case .deleteBranch(let id): delete(branch: id)
    case .steer(let steered): self.steered = steered
    case .quit, .submit, .load, .export: break
    }
  }

  /// Lets somebody who went elsewhere look: as fast as the machine can is gone again at once.
  private func rest() {
    if playhead.speed == 0 { playhead.setPaused(true, at: wall) }
  }

  /// Brings in a person's own upload at the moment shown.
  func bringIn(_ upload: Upload, followers: Int) {
    let goesToFork = steersFork
    let show = goesToFork ? playhead.fork?.show ?? playhead.show : playhead.show
    perform([staging.command(for: upload, followers: followers, in: show)])
    guard notice == nil else { return }
    let posted = goesToFork ? playhead.fork?.show.snapshot : playhead.show.snapshot
    notice = posted?.videos.last.map(Self.words(posted:))
  }

  /// Whether what is asked goes to the fork alone.
  private var steersFork: Bool {
    playhead.fork != nil && (steered == .fork || playhead.show.recording != nil)
  }

  /// Gives the engine commands at the moment shown, all or none, in the fork as well; they are on the
  /// disk when this returns.
  func perform(_ commands: [Command]) {
    recordNews()
    let before = (show: playhead.show, fork: playhead.fork, register: register)
    do {
      let dropped = steersFork ? try performInFork(commands) : try performInRun(commands)
      try keepNews()
      if dropped > 0, notice == nil { notice = Notice(Self.words(dropped: dropped)) }
    } catch {
      (playhead.show, playhead.fork, register) = (before.show, before.fork, before.register)
      notice = Notice("\(error)", isError: true)
    }
  }

  private func performInRun(_ commands: [Command]) throws -> Int {
    guard playhead.show.recording == nil else { throw Replayed() }
    var dropped = 0
    try playhead.change(at: wall) { show in
      for command in commands { dropped += try show.perform(command) }
    }
    guard let fork = playhead.fork else { return dropped }
    if playhead.show.now < fork.from {
      // What was just asked is still to be written as one: the fork goes without a word of it.
      dropFork()
      notice = Notice("“\(fork.label)” left the run later than this: it is closed, not lost.")
    } else {
      for command in commands { playhead.fork?.repeatCommand(command) }
    }
    return dropped
  }

  private func performInFork(_ commands: [Command]) throws -> Int {
    guard let from = playhead.fork?.from, playhead.show.now >= from else { throw BeforeFork() }
    guard playhead.fork?.show.recording == nil else { throw Replayed() }
    var dropped = 0
    for command in commands { dropped += try playhead.fork?.show.perform(command) ?? 0 }
    return dropped
  }

  /// A replay shows what was recorded; nothing in it changes.
  private struct Replayed: Error, CustomStringConvertible {
    var description: String {
      "This is a replay: what was recorded stays. f forks it, and goes on another way."
    }
  }

  /// The fork begins later than the moment shown.
  private struct BeforeFork: Error, CustomStringConvertible {
    var description: String { "The fork begins later than this moment: go there first." }
  }

  private func go(_ step: Step, forward: Bool) {
    let moved = playhead.change(at: wall) { $0.step(step, forward: forward) }
    guard !moved else { return }
    notice =
      !forward
      ? Notice("This is the beginning.")
      : playhead.show.isCutShort ? endOfRecord : Notice("Nothing more happens after this.")
  }

  /// Says that no more was recorded, and how to go on.
  var endOfRecord: Notice {
    let moment = DurationText.text(playhead.show.now)
    let fork = playhead.fork == nil ? "" : ", and no fork beside it is shown further"
    return Notice(
      "The record ends here, after \(moment)\(fork): waggle resume goes on with the run.")
  }

  /// What became of an own upload at once.
  static func words(posted video: VideoPicture) -> Notice {
    let next =
      switch video.state {
      case .atDesk: "it waits at the desk (2)"
      case .removed: "review removed it"
      case .uploaded, .pushing, .stopped: "its first audience is next"
      }
    return Notice("\(video.upload.id) is posted: \(next).")
  }

  private static func words(dropped: Int) -> String {
    dropped == 1
      ? "Time goes on differently from here: 1 later command of yours was dropped."
      : "Time goes on differently from here: \(dropped) later commands of yours were dropped."
  }
}

extension Intent {
  /// Whether it only asks what may become of the run, and takes nothing off the screen.
  var isQuestion: Bool {
    switch self {
    case .ask, .forecast: true
    default: false
    }
  }
}
