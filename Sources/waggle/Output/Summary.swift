import Catalogue
import Distribution

/// How a run's videos ended, as a line of JSON.
struct Summary {
  /// The run at its end.
  let snapshot: Snapshot

  /// The last line of a run.
  var json: JSON {
    .object([
      "event": .text("summary"), "scenario": .text(snapshot.scenario),
      "seed": Int(exactly: snapshot.seed).map(JSON.whole) ?? .text(String(snapshot.seed)),
      "simulated": .flag(true),
      "at": .whole(snapshot.now), "videos": .list(snapshot.videos.map(json)),
    ])
  }

  /// A video's platform by name.
  func platform(of video: VideoPicture) -> Platform? {
    let index = video.id.platform
    return snapshot.platforms.indices.contains(index) ? snapshot.platforms[index] : nil
  }

  private func json(of video: VideoPicture) -> JSON {
    let sources = Source.allCases.map { ($0.key, JSON.whole(video.progress.views(from: $0))) }
    return .object([
      "id": .text(video.upload.id),
      "platform": .text(platform(of: video)?.id ?? String(video.id.platform)),
      "views": .whole(video.views), "reach": .whole(video.progress.reach),
      "forwards": .whole(video.progress.forwarded), "waves": .whole(video.waves.count),
      "outcome": .text(video.state.key), "reason": .text(video.reason),
      "sources": .object(Dictionary(sources) { first, _ in first }),
      "socialGraphOnlyViews": .whole(video.progress.socialGraphOnly),
    ])
  }
}

extension VideoPicture.State {
  /// The key in JSON.
  var key: String {
    switch self {
    case .uploaded: "waiting"
    case .atDesk: "atDesk"
    case .pushing: "pushing"
    case .stopped: "stopped"
    case .removed: "removed"
    }
  }

  /// What people read.
  var words: String {
    switch self {
    case .uploaded: "waits for review"
    case .atDesk: "at the desk"
    case .pushing: "being pushed"
    case .stopped: "stopped"
    case .removed: "removed"
    }
  }
}

extension VideoPicture {
  /// Why it is where it is, in numbers that a person can check.
  var reason: String {
    switch state {
    case .uploaded: return "not reviewed yet"
    case .atDesk:
      guard let deskCase else { return "a person must decide" }
      return
        "\(percent(deskCase.probability)) likely \(deskCase.policy.label): a person must decide"
    case .removed:
      if let decision { return "removed by \(decision.moderator): \(decision.reason)" }
      guard let review else { return "removed by review" }
      let policy = review.policy?.label ?? "illegal"
      return
        "\(percent(review.probability)) likely \(policy), removed from \(percent(review.threshold)) on"
    case .pushing, .stopped:
      if let reason = assessment?.reason { return reason }
      guard let wave = waves.first else { return "its first wave is being shown" }
      return "its first wave is being shown: \(wave.delivered.grouped) of \(wave.size.grouped)"
    }
  }
}

extension Assessment {
  /// The sentence that says why, in numbers.
  var reason: String {
    let place = "wave \(wave), \(depth.grouped) views"
    switch ground {
    case .audienceExhausted: return "\(place): everybody has seen it"
    case .kpi(let kpi):
      return "\(place): \(kpi.label) \(kpis.ratio(kpi).fixed(3)) missed its own bar"
    case .score:
      let sum =
        "score \(score.fixed(3)) ± \((interval.upperBound - score).fixed(3)), bar \(bar.fixed(3))"
      if rule == .point { return "\(place): \(sum): \(score >= bar ? "above" : "below")" }
      return "\(place): \(sum): \(percent(sure)) sure, \(percent(needed)) needed"
    }
  }
}

/// A share of one in per cent: more digits where it is small, and never all or nothing where it is
/// not quite.
func percent(_ share: Double) -> String {
  switch share {
  case ..<0.0005 where share > 0: "<0.1 %"
  case 0.995... where share < 1: ">99 %"
  default: (share * 100).fixed(share < 0.1 && share > 0 ? 1 : 0) + " %"
  }
}
