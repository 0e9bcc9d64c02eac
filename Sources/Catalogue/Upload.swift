/// What a creator submits; once review let it through, the same thing is a video.
public struct Upload: Sendable, Hashable, Codable {
  /// Its name in the scenario, such as `bee-bike`; unique there.
  public var id: String
  /// The creator's name, such as `bart`.
  public var creator: String
  /// The platform it is first posted on, such as `for-you`.
  public var platform: String
  /// What the creator wrote under the video.
  public var caption: String
  /// What is said in it.
  public var transcript: String
  /// What is shown in letters.
  public var onScreenText: String
  /// Without the `#`.
  public var hashtags: [String]
  /// The title of the sound.
  public var sound: String
  /// Length in seconds, 0.5 … 3,600.
  public var duration: Double
  /// When it is posted: seconds after the scenario's start.
  public var postedAt: Moment
  /// Whether the uploader ticked that a minor is concerned, or its hash is on a list: the masked
  /// MIN queue.
  public var concernsMinors: Bool
  /// The identifier that the viewers' draws go by: two posts of the same content share it.
  public var content: String
  /// Where it goes next if it does well here.
  public var crossPost: CrossPost?
  /// What the simulation knows and no model sees; nil for a person's own upload.
  public var truth: Truth?
  /// What the real video was reported to have come to; what `fit` aims at.
  public var reported: Reported?
  /// A reading pinned by the scenario, in place of the models'.
  public var pinnedReading: Reading?

  /// Creates an upload; every text is empty unless given.
  public init(
    id: String, creator: String, platform: String, caption: String = "", transcript: String = "",
    onScreenText: String = "", hashtags: [String] = [], sound: String = "", duration: Double = 15,
    postedAt: Moment = 0, concernsMinors: Bool = false, content: String? = nil,
    crossPost: CrossPost? = nil, truth: Truth? = nil, pinnedReading: Reading? = nil
  ) {
    self.id = id
    self.creator = creator
    self.platform = platform
    self.caption = caption
    self.transcript = transcript
    self.onScreenText = onScreenText
    self.hashtags = hashtags
    self.sound = sound
    self.duration = duration
    self.postedAt = postedAt
    self.concernsMinors = concernsMinors
    self.content = content ?? id
    self.crossPost = crossPost
    self.truth = truth
    self.pinnedReading = pinnedReading
  }

  /// The text of one field.
  public func text(of field: Field) -> String {
    switch field {
    case .caption: caption
    case .transcript: transcript
    case .onScreenText: onScreenText
    case .hashtags: hashtags.joined(separator: " ")
    case .sound: sound
    }
  }
}

/// Seconds after the scenario's start.
public typealias Moment = Int

/// What the simulation knows of an upload: how people would take it.
///
/// Rates are per view by a viewer who is as pleased as a median video's core audience.
public struct Truth: Sendable, Hashable, Codable {
  /// Log-ratio to the median video on its core: 0 is the median, one standard deviation is 0.20.
  public var appeal: Double
  /// Likes per view, 0 … 0.5; median 0.05.
  public var like: Double
  /// Comments per view, 0 … 0.2; median 0.001.
  public var comment: Double
  /// Forwards per view, 0 … 0.08; median 0.003.
  public var forward: Double
  /// Saves per view, 0 … 0.2; median 0.003.
  public var save: Double
  /// Click-throughs to the creator's profile per view, 0 … 0.2; median 0.01.
  public var clickThrough: Double
  /// Follows per view, 0 … 0.1; median 0.003.
  public var follow: Double
  /// What it is really about, shares that sum to 1, largest first; empty: as recognised.
  public var topics: [TopicScore]
  /// The policy it really breaks, if any.
  public var breaks: Policy?

  /// Creates a truth; every rate is the median video's unless given.
  public init(
    appeal: Double = 0, like: Double = 0.05, comment: Double = 0.001, forward: Double = 0.003,
    save: Double = 0.003, clickThrough: Double = 0.01, follow: Double = 0.003,
    topics: [TopicScore] = [], breaks: Policy? = nil
  ) {
    self.appeal = appeal
    self.like = like
    self.comment = comment
    self.forward = forward
    self.save = save
    self.clickThrough = clickThrough
    self.follow = follow
    self.topics = topics
    self.breaks = breaks
  }
}

/// Where a video that does well is posted next.
public struct CrossPost: Sendable, Hashable, Codable {
  /// The second platform's name.
  public var platform: String
  /// The number of the gate that it must pass on the first, 1 the first wave's.
  public var afterGate: Int
  /// Seconds from passing that gate to the post there.
  public var delay: Moment

  /// Creates a plan to post again.
  public init(platform: String, afterGate: Int, delay: Moment) {
    self.platform = platform
    self.afterGate = afterGate
    self.delay = delay
  }
}

/// What a real video was reported to have come to.
///
/// Nothing in a run looks at it: it is the aim of `fit`, which finds the truth that leads there,
/// and the measure of “viral” in a survey.
public struct Reported: Sendable, Hashable, Codable {
  /// All views.
  public var views: Int
  /// How often it was forwarded.
  public var forwards: Int

  /// Creates a report.
  public init(views: Int, forwards: Int) {
    self.views = views
    self.forwards = forwards
  }
}

/// Somebody who uploads.
public struct Creator: Sendable, Hashable, Codable {
  /// The name, unique in the scenario.
  public var id: String
  /// Followers on every platform.
  public var followers: Int

  /// Creates a creator.
  public init(id: String, followers: Int = 0) {
    self.id = id
    self.followers = followers
  }
}
