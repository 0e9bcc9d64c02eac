public import Catalogue
public import Dashboard
import Dispatch
import Distribution
public import Journal
import Synchronization

/// The actor that owns the show: it performs what a person wants, lets time run, and publishes
/// scenes.
///
/// Wishes arrive in the order in which they were sent. A scene is published where something can
/// be seen to have changed, at most ten a second; a show that stands still has no timer.
public actor Theatre {
  /// Where scenes arrive.
  public nonisolated let mailbox: Mailbox<Scene>
  /// The scene before anything was asked for.
  public nonisolated let opening: Scene

  nonisolated let inbox: AsyncStream<Message>.Continuation
  private let messages: AsyncStream<Message>
  private let clock = ContinuousClock()
  private let opened: ContinuousClock.Instant
  let staging: Staging
  private nonisolated let ended = DispatchSemaphore(value: 0)
  private nonisolated let unwritten = Mutex<JournalError?>(nil)
  private var timer: (number: Int, task: Task<Void, Never>)?
  private var timers = 0

  let backstage = Backstage()
  let catalogue = CatalogueSurvey()
  var playhead: Playhead
  var register: Register?
  var steered = Steered.both
  private var isFaulty = false
  var notice: Notice?
  var whatIf: WhatIf?
  var outlook: Outlook?
  var asked: WhatIf.Question?
  var watched: VideoID?
  var forecast: Forecast?

  /// What can reach the theatre.
  enum Message: Sendable {
    case intent(Intent)
    case upload(Upload, followers: Int)
    case notice(Notice)
    case tick(Int)
    case whatIf(WhatIf)
    case outlook(Outlook, Forecast)
  }

  /// Prepares a theatre; nothing moves before `open`.
  ///
  /// - Parameters:
  ///   - journal: Where the run is recorded, or, for a recorded show, what it is read from.
  ///   - branch: The journal's branch that the show is.
  public init(
    playhead: Playhead, staging: Staging, mailbox: Mailbox<Scene>, journal: Journal? = nil,
    branch: Branch = .first
  ) {
    let register = journal.map { Register($0, run: branch) }
    self.playhead = playhead
    self.register = register
    var opening = playhead.scene
    opening.tell(of: register, playhead.show)
    self.opening = opening
    self.staging = staging
    self.mailbox = mailbox
    self.opened = clock.now
    (self.messages, self.inbox) = AsyncStream.makeStream()
  }

  /// Starts to listen.
  public nonisolated func open() {
    Task { await self.listen() }
  }

  /// Ends the show and everything that computes for it.
  public nonisolated func close() { inbox.finish() }

  /// Ends the show, and returns when all of it is in its journal.
  ///
  /// It must have been opened, and whoever calls is not one of the theatre's own threads.
  ///
  /// - Returns: Why the last of it could not be written; nil where all of it is.
  public nonisolated func closeAndWait() -> JournalError? {
    inbox.finish()
    ended.wait()
    return unwritten.withLock { $0 }
  }

  /// Asks for what a person wants; leaving, files and forms are the caller's.
  public nonisolated func send(_ intent: Intent) { inbox.yield(.intent(intent)) }

  /// Brings in a person's own upload at the moment shown.
  public nonisolated func submit(_ upload: Upload, followers: Int) {
    inbox.yield(.upload(upload, followers: followers))
  }

  /// Tells the person something.
  public nonisolated func say(_ notice: Notice) { inbox.yield(.notice(notice)) }

  /// The wall's time, from the opening on.
  var wall: Duration { opened.duration(to: clock.now) }

  private func listen() async {
    for await message in messages { receive(message) }
    timer?.task.cancel()
    for lane in Backstage.Lane.allCases { backstage.stop(lane) }
    recordNews()
    do {
      try register?.ledger?.write()
    } catch {
      unwritten.withLock { $0 = error }
    }
    register?.ledger?.journal.close()
    ended.signal()
  }

  private func receive(_ message: Message) {
    let isNews = handle(message)
    recordNews()
    let isFault = noticeFault()
    refreshForecast()
    if isNews || isFault { publish() }
    schedule()
  }

  /// Does what a message asks; gives whether a person could see a difference.
  private func handle(_ message: Message) -> Bool {
    switch message {
    case .tick(let number):
      guard number == timer?.number else { return false }
      let wasRunning = playhead.isRunning
      let isNews = playhead.tick(at: wall, clock: { self.wall })
      guard wasRunning, playhead.show.isCutShort, !playhead.isRunning else { return isNews }
      notice = endOfRecord
      return true
    case .intent(let intent):
      if !intent.isQuestion { notice = nil }
      act(on: intent)
      return true
    case .upload(let upload, let followers):
      notice = nil
      bringIn(upload, followers: followers)
      return true
    case .notice(let words):
      notice = words
      return true
    case .whatIf(let answer):
      guard answer.question == asked else { return false }
      whatIf = answer
      return true
    case .outlook(let answer, let stand):
      guard stand == forecast else { return false }
      outlook = answer
      return true
    }
  }

  /// Sets the alarm for the next moment at which something can be seen; none while time stands
  /// still.
  private func schedule() {
    timer?.task.cancel()
    timer = nil
    guard let wake = playhead.wake(after: wall) else { return }
    timers += 1
    let number = timers
    let task = Task { [clock, opened, inbox] in
      try? await clock.sleep(until: opened + wake, tolerance: .milliseconds(2))
      if !Task.isCancelled { inbox.yield(.tick(number)) }
    }
    timer = (number, task)
  }

  /// Hands the present scene to the screen.
  private func publish() {
    var scene = playhead.scene
    scene.whatIf = whatIf
    scene.outlook = outlook
    scene.notice = notice
    scene.steered = steered
    scene.tell(of: register, playhead.show)
    mailbox.post(scene)
  }

  /// Stops the time where what happens cannot be recorded, once; gives whether it did.
  private func noticeFault() -> Bool {
    guard let fault = register?.ledger?.fault else {
      isFaulty = false
      return false
    }
    guard !isFaulty else { return false }
    isFaulty = true
    playhead.setPaused(true, at: wall)
    notice = Notice("Paused: \(fault.description)", isError: true)
    return true
  }
}
