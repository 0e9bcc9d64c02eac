import Audience
import Catalogue
import HeapModule

// Waves, visits, and what one video brings another.

extension Engine {
  /// Shows a video to its first people.
  mutating func publish(_ position: Int, _ events: inout [Event]) {
    let post = posts[position]
    let realm = realms[post.id.platform]
    let key = realm.interest.key(of: post.upload.content)
    let truth = post.upload.truth ?? Truth()
    let taste = Taste(
      truth: truth, duration: post.upload.duration, interest: realm.interest, key: key)
    let walk = Walk(
      recognised: post.reading.topics, truth: truth.topics, interest: realm.interest, key: key)
    let social = SocialGraph(interest: realm.interest, activity: realm.activity, content: key)
    let feed = social.feedVisits(
      creator: post.upload.creator, followers: post.followers, from: now)
    let withoutPush = social.viewsWithoutPush(from: feed, taste: taste, walk: walk)
    let first = max(1, Int(platforms[post.id.platform].settings.firstWave.rounded()))
    let spread = Spread(
      publishedAt: now, taste: taste, social: social, walk: walk,
      visits: Heap(feed.map { Arrival(visit: $0, source: .followers) }),
      withoutPush: withoutPush,
      push: Push(
        wave: 1, from: 0, gate: first, beganAt: realm.activity.activity(at: now),
        takes: waveActivity(post.id.platform), rung: first))
    posts[position].state = .published(spread)
    posts[position].progress.wave = 1
    events.append(
      Event(
        at: now, video: post.id,
        what: .published(
          Publication(followersReached: feed.count, socialGraphOnlyViews: withoutPush.count))))
    events.append(
      Event(
        at: now, video: post.id,
        what: .waveStarted(WaveStart(number: 1, size: first, gate: first))))
    schedule(position, spread, after: now)
  }

  /// Thousandths of a second of average activity that a wave takes.
  private func waveActivity(_ platform: Int) -> Int {
    max(1, Int(platforms[platform].settings.waveHours * 3_600_000))
  }

  /// Works through what happens to a published video at the present moment.
  mutating func wake(_ position: Int, _ events: inout [Event]) {
    guard case .published(var spread) = posts[position].state else { return }
    posts[position].state = .uploaded  // so that the spread is held once and changed in place
    let id = posts[position].id
    var progress = posts[position].progress
    var clickers: [UInt32] = []
    receiveVisits(&spread, &progress, &clickers)
    deliver(&spread, &progress, &clickers, platform: id.platform)
    progress.clickThroughs += clickers.count
    progress.socialGraphOnly = spread.withoutPush.partitioningIndex { $0 > now }
    if let push = spread.push { progress.tally = push.tally }
    if progress != posts[position].progress {
      events.append(Event(at: now, video: id, what: .delivered(progress)))
      posts[position].progress = progress
    }
    if let push = spread.push, progress.forYou >= push.landmark || spread.walk.isExhausted {
      assess(position, &spread, &events)
    }
    schedule(position, spread, after: now)
    posts[position].state = .published(spread)
    sendToOtherVideos(clickers, of: position)
  }

  /// Lets those in who come by themselves: followers, people who were sent it, profile visitors.
  private func receiveVisits(
    _ spread: inout Spread, _ progress: inout Progress, _ clickers: inout [UInt32]
  ) {
    while let arrival = spread.visits.min, arrival.visit.at <= now {
      spread.visits.removeMin()
      let viewer = arrival.visit.viewer
      switch arrival.source {
      case .followers: progress.followers += 1
      case .forwards: progress.forwards += 1
      case .forYou, .profile: progress.profile += 1
      }
      guard !spread.others.contains(viewer), !spread.walk.hasReached(viewer) else { continue }
      spread.others.insert(viewer)
      progress.reach += 1
      let acts = spread.taste.reaction(of: viewer, at: spread.walk.place(of: viewer)).acts
      if acts.contains(.clickThrough) { clickers.append(viewer) }
      guard acts.contains(.forward) else { continue }
      progress.forwarded += 1
      for visit in spread.social.forwardVisits(by: viewer, at: arrival.visit.at) {
        spread.visits.insert(Arrival(visit: visit, source: .forwards))
      }
    }
  }

  /// Shows the video to as many as the push has come to.
  private func deliver(
    _ spread: inout Spread, _ progress: inout Progress, _ clickers: inout [UInt32],
    platform: Int
  ) {
    guard var push = spread.push else { return }
    spread.push = nil
    let activity = realms[platform].activity.activity(at: now)
    let wanted = min(push.due(at: activity), push.landmark) - progress.forYou
    if wanted > 0 {
      var delivery = Delivery()
      spread.walk.deliver(
        wanted, taste: spread.taste, skipping: spread.others, into: &delivery)
      push.tally += delivery.tally
      push.steps[push.steps.count - 1] += delivery.tally
      progress.forYou += delivery.tally.views
      progress.reach += delivery.tally.views
      progress.forwarded += delivery.tally.forwards
      clickers += delivery.clickers
      for viewer in delivery.forwarders {
        for visit in spread.social.forwardVisits(by: viewer, at: now) {
          spread.visits.insert(Arrival(visit: visit, source: .forwards))
        }
      }
    }
    spread.push = push
  }

