import Catalogue
import Readers

extension EvaluationReport {
  /// The findings as one line.
  var line: JSON {
    var fields: [String: JSON]
    switch findings {
    case .review(let report): fields = report.fields
    case .topics(let report): fields = report.fields
    }
    fields["set"] = .text(name)
    fields["unlabelled"] = .whole(unlabelled)
    if let speed { fields["textsPerSecond"] = .whole(speed.textsPerSecond) }
    if let tricks {
      fields["tricks"] = .list(
        tricks.rows.map {
          .object([
            "trick": .text($0.trick.rawValue), "caught": $0.caught.json, "lost": $0.lost.json,
            "innocentDoubted": $0.doubted.json,
          ])
        })
    }
    return .object(fields)
  }
}

extension ReviewReport {
  fileprivate var fields: [String: JSON] {
    var fields: [String: JSON] = [
      "model": .text("review"), "prevalence": .number(prevalence),
      "doubtFrom": .number(thresholds.doubtFrom), "removeFrom": .number(thresholds.removeFrom),
      "illegal": illegal.json, "innocent": innocent.json, "outside": .whole(outside),
      "f1": .number(f1), "bestF1": .number(bestF1), "missed": illegal.allowedRate.json,
      "auc": illegal.texts > 0 && innocent.texts > 0 ? .number(area) : .null,
      "ece": .number(reliability.error), "reliability": reliability.json,
      "liveEce": liveReliability.map { .number($0.error) } ?? .null,
      "liveReliability": liveReliability?.json ?? .null,
      "liveDoubt": liveReliability == nil ? .null : .number(liveDoubt),
      "derivedDoubtFrom": derived.doubtFrom.map(JSON.number) ?? .null,
      "derivedRemoveFrom": derived.removeFrom.map(JSON.number) ?? .null,
      "functionalities": .list(functionalities.map(\.json)),
      "templates": .list(templates.map(\.json)), "confusion": confusion.json,
    ]
    fields["removalPrecision"] =
      removalPrecision.map {
        .object(["value": .number($0.value), "lower": .number($0.lower)])
      } ?? .null
    fields["policies"] = .list(
      policies.map {
        .object([
          "policy": .text($0.policy.rawValue), "texts": .whole($0.texts),
          "auc": .number($0.area), "caught": $0.caught.json, "named": $0.named.json,
        ])
      })
    return fields
  }
}

extension TopicReport {
  fileprivate var fields: [String: JSON] {
    [
      "model": .text("topics"), "total": total.json, "groups": .list(groups.map(\.json)),
      "topics": .list(topics.map(\.json)), "nothing": nothing.json, "outside": .whole(outside),
      "ece": .number(reliability.error), "reliability": reliability.json,
      "confusion": confusion.json,
    ]
  }
}

extension TopicReport.Row {
  fileprivate var json: JSON {
    .object([
      "name": .text(name), "texts": .whole(first.count), "top1": first.json, "top1Told": told.json,
      "top3": third.json,
      "unknown": unknown.json, "macroF1": .number(f1),
    ])
  }
}

extension ReviewReport.Outcomes {
  fileprivate var json: JSON {
    .object([
      "texts": .whole(texts), "allow": .whole(allowed), "doubt": .whole(doubted),
      "remove": .whole(removed),
    ])
  }
}

extension ReviewReport.Group {
  fileprivate var json: JSON {
    .object([
      "name": .text(name), "illegal": isIllegal.map(JSON.flag) ?? .null,
      "outcomes": outcomes.json, "mean": .number(mean), "right": right.json,
    ])
  }
}

extension Rate {
  fileprivate var json: JSON {
    .object([
      "share": .number(share), "hits": .whole(hits), "of": .whole(count),
      "interval": .list([.number(interval.lowerBound), .number(interval.upperBound)]),
    ])
  }
}

extension Reliability {
  fileprivate var json: JSON {
    .list(
      bins.map {
        .object([
          "from": .number($0.from), "texts": .whole($0.texts), "mean": .number($0.mean),
          "share": .number($0.share),
        ])
      })
  }
}

extension Confusion {
  fileprivate var json: JSON {
    .object(
      Dictionary(
        truths.map { truth in
          let row = tolds.map { ($0, JSON.whole(self[truth, told: $0])) }
            .filter { self[truth, told: $0.0] > 0 }
          return (truth, .object(Dictionary(row) { first, _ in first }))
        }
      ) { first, _ in first })
  }
}
