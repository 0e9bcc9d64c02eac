import Audience
import Catalogue
import Distribution

/// Events as lines of JSON: flat, with the names that people gave in place of numbers.
struct EventLines {
  private let platforms: [String]
  private var names: [Int: String] = [:]

  init(platforms: [Platform]) { self.platforms = platforms.map(\.id) }

  /// The next event's line, with its sequence number as `seq`.
  mutating func line(_ event: Event, _ sequence: Int) -> JSON {
    if case .uploaded(let facts) = event.what, let video = event.video {
      names[video.upload] = facts.upload.id
    }
    var fields = event.what.fields
    fields["seq"] = .whole(sequence)
    fields["at"] = .whole(event.at)
    fields["event"] = .text(event.what.name)
    if let video = event.video {
      fields["video"] = .text(names[video.upload] ?? String(video.upload))
      fields["platform"] = .text(platform(video.platform))
    }
    if case .crossPosted(let facts) = event.what {
      fields["toPlatform"] = .text(platform(facts.to.platform))
    }
    return .object(fields)
  }

  private func platform(_ index: Int) -> String {
    platforms.indices.contains(index) ? platforms[index] : String(index)
  }
}

extension Event.What {
  /// The event's name.
  var name: String {
    switch self {
    case .uploaded: "uploaded"
    case .reviewed: "reviewed"
    case .caseOpened: "caseOpened"
    case .decided: "decided"
    case .published: "published"
    case .waveStarted: "waveStarted"
    case .delivered: "delivered"
    case .assessed: "assessed"
    case .crossPosted: "crossPosted"
    case .settingChanged: "settingChanged"
    }
  }

  /// What happened, as flat fields.
  fileprivate var fields: [String: JSON] {
    switch self {
    case .uploaded(let facts): facts.fields
    case .reviewed(let facts):
      [
        "verdict": .text(facts.verdict.rawValue),
        "policy": facts.policy.map { .text($0.rawValue) } ?? .null,
        "probability": .number(facts.probability), "threshold": .number(facts.threshold),
      ]
    case .caseOpened(let facts):
      [
        "policy": .text(facts.policy.rawValue), "probability": .number(facts.probability),
        "due": .whole(facts.due),
      ]
    case .decided(let facts):
      [
        "allowed": .flag(facts.allowed), "reason": .text(facts.reason),
        "moderator": .text(facts.moderator), "waited": .whole(facts.waited),
      ]
    case .published(let facts):
      [
        "followersReached": .whole(facts.followersReached),
        "socialGraphOnlyViews": .whole(facts.socialGraphOnlyViews),
      ]
    case .waveStarted(let facts):
      ["wave": .whole(facts.number), "size": .whole(facts.size), "gate": .whole(facts.gate)]
    case .delivered(let facts): facts.fields
    case .assessed(let facts): facts.fields
    case .crossPosted(let facts): ["due": .whole(facts.due), "gate": .whole(facts.gate)]
    case .settingChanged(let facts):
      ["key": .text(facts.key), "from": .number(facts.from), "to": .number(facts.to)]
    }
  }
}

extension Submission {
  fileprivate var fields: [String: JSON] {
    [
      "caption": .text(upload.caption), "creator": .text(upload.creator),
      "duration": .number(upload.duration), "followers": .whole(followers),
      "illegal": .number(reading.illegal),
      "topics": .list(
        reading.topics.map {
          .object(["topic": .text($0.topic.id), "score": .number($0.score)])
        }),
    ]
  }
}

extension Progress {
  fileprivate var fields: [String: JSON] {
    var fields: [String: JSON] = [
      "views": .whole(views), "reach": .whole(reach), "forwarded": .whole(forwarded),
      "clickThroughs": .whole(clickThroughs), "socialGraphOnly": .whole(socialGraphOnly),
      "wave": .whole(wave), "waveViews": .whole(tally.views), "waveStayed": .whole(tally.stayed),
      "waveInteractions": .whole(tally.interactions),
      "waveClickThroughs": .whole(tally.clickThroughs),
      "waveWatchRatio": tally.views > 0
        ? .number(Double(tally.watch) / Double(Tally.step * tally.views)) : .null,
    ]
    for source in Source.allCases { fields[source.key] = .whole(views(from: source)) }
    return fields
  }
}

extension Assessment {
  fileprivate var fields: [String: JSON] {
    var fields: [String: JSON] = [
      "action": .text(action.rawValue), "ground": .text(ground.key), "wave": .whole(wave),
      "atGate": .flag(atGate), "depth": .whole(depth), "views": .whole(tally.views),
      "score": .number(score), "error": .number(error), "bar": .number(bar),
      "sure": .number(sure), "needed": .number(needed), "rule": .text(rule.rawValue),
    ]
    for kpi in KPI.allCases { fields[kpi.rawValue] = .number(kpis.ratio(kpi)) }
    return fields
  }
}

extension Assessment.Ground {
  /// The key in JSON.
  var key: String {
    switch self {
    case .score: "score"
    case .kpi(let kpi): kpi.rawValue
    case .audienceExhausted: "audienceExhausted"
    }
  }
}
