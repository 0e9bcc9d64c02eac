import Audience
import Catalogue
import Desk

// Review, the desk, and the settings.

extension Engine {
  /// Takes an upload in, applies review's thresholds, and publishes it or opens a case.
  mutating func submit(
    _ upload: Upload, _ reading: Reading, followers: Int, as id: VideoID
  ) -> [Event] {
    let shown = Submission(
      showing: upload, reading, followers: followers, on: platforms[id.platform].id, at: now)
    add(Post.Facts(id: id, upload: upload, reading: reading, followers: followers))
    let review = review.verdict(on: upload, reading)
    var events = [
      Event(
        at: now, video: id,
        what: .uploaded(shown)),
      Event(at: now, video: id, what: .reviewed(review)),
    ]
    switch review.verdict {
    case .allow: publish(posts.count - 1, &events)
    case .remove: posts[posts.count - 1].state = .removed
    case .doubt:
      let policy = review.policy ?? .minors
      posts[posts.count - 1].state = .atDesk
      let item = Case(
        upload: id.upload, platform: id.platform, policy: policy,
        probability: review.probability, openedAt: now, followers: followers)
      desk.open(item)
      events.append(
        Event(
          at: now, video: id,
          what: .caseOpened(
            CaseFacts(policy: policy, probability: review.probability, due: item.due))))
    }
    return events
  }

  /// Takes a post in, its creator with it.
  mutating func add(_ facts: Post.Facts) {
    let creator = creators[facts.upload.creator] ?? postsByCreator.count
    if creator == postsByCreator.count {
      creators[facts.upload.creator] = creator
      postsByCreator.append([])
    }
    positions[facts.id] = posts.count
    postsByCreator[creator].append(posts.count)
    posts.append(Post(facts: facts, creator: creator))
  }

  /// Decides an open case.
  mutating func decide(
    _ id: VideoID, allowed: Bool, reason: String, moderator: String
  ) throws(Refusal) -> [Event] {
    guard let position = positions[id],
      let item = desk.close(upload: id.upload, platform: id.platform)
    else { throw .noOpenCase(id) }
    let decision = Decision(
      allowed: allowed, reason: reason, moderator: moderator, waited: now - item.openedAt)
    var events = [Event(at: now, video: id, what: .decided(decision))]
    if allowed {
      publish(position, &events)
    } else {
      posts[position].state = .removed
    }
    return events
  }

  /// Moves a setting, from now on.
  mutating func set(_ key: String, to value: Double) throws(Refusal) -> [Event] {
    guard let named = SettingKey(key) else { throw .noSuchSetting(key) }
    let before: Double
    switch named {
    case .platform(let name, let setting):
      let index = try platformIndex(name)
      try check(value, in: setting.range, key)
      before = setting.value(in: platforms[index].settings)
      setting.set(value, in: &platforms[index].settings)
    case .rule(let name, let rule):
      let index = try platformIndex(name)
      before = 0
      platforms[index].settings.rule = rule
    case .doubtFrom:
      try check(value, in: 0...1.01, key)
      before = review.doubtFrom
      review.doubtFrom = value
    case .removeFrom:
      try check(value, in: 0...1.01, key)
      before = review.removeFrom
      review.removeFrom = value
    }
    return [
      Event(at: now, what: .settingChanged(SettingChange(key: key, from: before, to: value)))
    ]
  }

  private func platformIndex(_ name: String) throws(Refusal) -> Int {
    guard let index = platforms.firstIndex(where: { $0.id == name }) else {
      throw .noSuchPlatform(name)
    }
    return index
  }

  private func check(
    _ value: Double, in range: ClosedRange<Double>, _ key: String
  ) throws(Refusal) {
    guard range.contains(value) else {
      throw .outOfRange(key: key, value: value, range: range)
    }
  }
}
