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
    var uploads: [Int: (upload: Upload, reading: Reading, followers: Int)] = [:]
    for command in commands {
      switch command {
      case .upload(let upload, let reading, let followers, let number):
        if uploads[number] == nil { uploads[number] = (upload, reading, followers) }
      case .set(let key, let value): _ = try? set(key, to: value)
      case .decide: continue
      }
    }
    for mark in keyframe.posts {
      guard let facts = uploads[mark.id.upload], platforms.indices.contains(mark.id.platform),
        positions[mark.id] == nil
      else { return nil }
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
      guard let facts = uploads[coming.id.upload], positions[coming.id] == nil,
        platforms.indices.contains(coming.id.platform), coming.due > keyframe.now
      else { return nil }
      comingPosts[coming.id] = ComingPost(
        upload: facts.upload, reading: facts.reading, followers: facts.followers)
      agenda.insert(Appointment(at: coming.due, id: coming.id, position: nil))
    }
    for item in keyframe.cases { desk.open(item) }
    go(to: keyframe.now, latest: keyframe.latest)
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
      var spread = firstSpread(of: posts[position].facts, at: state.publishedAt)
      guard spread.go(to: state) else { return false }
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
    guard 0...facts.feed.count ~= state.feedSeen, state.push?.isSound ?? true,
      0...facts.withoutPush.count ~= state.progress.socialGraphOnly,
      walk.go(to: state.walk, with: seen)
    else { return false }
    progress = state.progress
    feedSeen = state.feedSeen
    for visit in state.visits { visits.insert(visit) }
    push = state.push
    return true
  }
}
