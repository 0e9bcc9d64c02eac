public import Audience
public import Catalogue

/// Something that happened: what screens and journals are folded from.
public struct Event: Sendable, Hashable, Codable {
  /// When: seconds after the scenario's start.
  public var at: Moment
  /// Which video it happened to; nil where it concerns a platform or the run.
  public var video: VideoID?
  /// What happened.
  public var what: What

  /// Creates an event.
  public init(at: Moment, video: VideoID? = nil, what: What) {
    self.at = at
    self.video = video
    self.what = what
  }

  /// What can happen.
  public enum What: Sendable, Hashable, Codable {
    /// A creator submitted it.
    indirect case uploaded(Submission)
    /// The models and the thresholds of review spoke.
    case reviewed(Review)
    /// It waits for a person at the desk.
    case caseOpened(CaseFacts)
    /// A moderator decided.
    case decided(Decision)
    /// Review let it through: it is shown from now on.
    case published(Publication)
    /// A wave begins.
    case waveStarted(WaveStart)
    /// Views came; every number is the total so far.
    case delivered(Progress)
    /// The platform looked at the KPIs.
    indirect case assessed(Assessment)
    /// It will be posted on another platform.
    case crossPosted(CrossPosting)
    /// A person moved a setting.
    case settingChanged(SettingChange)
  }
}

/// One post of an upload on one platform.
public struct VideoID: Sendable, Hashable, Comparable, Codable {
  /// The upload's number in the run: order of posting, 0 first.
  public var upload: Int
  /// The platform's position in the scenario.
  public var platform: Int

  /// Creates an identifier.
  public init(upload: Int, platform: Int) {
    self.upload = upload
    self.platform = platform
  }

  /// Earlier uploads first, then earlier platforms.
  public static func < (a: VideoID, b: VideoID) -> Bool {
    (a.upload, a.platform) < (b.upload, b.platform)
  }
}

/// What was submitted, as far as screens show it.
public struct Submission: Sendable, Hashable, Codable {
  /// The upload with all its text.
  ///
  /// Its truth is the simulation's secret and not part of the event.
  public var upload: Upload
  /// The creator's followers.
  public var followers: Int
  /// What the models made of it.
  public var reading: Reading

  /// Creates facts of an upload.
  public init(upload: Upload, followers: Int, reading: Reading) {
    self.upload = upload
    self.followers = followers
    self.reading = reading
  }

  /// What screens and records may know of an upload: not what the simulation alone knows, and no
  /// word of one that concerns minors.
  init(
    showing upload: Upload, _ reading: Reading, followers: Int, on platform: String, at now: Moment
  ) {
    self.upload = upload
    self.followers = followers
    self.reading = reading
    self.upload.truth = nil
    self.upload.reported = nil
    self.upload.pinnedReading = nil
    self.upload.platform = platform
    self.upload.postedAt = now
    guard upload.concernsMinors else { return }
    self.upload.caption = ""
    self.upload.transcript = ""
    self.upload.onScreenText = ""
    self.upload.hashtags = []
    self.upload.sound = ""
    self.reading.policyEvidence = []
    self.reading.topicEvidence = []
  }
}

/// What review concludes.
public enum Verdict: String, Sendable, Hashable, Codable {
  /// Sure enough that it is fine.
  case allow
  /// A person decides.
  case doubt
  /// Sure that it is illegal.
  case remove
}

/// A verdict with its numbers.
public struct Review: Sendable, Hashable, Codable {
  /// What review concludes.
  public var verdict: Verdict
  /// The likeliest policy, where one has any probability.
  public var policy: Policy?
  /// Its calibrated probability, 0 … 1.
  public var probability: Double
  /// The threshold that decided.
  public var threshold: Double

  /// Creates a verdict with its numbers.
  public init(verdict: Verdict, policy: Policy?, probability: Double, threshold: Double) {
    self.verdict = verdict
    self.policy = policy
    self.probability = probability
    self.threshold = threshold
  }
}

/// A case as it comes to the desk.
public struct CaseFacts: Sendable, Hashable, Codable {
  /// The policy in question.
  public var policy: Policy
  /// Its probability, 0 … 1.
  public var probability: Double
  /// When it breaches its limit.
  public var due: Moment

