import Audience
public import Catalogue

/// An upload ready to be submitted at its moment.
public struct StagedUpload: Sendable, Hashable {
  /// The upload.
  public var upload: Upload
  /// What the models make of it.
  public var reading: Reading
  /// Its creator's followers.
  public var followers: Int
  /// Its number in the order of posting.
  public var number: Int

  /// Creates a staged upload.
  public init(upload: Upload, reading: Reading, followers: Int, number: Int) {
    self.upload = upload
    self.reading = reading
    self.followers = followers
    self.number = number
  }

  /// The command that submits it.
  public var command: Command {
    .upload(upload, reading, followers: followers, number: number)
  }
}

/// Uploads of people whom a scenario does not name, drawn from distributions.
///
/// Each is recognised rightly; its chance to be illegal is spread, in log-odds, around −8.3 (1.7) for
/// legal and around −2 (2) for illegal uploads, so that from 0.6 % on about 3 % of the legal ones are
/// doubted, as of real captions, and 6 % of the illegal ones are missed. Likes, forwards and click-throughs vary
/// between videos with a log-spread of 0.7, 1.6 and 0.5; sources stand in the article Numbers.
public struct BackgroundUploads: Sendable {
  private let background: Background
  private let key: DrawKey
  private let creators: Int

  /// Uploads to be drawn for a seed.
  public init(_ background: Background, seed: UInt64) {
    self.background = background
    self.key = DrawKey(seed: seed).sub("background")
    let count = background.perHour * background.hours
    self.creators = max(1, Int((count / max(1, background.uploadsPerCreator)).rounded()))
  }

  /// No creator has more followers.
  private static let mostFollowers = 100_000_000.0

  /// How many uploads there are.
  public var count: Int { Int((background.perHour * background.hours).rounded()) }

  /// The uploads, in order of posting, numbered from a number on.
  ///
  /// - Parameter belongs: Whether a creator's uploads are wanted, by the creator's number.
  public func draw(
    from number: Int = 0, where belongs: (Int) -> Bool = { _ in true }
  ) -> [StagedUpload] {
    let moments = (0..<count).map {
      Moment(key.sub("moment").uniform(UInt64($0)) * background.hours * 3_600)
    }
    let order = moments.indices.sorted { (moments[$0], $0) < (moments[$1], $1) }
    var staged: [StagedUpload] = []
    for (place, index) in order.enumerated() {
      let creator = Int(key.sub("creator").uniform(UInt64(index)) * Double(creators))
      guard belongs(creator) else { continue }
      staged.append(
        one(index, by: creator, at: moments[index], number: number + place))
    }
    return staged
  }

  private func one(
    _ index: Int, by creator: Int, at moment: Moment, number: Int
  ) -> StagedUpload {
    let person = key.sub("person").sub(UInt64(creator))
    let draws = key.sub("upload").sub(UInt64(index))
    let fame = person.normal(1)
    let followers =
      background.medianFollowers * Exact.exp(background.followersSpread * fame)
    let rho = background.skillCorrelation
    let skill = rho * fame + (1 - rho * rho).squareRoot() * draws.normal(1)
    let topics = topics(person, draws)
    var truth = Truth(
      like: min(0.5, 0.05 * Exact.exp(0.7 * draws.normal(2))),
      forward: min(0.08, 0.003 * Exact.exp(1.6 * draws.normal(3))),
      clickThrough: min(0.2, 0.01 * Exact.exp(0.5 * draws.normal(11) - 0.125)),
      topics: topics,
      breaks: draws.uniform(4) < background.illegalShare ? policy(draws.uniform(5)) : nil)
    truth.appeal = background.appealSpread * skill - Self.pull(ofRatesIn: truth)
    let upload = Upload(
      id: "upload-\(number + 1)", creator: "creator-\(creator + 1)",
      platform: background.platform, caption: topics.first?.topic.label ?? "",
      duration: min(90, max(5, 15 * Exact.exp(0.6 * draws.normal(6)))), postedAt: moment,
      truth: truth)
    let reading = Reading(
      policies: [suspicion(truth.breaks, draws)], topics: topics)
    return StagedUpload(
      upload: upload, reading: reading, followers: Int(min(followers, Self.mostFollowers)),
      number: number)
  }

  /// The logarithm of the score on its core that its rates alone would give a video.
  ///
  /// What is spread between videos is the whole score; a video that is liked or forwarded more
  /// than it is watched is so much less watched. Among videos that spread, likes and forwards per
  /// view go with views not at all or slightly the other way, viewing time does go with them
  /// (the article Numbers).
  private static func pull(ofRatesIn truth: Truth) -> Double {
    let median = PlatformSettings()
    let interactions = truth.like + truth.comment + truth.forward + truth.save
    return Exact.log(
      1 + median.weightInteraction * (interactions / median.referenceInteraction - 1))
  }

  /// The creator's own topic most of all, and often another one besides.
  private func topics(_ person: DrawKey, _ draws: DrawKey) -> [TopicScore] {
    let home = topic(person.uniform(2))
    let other = topic(draws.uniform(7))
    let share = 0.6 + 0.4 * draws.uniform(8)
    guard share < 0.95, other != home else { return [TopicScore(home, 1)] }
    return [TopicScore(home, share), TopicScore(other, 1 - share)]
  }

  private func topic(_ u: Double) -> Topic { Topic.all[Int(u * Double(Topic.all.count))] }

  private func policy(_ u: Double) -> Policy {
    let trained = Policy.allCases.filter { $0 != .minors }
    return trained[Int(u * Double(trained.count))]
  }

  private func suspicion(_ breaks: Policy?, _ draws: DrawKey) -> PolicyProbability {
    let odds = breaks == nil ? -8.3 + 1.7 * draws.normal(9) : -2 + 2 * draws.normal(9)
    return PolicyProbability(breaks ?? policy(draws.uniform(10)), Exact.logistic(odds))
  }
}
