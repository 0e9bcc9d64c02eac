import Catalogue
import Dashboard
import Distribution
import Journal

extension Theatre {
  /// Hands what came to the run and to the fork to the ledger, which writes it soon.
  func recordNews() {
    guard let register, let ledger = register.ledger else { return }
    ledger.take(playhead.show.takeNews(), to: register.run)
    if let fork = register.fork, let news = playhead.fork?.show.takeNews() {
      ledger.take(news, to: fork)
    }
  }

  /// Writes what was just asked of the run and of the fork; it is on the disk when this returns.
  func keepNews() throws {
    guard let ledger = register?.ledger else { return }
    if let run = register?.run {
      let news = playhead.show.takeNews()
      if !news.isEmpty { register?.run = try ledger.writeNow(news, to: run) }
    }
    if let fork = register?.fork, let news = playhead.fork?.show.takeNews(), !news.isEmpty {
      do {
        register?.fork = try ledger.writeNow(news, to: fork)
      } catch {
        // The run has it: the fork alone goes.
        dropFork()
        notice = Notice("The fork is closed, as it cannot be kept: \(error)", isError: true)
      }
    }
    register?.look()
  }

  /// Begins a fork at the moment shown, and a branch of the journal with it.
  func split(_ changes: [DraftChange]) {
    recordNews()
    do {
      var fork = try ForkedShow(of: try original(), changes: changes)
      closeFork()
      if register != nil {
        do {
          let news = fork.show.takeNews()
          try begin(fork, news: news)
        } catch {
          notice = Notice("The fork is not kept: \(error)", isError: true)
        }
      }
      playhead.fork = fork
      steered = .both
    } catch {
      notice = Notice("\(error)", isError: true)
    }
  }

  /// The run as something that can be gone on with: computed again where it was recorded.
  private func original() throws -> Show {
    guard let recording = playhead.show.recording else { return playhead.show }
    return try Show(reviving: recording, at: playhead.show.now, told: true)
  }

  private func begin(_ fork: ForkedShow, news: [Show.News]) throws {
    guard let run = register?.run, let ledger = try register?.open() else { return }
    register?.fork = try ledger.fork(run, at: fork.from, name: fork.label, news: news)
    register?.look()
  }

  /// Takes the fork off the screen; what was recorded of it stays.
  func closeFork() {
    recordNews()
    dropFork()
  }

  /// Takes the fork off the screen, with what of it was not handed on yet.
  func dropFork() {
    playhead.fork = nil
    register?.fork = nil
    steered = .both
  }

  /// Shows a kept branch beside the run: computed on where that is possible, else as far as it was
  /// recorded.
  func open(branch id: Int) {
    closeFork()
    do {
      try register?.ledger?.write()
      guard let register, let branch = register.branches.first(where: { $0.id == id }),
        id != register.run.id
      else { return }
      let recording = try Recording(register.journal, branch: branch)
      var show = Show(recording)
      do {
        _ = try self.register?.open()
        show = try Show(reviving: recording, told: true)
      } catch {
        notice = Notice("It is shown as it was recorded: \(error)")
      }
      show.seek(to: playhead.show.now)
      playhead.fork = ForkedShow(from: branch.from, label: branch.name, show: show)
      self.register?.fork = branch
    } catch {
      notice = Notice("\(error)", isError: true)
    }
  }

  /// Deletes a kept branch.
  func delete(branch id: Int) {
    guard let branch = register?.branches.first(where: { $0.id == id }) else { return }
    if id == register?.fork?.id { closeFork() }
    do {
      let ledger = try register?.open()
      try ledger?.write()
      try ledger?.journal.delete(branch: branch.name)
      register?.look()
      notice = Notice("“\(branch.name)” is deleted.")
    } catch {
      notice = Notice("\(error)", isError: true)
    }
  }
}

extension Scene {
  /// Says where the run is recorded, and whether it can be changed.
  mutating func tell(of register: Register?, _ show: Show) {
    record = register?.record(isReplay: show.recording != nil)
    source = register?.journal.about.source
    guard let recording = show.recording else { return }
    canChange = false
    canFork = recording.journal.about.isComputable
    whyNot =
      recording.journal.about.isComputable
      ? "a replay: f forks it"
      : Show.NotComputable.engine(recorded: recording.journal.about.engine).description
  }
}