  /// Looks at the KPIs where the push has come to a gate or a rung, and pushes on or stops.
  private mutating func assess(
    _ position: Int, _ spread: inout Spread, _ events: inout [Event]
  ) {
    guard var push = spread.push else { return }
    spread.push = nil
    let post = posts[position]
    let settings = platforms[post.id.platform].settings
    let assessor = Assessor(settings: settings, duration: post.upload.duration)
    let depth = post.progress.forYou
    let age = now - spread.publishedAt
    var verdict: Assessment
    if depth >= push.gate || spread.walk.isExhausted {
      verdict = assessor.atGate(push.tally, wave: push.wave, depth: depth, age: age)
      if spread.walk.isExhausted {
        verdict.action = .stop
        verdict.ground = .audienceExhausted
      }
    } else if push.wave >= 3, let latest = push.latest(part: settings.window) {
      verdict = assessor.betweenGates(latest, wave: push.wave, depth: depth, age: age)
    } else {
      push.climb()
      spread.push = push
      return
    }
    events.append(Event(at: now, video: post.id, what: .assessed(verdict)))
    if depth == push.rung { push.climb() }
    switch verdict.action {
    case .hold: spread.push = push
    case .stop: return
    case .push:
      crossPost(post, gate: push.wave, &events)
      begin(wave: push.wave + 1, after: depth, settings, &push, platform: post.id.platform)
      spread.push = push
      posts[position].progress.wave = push.wave
      posts[position].progress.tally = push.tally
      events.append(
        Event(
          at: now, video: post.id,
          what: .waveStarted(
            WaveStart(number: push.wave, size: push.gate - depth, gate: push.gate))))
    }
  }

  private func begin(
    wave: Int, after depth: Int, _ settings: PlatformSettings, _ push: inout Push, platform: Int
  ) {
    push.wave = wave
    push.from = depth
    push.gate = max(depth + 1, Int((Double(depth) * settings.growth).rounded()))
    push.beganAt = realms[platform].activity.activity(at: now)
    push.takes = waveActivity(platform)
    push.tally = Tally()
  }

  private mutating func crossPost(_ post: Post, gate: Int, _ events: inout [Event]) {
    guard let plan = post.upload.crossPost, plan.afterGate == gate,
      post.upload.platform == platforms[post.id.platform].id,
      let platform = platforms.firstIndex(where: { $0.id == plan.platform })
    else { return }
    let id = VideoID(upload: post.id.upload, platform: platform)
    guard positions[id] == nil, comingPosts[id] == nil else { return }
    let due = now + max(1, plan.delay)
    comingPosts[id] = ComingPost(
      due: due, upload: post.upload, reading: post.reading, followers: post.followers)
    agenda.insert(Appointment(at: due, id: id))
    events.append(
      Event(
        at: now, video: post.id,
        what: .crossPosted(CrossPosting(to: id, due: due, gate: gate))))
  }

  /// Lets people who clicked through watch the creator's latest other videos.
  private mutating func sendToOtherVideos(_ clickers: [UInt32], of position: Int) {
    guard !clickers.isEmpty else { return }
    let post = posts[position]
    let others = (byCreator[post.upload.creator] ?? [])
      .filter { $0 != position && posts[$0].id.platform == post.id.platform }
      .filter { posts[$0].spread != nil }
      .suffix(SocialGraph.videosPerClickThrough)
    for other in others {
      guard case .published(var spread) = posts[other].state else { continue }
      posts[other].state = .uploaded
      for (number, viewer) in clickers.enumerated() {
        let visit = SocialGraph.Visit(at: now + 60 + number % 540, viewer: viewer)
        spread.visits.insert(Arrival(visit: visit, source: .profile))
      }
      schedule(other, spread, after: now)
      posts[other].state = .published(spread)
    }
  }

  /// Notes when something happens to a video next.
  private mutating func schedule(_ position: Int, _ spread: Spread, after moment: Moment) {
    let grid = (moment / Self.grid + 1) * Self.grid
    var next = Moment.max
    if let push = spread.push {
      let activity = realms[posts[position].id.platform].activity
      next = min(grid, max(moment + 1, activity.moment(of: push.activity(for: push.landmark))))
    }
    if let visit = spread.visits.min {
      let at = visit.visit.at
      next = min(next, max(grid, (at + Self.grid - 1) / Self.grid * Self.grid))
    }
    guard next < posts[position].wake || posts[position].wake <= moment else { return }
    posts[position].wake = next
    if next < .max { agenda.insert(Appointment(at: next, id: posts[position].id)) }
  }
}

extension [Moment] {
  /// The number of leading elements for which a condition does not hold, where it holds for all
  /// after the first for which it does.
  fileprivate func partitioningIndex(where holds: (Moment) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
