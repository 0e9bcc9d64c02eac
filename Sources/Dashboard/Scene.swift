public import Catalogue
public import Distribution

/// Everything outside a screen's own state that it shows: the run and how it is being played.
public struct Scene: Sendable, Hashable {
  /// The run at the moment shown.
  public var snapshot: Snapshot
  /// Whether time stands still.
  public var isPaused: Bool
  /// World seconds a wall second; 0 is as fast as the machine can.
  public var speed: Int
  /// The moment up to which the run has been computed; the shown moment may lie before it.
  public var furthest: Moment
  /// Whether nothing more will happen.
  public var isOver: Bool
  /// The moments of waves and decisions of the whole computed run, in order of time.
  public var marks: [Mark]
  /// A run beside this one: a fork under other settings; nil for none.
  public var fork: Fork?
  /// The answer to the latest question of Tune; nil before the first.
  public var whatIf: WhatIf?
  /// The chosen video's forecast; nil where none was asked for or is ready.
  public var outlook: Outlook?
  /// A message for the person, such as a refused upload; nil for none.
  public var notice: Notice?
  /// The file that the run is recorded in or replayed from; nil where it is not recorded.
  public var record: Record?
  /// Whether time runs backwards.
  public var isBackward: Bool
  /// Whether the run itself takes decisions, settings and own uploads; a replay's does not.
  public var canChange: Bool
  /// Whether the run can be forked at the moment shown.
  public var canFork: Bool
  /// Why one of the two is not possible, such as a record by another version of the engine; nil
  /// where both are.
  public var whyNot: String?
  /// Where decisions and settings given now go while a fork is open.
  public var steered: Steered
  /// What a command line names the scenario by: a built-in one's name or a file's path; nil for the
  /// scenario's own name.
  public var source: String?

  /// Creates a scene of a paused run.
  public init(
    snapshot: Snapshot, isPaused: Bool = true, speed: Int = 600, furthest: Moment = 0,
    isOver: Bool = false, marks: [Mark] = [], fork: Fork? = nil, whatIf: WhatIf? = nil,
    outlook: Outlook? = nil, notice: Notice? = nil, record: Record? = nil,
    isBackward: Bool = false, canChange: Bool = true, canFork: Bool = true,
    whyNot: String? = nil, steered: Steered = .both, source: String? = nil
  ) {
    self.snapshot = snapshot
    self.isPaused = isPaused
    self.speed = speed
    self.furthest = furthest
    self.isOver = isOver
    self.marks = marks
    self.fork = fork
    self.whatIf = whatIf
    self.outlook = outlook
    self.notice = notice
    self.record = record
    self.isBackward = isBackward
    self.canChange = canChange
    self.canFork = canFork
    self.whyNot = whyNot
    self.steered = steered
    self.source = source
  }
}

/// A moment worth a mark on the timeline.
public struct Mark: Sendable, Hashable {
  /// When.
  public var at: Moment
  /// Which video.
  public var video: VideoID
  /// What.
  public var kind: Kind
  /// What a search finds it by, apart from the upload's name and what happened: an upload's name at
  /// its posting, a case's policy code, a decision with its reason.
  public var detail: String

  /// What a mark stands for.
  public enum Kind: Sendable, Hashable {
    /// An upload was posted.
    case posted
    /// A wave of this number ended with a push.
    case wave(Int)
    /// The push stopped.
    case stop
    /// A case came to the desk.
    case deskCase
    /// A moderator decided.
    case decision
  }

  /// Creates a mark.
  public init(at: Moment, video: VideoID, kind: Kind, detail: String = "") {
    self.at = at
    self.video = video
    self.kind = kind
    self.detail = detail
  }
}

/// A copy of the run that goes on beside it under other settings.
public struct Fork: Sendable, Hashable {
  /// When it left the original.
  public var from: Moment
  /// What was changed, such as `bar 1.05 → 1.10`.
  public var label: String
  /// What it looks like at the moment shown.
  public var snapshot: Snapshot

