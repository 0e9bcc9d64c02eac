import Audience
import Catalogue
import HeapModule

// Waves, visits, and what one video brings another.

extension Engine {
  /// Shows a video to its first people.
  mutating func publish(_ position: Int, _ events: inout [Event]) {
    let post = posts[position].facts
    let spread = firstSpread(of: post, at: now)
    posts[position].state = .published(spreads.count)
    spreads.append(spread)
    let gate = spread.push?.gate ?? 0
    events.append(
      Event(
        at: now, video: post.id,
        what: .published(
          Publication(
            followersReached: spread.facts.feed.count,
            socialGraphOnlyViews: spread.facts.withoutPush.count))))
    events.append(
      Event(
        at: now, video: post.id,
        what: .waveStarted(WaveStart(number: 1, size: gate, gate: gate))))
    schedule(position)
  }

  /// A video that nobody has seen yet, shown from a moment on.
  func firstSpread(of post: Post.Facts, at moment: Moment) -> Spread {
    let realm = realms[post.id.platform]
    let key = realm.interest.key(of: post.upload.content)
    let truth = post.upload.truth ?? Truth()
    let taste = Taste(
      truth: truth, duration: post.upload.duration, interest: realm.interest, key: key)
    let walk = Walk(
      recognised: post.reading.topics, truth: truth.topics, interest: realm.interest, key: key)
    let social = SocialGraph(interest: realm.interest, activity: realm.activity, content: key)
    let feed = social.feedVisits(
      creator: post.upload.creator, followers: post.followers, from: moment)
    let withoutPush = social.viewsWithoutPush(from: feed, taste: taste, walk: walk)
    let first = max(1, Int(platforms[post.id.platform].settings.firstWave.rounded()))
    var spread = Spread(
      facts: Spread.Facts(
        publishedAt: moment, taste: taste, social: social, feed: feed, withoutPush: withoutPush),
      walk: walk,
      push: Push(
        wave: 1, from: 0, gate: first, beganAt: realm.activity.activity(at: moment),
        takes: waveActivity(post.id.platform), rung: first))
    spread.progress.wave = 1
    return spread
  }

  /// Thousandths of a second of average activity that a wave takes.
  private func waveActivity(_ platform: Int) -> Int {
    max(1, Int(platforms[platform].settings.waveHours * 3_600_000))
  }

  /// Works through what happens to a published video at the present moment.
  mutating func wake(_ position: Int, _ events: inout [Event], _ delivery: inout Delivery) {
    guard let place = posts[position].spread else { return }
    let id = posts[position].facts.id
    let activity = realms[id.platform].activity.activity(at: now)
    let (isNews, isDue) = spreads[place].proceed(to: now, activity: activity, &delivery)
    if isNews {
      events.append(Event(at: now, video: id, what: .delivered(spreads[place].progress)))
    }
    if isDue { assess(position, place, activity, &events) }
    schedule(position)
    if !delivery.clickers.isEmpty { sendToOtherVideos(delivery.clickers, of: position) }
  }

  /// Looks at the KPIs where the push has come to a gate or a rung, and pushes on or stops.
  private mutating func assess(
    _ position: Int, _ place: Int, _ activity: Int, _ events: inout [Event]
  ) {
    let post = posts[position].facts
    let settings = platforms[post.id.platform].settings
    let assessor = Assessor(settings: settings, duration: post.upload.duration)
    guard let verdict = spreads[place].assess(by: assessor, at: now) else { return }
    events.append(Event(at: now, video: post.id, what: .assessed(verdict)))
    guard verdict.action == .push else { return }
    crossPost(post, gate: verdict.wave, &events)
    let takes = waveActivity(post.id.platform)
    spreads[place].push?.begin(
      after: verdict.depth, growth: settings.growth, at: activity, takes: takes)
    guard let push = spreads[place].push else { return }
    spreads[place].progress.wave = push.wave
    spreads[place].progress.tally = push.tally
    events.append(
      Event(
        at: now, video: post.id,
        what: .waveStarted(
          WaveStart(number: push.wave, size: push.gate - push.from, gate: push.gate))))
  }

  private mutating func crossPost(_ post: Post.Facts, gate: Int, _ events: inout [Event]) {
    guard let plan = post.upload.crossPost, plan.afterGate == gate,
      post.upload.platform == platforms[post.id.platform].id,
      let platform = platforms.firstIndex(where: { $0.id == plan.platform })
    else { return }
    let id = VideoID(upload: post.id.upload, platform: platform)
    guard positions[id] == nil, comingPosts[id] == nil else { return }
    let due = now + max(1, plan.delay)
    comingPosts[id] = ComingPost(
      upload: post.upload, reading: post.reading, followers: post.followers)
    agenda.insert(Appointment(at: due, id: id, position: nil))
    events.append(
      Event(
        at: now, video: post.id,
        what: .crossPosted(CrossPosting(to: id, due: due, gate: gate))))
  }

  /// Lets people who clicked through watch the creator's latest other videos.
  private mutating func sendToOtherVideos(_ clickers: [UInt32], of position: Int) {
    for other in latestVideos(besides: position) {
      guard let place = posts[other].spread else { continue }
      for (number, viewer) in clickers.enumerated() {
        let visit = SocialGraph.Visit(at: now + 60 + number % 540, viewer: viewer)
        spreads[place].visits.insert(Arrival(visit, .profile))
      }
      schedule(other)
    }
  }

  /// The published videos of the same creator on the same platform that are shown on the profile.
  private func latestVideos(besides position: Int) -> [Int] {
    let platform = posts[position].facts.id.platform
    var latest: [Int] = []
    for other in postsByCreator[posts[position].creator].reversed() {
      guard latest.count < SocialGraph.videosPerClickThrough else { break }
      let isShown = posts[other].spread != nil && posts[other].facts.id.platform == platform
      if other != position, isShown { latest.append(other) }
    }
    return latest
  }

  /// Notes when something happens to a video next.
  private mutating func schedule(_ position: Int) {
    guard let place = posts[position].spread else { return }
    let id = posts[position].facts.id
    let grid = (now / Self.grid + 1) * Self.grid
    var next = Moment.max
    if let activity = spreads[place].push?.activityAtLandmark {
      let isFar = realms[id.platform].activity.activity(at: grid) < activity
      next = isFar ? grid : max(now + 1, realms[id.platform].activity.moment(of: activity))
    }
    if next > grid, let at = spreads[place].nextArrival {
      next = max(grid, (at + Self.grid - 1) / Self.grid * Self.grid)
    }
    guard next < posts[position].wake || posts[position].wake <= now else { return }
    posts[position].wake = next
    if next < .max { agenda.insert(Appointment(at: next, id: id, position: position)) }
  }
}
