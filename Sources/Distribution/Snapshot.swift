public import Audience
public import Catalogue

/// What a run looks like at one moment: a fold over its events, and nothing else.
public struct Snapshot: Sendable, Hashable {
  /// The scenario's name.
  public let scenario: String
  /// What decides every draw.
  public let seed: UInt64
  /// The wall-clock time of moment 0: seconds since 1970-01-01 00:00 UTC.
  public let start: Int
  /// The upload that screens choose first.
  public let star: String?
  /// The platforms, with the settings now in force.
  public internal(set) var platforms: [Platform]
  /// The thresholds of review now in force.
  public internal(set) var review: ReviewSettings
  /// Seconds after the start that the run has reached.
  public var now: Moment = 0
  /// Every video, in the order of posting.
  public internal(set) var videos: [VideoPicture] = []
  /// What happened lately, oldest first; at most 200.
  public internal(set) var ticker: [Event] = []
  /// Events so far.
  public internal(set) var eventCount = 0
  /// Every decision taken at the desk, oldest first.
  public internal(set) var decisions: [DecisionRecord] = []
  /// The settings that were moved while it ran, by their dotted keys, each once, in the order of
  /// their first move.
  public internal(set) var movedSettings: [String] = []
  private var positions: [VideoID: Int] = [:]

  /// The picture of a run before anything happened.
  public init(scenario: Scenario) {
    self.scenario = scenario.name
    self.seed = scenario.seed
    self.start = scenario.start
    self.star = scenario.star ?? scenario.uploads.first?.id
    self.platforms = scenario.platforms
    self.review = scenario.review
  }

  /// The video with an identifier, or nil.
  public subscript(id: VideoID) -> VideoPicture? {
    positions[id].map { videos[$0] }
  }

  /// Cases that wait for a person.
  public var openCases: [VideoPicture] { videos.filter { $0.state == .atDesk } }

  /// Whether another picture shows the same, whatever the order in which what happened at one
  /// moment was told.
  ///
  /// A person's commands come behind all else of their moment while a run goes on; where it is
  /// computed again, all of a moment is told in the order of uploads.
  public func showsTheSame(as other: Snapshot) -> Bool {
    var (mine, others) = (self, other)
    mine.forgetOrder()
    others.forgetOrder()
    return mine == others
  }

  private mutating func forgetOrder() {
    ticker = []
    decisions.sort { ($0.at, $0.video) < ($1.at, $1.video) }
    movedSettings.sort()
  }

  /// Takes one event into the picture.
  public mutating func apply(_ event: Event) {
    eventCount += 1
    now = max(now, event.at)
    if event.isNews {
      ticker.append(event)
      if ticker.count > 200 { ticker.removeFirst(ticker.count - 200) }
    }
    if case .settingChanged(let change) = event.what { apply(change) }
    guard let id = event.video else { return }
    if case .uploaded(let submission) = event.what {
      positions[id] = videos.count
      videos.append(VideoPicture(id: id, submission: submission, at: event.at))
      return
    }
    guard let position = positions[id] else { return }
    if case .decided(let decision) = event.what {
      decisions.append(
        DecisionRecord(
          at: event.at, video: id, upload: videos[position].upload.id, decision: decision))
    }
    videos[position].apply(event.what, at: event.at)
  }

  private mutating func apply(_ change: SettingChange) {
    switch SettingKey(change.key) {
    case .platform(let name, let setting):
      guard let index = platforms.firstIndex(where: { $0.id == name }) else { return }
      setting.set(change.to, in: &platforms[index].settings)
    case .rule(let name, let rule):
      guard let index = platforms.firstIndex(where: { $0.id == name }) else { return }
      platforms[index].settings.rule = rule
    case .doubtFrom: review.doubtFrom = change.to
    case .removeFrom: review.removeFrom = change.to
    case nil: return
    }
    if !movedSettings.contains(change.key) { movedSettings.append(change.key) }
  }
}

/// A decision in the desk's log.
public struct DecisionRecord: Sendable, Hashable {
  /// When, in the world's time.
  public var at: Moment
  /// Which video.
  public var video: VideoID
  /// The upload's name.
  public var upload: String
  /// What was decided.
  public var decision: Decision
}

/// One video as screens show it.
public struct VideoPicture: Sendable, Hashable, Identifiable {
  /// Where a video is on its way.
  public enum State: Sendable, Hashable {
    /// Submitted, not yet reviewed.
    case uploaded
    /// Waits for a person.
    case atDesk
    /// A wave is being shown.
    case pushing
    /// The push ended.
    case stopped
    /// Removed before anybody saw it.
    case removed
  }