  /// Creates a fork's picture.
  public init(from: Moment, label: String, snapshot: Snapshot) {
    self.from = from
    self.label = label
    self.snapshot = snapshot
  }
}

/// How one run of one video ended, for comparing settings.
public struct Ending: Sendable, Hashable {
  /// All views.
  public var views: Int
  /// Its last wave.
  public var wave: Int
  /// Views over time, for the curve.
  public var curve: [CurvePoint]

  /// Creates an ending.
  public init(views: Int, wave: Int, curve: [CurvePoint]) {
    self.views = views
    self.wave = wave
    self.curve = curve
  }
}

/// What would become of a video and of the catalogue under a draft of settings.
public struct WhatIf: Sendable, Hashable {
  /// The question this answers.
  public var question: Question
  /// The video under the settings in force, then under the draft.
  public var video: [Ending]
  /// The median and the 80 % range of final views over other seeds: now, then draft; empty while
  /// it is being computed.
  public var otherSeeds: [ViewsRange]
  /// The sanity table's rows for a catalogue of background uploads: now, then draft; empty while
  /// they are being computed.
  public var catalogue: [CatalogueRow]
  /// Whether more is being computed.
  public var isComputing: Bool

  /// What is asked: a draft of settings for a video.
  public struct Question: Sendable, Hashable {
    /// Dotted keys with the values they would have.
    public var changes: [DraftChange]
    /// The video looked at.
    public var video: VideoID

    /// Creates a question.
    public init(changes: [DraftChange], video: VideoID) {
      self.changes = changes
      self.video = video
    }
  }

  /// Creates an answer.
  public init(
    question: Question, video: [Ending], otherSeeds: [ViewsRange] = [],
    catalogue: [CatalogueRow] = [], isComputing: Bool = false
  ) {
    self.question = question
    self.video = video
    self.otherSeeds = otherSeeds
    self.catalogue = catalogue
    self.isComputing = isComputing
  }
}

/// A setting that is drafted but not applied.
public struct DraftChange: Sendable, Hashable {
  /// The dotted key, as in `SettingKey`.
  public var key: String
  /// The value it would have.
  public var value: Double

  /// Creates a change.
  public init(key: String, value: Double) {
    self.key = key
    self.value = value
  }
}

/// A range of final views.
public struct ViewsRange: Sendable, Hashable {
  /// One run in ten ends below.
  public var low: Int
  /// Half end below.
  public var median: Int
  /// One in ten ends above.
  public var high: Int
  /// How many runs it rests on.
  public var runs: Int

  /// Creates a range.
  public init(low: Int, median: Int, high: Int, runs: Int) {
    self.low = low
    self.median = median
    self.high = high
    self.runs = runs
  }
}

/// One row of the sanity table under two settings.
public struct CatalogueRow: Sendable, Hashable {
  /// What is measured.
  public var name: String
  /// Under the settings in force.
  public var now: Double
  /// Under the draft.
  public var draft: Double
  /// What the real world's figure lies in.
  public var target: ClosedRange<Double>

  /// Creates a row.
  public init(name: String, now: Double, draft: Double, target: ClosedRange<Double>) {
    self.name = name
    self.now = now
    self.draft = draft
    self.target = target
  }
}

/// A forecast of a video's final views from what the platform knows now.
public struct Outlook: Sendable, Hashable {
  /// The video it is for.
  public var video: VideoID
  /// Where it stops, over re-runs with other viewers.
  public var views: ViewsRange

  /// Creates a forecast.
  public init(video: VideoID, views: ViewsRange) {
    self.video = video
    self.views = views
  }
}

/// A message for the person.
public struct Notice: Sendable, Hashable {
  /// One line.
  public var text: String
  /// Whether something was refused.
  public var isError: Bool

  /// Creates a message.
  public init(_ text: String, isError: Bool = false) {
    self.text = text
    self.isError = isError
  }
}
