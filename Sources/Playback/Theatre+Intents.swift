import Catalogue
import Dashboard
import Distribution

extension Theatre {
  /// Does what a person wants of the run.
  func act(on intent: Intent) {
    switch intent {
    case .setPaused(let paused): playhead.setPaused(paused, at: wall)
    case .setSpeed(let speed): playhead.setSpeed(speed, at: wall)
    case .seek(let moment): playhead.change(at: wall) { $0.visit(moment) }
    case .step(let step, let forward): go(step, forward: forward)
    case .decide(let video, let allowed, let reason):
      perform(.decide(video, allowed: allowed, reason: reason, moderator: "you"))
    case .apply(let changes): apply(changes)
    case .ask(let question): ask(question)
    case .forecast(let video): ask(forecastOf: video)
    case .fork(let changes): split(changes)
    case .closeFork: playhead.fork = nil
    case .setBackward, .openBranch, .deleteBranch, .steer: break
    case .quit, .submit, .load, .export: break
    }
  }

  /// Gives the engine a command at the moment shown, in the fork as well.
  func perform(_ command: Command) {
    do {
      let dropped = try playhead.change(at: wall) { (show) throws(Refusal) in
        try show.perform(command)
      }
      playhead.fork?.repeatCommand(command)
      if dropped > 0 { notice = Notice(Self.words(dropped: dropped)) }
    } catch {
      notice = Notice(error.description, isError: true)
    }
  }

  private func apply(_ changes: [DraftChange]) {
    var dropped = 0
    do {
      try playhead.change(at: wall) { (show) throws(Refusal) in
        var changed = show
        for change in changes {
          dropped += try changed.perform(.set(key: change.key, value: change.value))
        }
        show = changed
      }
      if dropped > 0 { notice = Notice(Self.words(dropped: dropped)) }
    } catch {
      notice = Notice(error.description, isError: true)
    }
  }

  private func go(_ step: Step, forward: Bool) {
    let moved = playhead.change(at: wall) { $0.step(step, forward: forward) }
    guard !moved else { return }
    notice = Notice(forward ? "Nothing more happens after this." : "This is the beginning.")
  }

  private func split(_ changes: [DraftChange]) {
    do {
      playhead.fork = try ForkedShow(of: playhead.show, changes: changes)
    } catch {
      notice = Notice(error.description, isError: true)
    }
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
