import Audience
public import Catalogue
import Desk
import HeapModule

extension Engine {
  /// Goes on from a keyframe, or gives nil where the keyframe does not fit the commands.
  ///
  /// - Parameter commands: Every command given up to the keyframe, in order.
  public init?(scenario: Scenario, keyframe: Keyframe, after commands: [Command]) {
    self.init(scenario: scenario)
    var uploads: [VideoID: ComingPost] = [:]
    for command in commands {
      switch command {
      case .upload(let upload, let reading, let followers, let number):
        note(upload, reading, followers, number: number, in: &uploads)
      case .set(let key, let value): _ = try? set(key, to: value)
      case .decide: continue
      }
    }
    for mark in keyframe.posts {
      guard let facts = uploads[mark.id], positions[mark.id] == nil else { return nil }
      add(
        Post.Facts(
          id: mark.id, upload: facts.upload, reading: facts.reading, followers: facts.followers))
      guard restore(posts.count - 1, from: mark, at: keyframe.now) else { return nil }
    }
    for (creator, places) in postsByCreator.enumerated() {
      // A post's place is that of its mark.
      postsByCreator[creator] = places.sorted { keyframe.posts[$0].turn < keyframe.posts[$1].turn }
    }
    for coming in keyframe.coming {
      guard let facts = uploads[coming.id], positions[coming.id] == nil,
        coming.due > keyframe.now
      else { return nil }
      comingPosts[coming.id] = facts
      agenda.insert(Appointment(at: coming.due, id: coming.id, position: nil))
    }
    for item in keyframe.cases { desk.open(item) }
    go(to: keyframe.now, latest: keyframe.latest)
  }

  /// Notes what would be posted where, on the upload's own platform and on its second one.
  private func note(
    _ upload: Upload, _ reading: Reading, _ followers: Int, number: Int,
    in uploads: inout [VideoID: ComingPost]
  ) {
    let facts = ComingPost(upload: upload, reading: reading, followers: followers)
    guard let own = platforms.firstIndex(where: { $0.id == upload.platform }) else { return }
    uploads[VideoID(upload: number, platform: own)] = facts
    guard let plan = upload.crossPost,
      let second = platforms.firstIndex(where: { $0.id == plan.platform })
    else { return }
    let id = VideoID(upload: number, platform: second)
    if uploads[id] == nil { uploads[id] = facts }
  }

  private mutating func restore(
    _ position: Int, from mark: Keyframe.Post, at moment: Moment
  ) -> Bool {
    guard mark.wake > moment else { return false }
    posts[position].wake = mark.wake
    if mark.wake < .max {
      agenda.insert(Appointment(at: mark.wake, id: mark.id, position: position))
    }
    switch mark.state {
    case .uploaded: posts[position].state = .uploaded
    case .atDesk: posts[position].state = .atDesk
    case .removed: posts[position].state = .removed
    case .published(let state):
      guard 0...moment ~= state.publishedAt else { return false }
      var spread = firstSpread(of: posts[position].facts, at: state.publishedAt)
      let realm = realms[mark.id.platform]
      guard state.push?.isSound(at: realm.activity.activity(at: moment)) ?? true,
        spread.go(to: state)
      else { return false }
      posts[position].state = .published(spreads.count)
      spreads.append(spread)
    }
    return true
  }
}

extension Spread {
  /// Goes to where it once was; false where it cannot have been there.
  fileprivate mutating func go(to state: Engine.Keyframe.Spread) -> Bool {
    let seen = facts.feed.prefix(max(0, state.feedSeen)).lazy.map(\.viewer)
    guard 0...facts.feed.count ~= state.feedSeen,
      0...facts.withoutPush.count ~= state.progress.socialGraphOnly,
      // Those from the feed are known by themselves, and the push comes to nobody at a moment.
      state.visits.allSatisfy({ $0.source == .forwards || $0.source == .profile }),
      walk.go(to: state.walk, with: seen)
    else { return false }
    progress = state.progress
    feedSeen = state.feedSeen
    for visit in state.visits { visits.insert(visit) }
    push = state.push
    return true
  }
}