  /// Creates the facts of a case.
  public init(policy: Policy, probability: Double, due: Moment) {
    self.policy = policy
    self.probability = probability
    self.due = due
  }
}

/// What a moderator decided.
public struct Decision: Sendable, Hashable, Codable {
  /// Allowed or removed.
  public var allowed: Bool
  /// Why, in the moderator's words or those of the policy.
  public var reason: String
  /// Who.
  public var moderator: String
  /// Seconds the case waited.
  public var waited: Moment

  /// Creates a decision.
  public init(allowed: Bool, reason: String, moderator: String, waited: Moment) {
    self.allowed = allowed
    self.reason = reason
    self.moderator = moderator
    self.waited = waited
  }
}

/// What is fixed when a video is first shown.
public struct Publication: Sendable, Hashable, Codable {
  /// Followers whose feed it reaches.
  public var followersReached: Int
  /// Views it would end at through followers and forwards alone.
  public var socialGraphOnlyViews: Int

  /// Creates what is fixed.
  public init(followersReached: Int, socialGraphOnlyViews: Int) {
    self.followersReached = followersReached
    self.socialGraphOnlyViews = socialGraphOnlyViews
  }
}

/// The beginning of a wave.
public struct WaveStart: Sendable, Hashable, Codable {
  /// 1 is the first.
  public var number: Int
  /// People it is meant for.
  public var size: Int
  /// For-you views at which it ends.
  public var gate: Int

  /// Creates a wave's beginning.
  public init(number: Int, size: Int, gate: Int) {
    self.number = number
    self.size = size
    self.gate = gate
  }
}

/// Where a view came from.
public enum Source: Int, Sendable, Hashable, CaseIterable, Codable {
  /// Pushed by the platform.
  case forYou
  /// In the feed of somebody who follows the creator.
  case followers
  /// Sent by somebody.
  case forwards
  /// From the creator's profile.
  case profile

  /// What people read.
  public var label: String {
    switch self {
    case .forYou: "For You"
    case .followers: "followers"
    case .forwards: "forwards"
    case .profile: "profile"
    }
  }

  /// The key in JSON.
  public var key: String {
    switch self {
    case .forYou: "forYou"
    case .followers: "followers"
    case .forwards: "forwards"
    case .profile: "profile"
    }
  }
}

/// Totals of a video at one moment.
public struct Progress: Sendable, Hashable, Codable {
  /// For-you views: the depth reached.
  public var forYou = 0
  /// Views by followers.
  public var followers = 0
  /// Views of forwarded posts.
  public var forwards = 0
  /// Views from the creator's profile.
  public var profile = 0
  /// Distinct viewers.
  public var reach = 0
  /// How often it was forwarded, by viewers of any source.
  public var forwarded = 0
  /// Click-throughs to the creator's profile, by viewers of any source.
  public var clickThroughs = 0
  /// Views that followers and forwards alone would have brought by now.
  public var socialGraphOnly = 0
  /// The current wave's number.
  public var wave = 0
  /// What the current wave's views came to so far.
  public var tally = Tally()

  /// Creates totals of nothing.
  public init() {}

  /// All views.
  public var views: Int { forYou + followers + forwards + profile }

  /// Views from one source.
  public func views(from source: Source) -> Int {
    switch source {
    case .forYou: forYou
    case .followers: followers
    case .forwards: forwards
    case .profile: profile
    }
  }
}

/// Another platform's turn.
public struct CrossPosting: Sendable, Hashable, Codable {
  /// The video there.
  public var to: VideoID
  /// When it will be posted.
  public var due: Moment
  /// The gate that it passed here.
  public var gate: Int

  /// Creates another platform's turn.
  public init(to: VideoID, due: Moment, gate: Int) {
    self.to = to
    self.due = due
    self.gate = gate
  }
}

/// A setting that a person moved.
public struct SettingChange: Sendable, Hashable, Codable {
  /// The dotted key, such as `platform.for-you.bar` or `review.doubt-from`.
  public var key: String
  /// Before.
  public var from: Double
  /// From now on.
  public var to: Double

  /// Creates a change.
  public init(key: String, from: Double, to: Double) {
    self.key = key
    self.from = from
    self.to = to
  }
}