  /// Which video.
  public let id: VideoID
  /// What was submitted; without its truth.
  public let upload: Upload
  /// The creator's followers.
  public let followers: Int
  /// What the models made of it.
  public let reading: Reading
  /// When it was posted.
  public let postedAt: Moment
  /// Where it is on its way.
  public internal(set) var state = State.uploaded
  /// What review said.
  public internal(set) var review: Review?
  /// The case at the desk, from its opening on.
  public internal(set) var deskCase: CaseFacts?
  /// When the case was opened.
  public internal(set) var caseOpenedAt: Moment?
  /// What the moderator decided.
  public internal(set) var decision: Decision?
  /// What was fixed when it was first shown.
  public internal(set) var publication: Publication?
  /// When it was first shown.
  public internal(set) var publishedAt: Moment?
  /// Totals now.
  public internal(set) var progress = Progress()
  /// The waves, first to last.
  public internal(set) var waves: [WavePicture] = []
  /// The latest assessment at a gate or between.
  public internal(set) var assessment: Assessment?
  /// Every assessment, in order: the sparklines' samples.
  public internal(set) var assessments: [Assessment] = []
  /// Totals over time, in order of time.
  public internal(set) var curve: [CurvePoint] = []
  /// When the push ended.
  public internal(set) var stoppedAt: Moment?
  /// Where else it was posted.
  public internal(set) var crossPostings: [CrossPosting] = []

  init(id: VideoID, submission: Submission, at: Moment) {
    self.id = id
    self.upload = submission.upload
    self.followers = submission.followers
    self.reading = submission.reading
    self.postedAt = at
  }

  /// All views.
  public var views: Int { progress.views }

  mutating func apply(_ what: Event.What, at: Moment) {
    switch what {
    case .uploaded, .settingChanged: return
    case .reviewed(let facts):
      review = facts
      if facts.verdict == .remove { state = .removed }
    case .caseOpened(let facts):
      deskCase = facts
      caseOpenedAt = at
      state = .atDesk
    case .decided(let facts):
      decision = facts
      if !facts.allowed { state = .removed }
    case .published(let facts):
      publication = facts
      publishedAt = at
      state = .pushing
      curve.append(CurvePoint(at: at, progress: progress))
    case .waveStarted(let wave):
      waves.append(WavePicture(start: wave, at: at, from: progress.forYou))
    case .delivered(let totals):
      progress = totals
      if totals.wave == waves.last?.number {
        waves[waves.count - 1].tally = totals.tally
        waves[waves.count - 1].total = totals.forYou
      }
      curve.append(CurvePoint(at: at, progress: totals))
    case .assessed(let verdict):
      assessment = verdict
      assessments.append(verdict)
      if !waves.isEmpty {
        waves[waves.count - 1].assessment = verdict
        if verdict.action != .hold { waves[waves.count - 1].endedAt = at }
      }
      if verdict.action == .stop {
        state = .stopped
        stoppedAt = at
      }
    case .crossPosted(let posting): crossPostings.append(posting)
    }
  }
}

/// One wave as a row.
public struct WavePicture: Sendable, Hashable {
  /// 1 is the first.
  public var number: Int
  /// People it was meant for.
  public var size: Int
  /// For-you views at which it ends.
  public var gate: Int
  /// When it began.
  public var startedAt: Moment
  /// For-you views before it.
  public var from: Int
  /// For-you views so far, with those of earlier waves.
  public var total: Int
  /// What its views came to so far.
  public var tally = Tally()
  /// The latest look at it.
  public var assessment: Assessment?
  /// When it ended.
  public var endedAt: Moment?

  init(start: WaveStart, at: Moment, from: Int) {
    self.number = start.number
    self.size = start.size
    self.gate = start.gate
    self.startedAt = at
    self.from = from
    self.total = from
  }

  /// Views shown in it so far.
  public var delivered: Int { total - from }
}

/// Totals of a video at one moment, for its curve.
public struct CurvePoint: Sendable, Hashable {
  /// When.
  public var at: Moment
  /// All views.
  public var views: Int
  /// Views that followers and forwards alone would have brought.
  public var socialGraphOnly: Int

  init(at: Moment, progress: Progress) {
    self.at = at
    self.views = progress.views
    self.socialGraphOnly = progress.socialGraphOnly
  }
}

extension Event {
  /// Whether a person would want to read it in a ticker.
  public var isNews: Bool {
    switch what {
    case .delivered, .waveStarted, .published: false
    case .assessed(let verdict): verdict.action != .hold
    default: true
    }
  }
}
