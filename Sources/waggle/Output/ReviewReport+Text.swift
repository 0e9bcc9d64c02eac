import Canvas
import Catalogue
import Readers

extension EvaluationReport {
  /// The findings for people.
  var text: String {
    var lines = [VisibleText.escape(name)]
    switch findings {
    case .review(let report): lines += unlabelledLine("innocent") + report.lines
    case .topics(let report): lines += unlabelledLine("about nothing") + report.lines
    }
    if let speed { lines += ["", speed.text] }
    if let tricks { lines += section("WRITTEN OTHERWISE", tricks.table) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func unlabelledLine(_ what: String) -> [String] {
    unlabelled > 0 ? ["\(unlabelled.grouped) texts have no label and are taken to be \(what)"] : []
  }
}

extension ReviewReport {
  /// The figures and tables, a line each.
  var lines: [String] {
    heading + [""] + TextTable(figures.rows, left: [0, 2]).lines + reliabilityLines
      + section("BY POLICY", policyTable) + section("BY FUNCTIONALITY", groupTable(functionalities))
      + section("BY TEMPLATE", templateTable) + section("WHAT TEXTS WERE TAKEN FOR", confusionTable)
  }

  private var heading: [String] {
    let removal =
      thresholds.removeFrom > 1
      ? "nothing is removed without one" : "removed from \(percent(thresholds.removeFrom)) on"
    return [
      "\(illegal.texts.grouped) texts break a policy, \(innocent.texts.grouped) do not"
        + (outside > 0 ? "; \(outside.grouped) more are no matter of these policies" : ""),
      "a person decides from \(percent(thresholds.doubtFrom)) on; \(removal)",
    ]
  }

  /// The figures by name, with what they mean beside them.
  var figures: Figures {
    var figures = Figures()
    if illegal.texts > 0, innocent.texts > 0 {
      figures.add("area under the curve", area.fixed(3))
      figures.add("F1", f1.fixed(3), "at best \(bestF1.fixed(3))")
    }
    figures.add("illegal, let through", illegal.allowedRate, "missed; at most 5 % may be")
    figures.add("illegal, doubted", illegal.doubtedRate)
    figures.add("illegal, removed", illegal.removedRate)
    figures.add("innocent, let through", innocent.allowedRate)
    figures.add("innocent, doubted", innocent.doubtedRate)
    figures.add("innocent, removed", innocent.removedRate)
    figures.add("calibration error", reliability.error.fixed(4), "as these texts are mixed")
    if let live = liveReliability {
      figures.add("  at 0.7 % illegal", live.error.fixed(4))
      figures.add(
        "doubted at 0.7 % illegal", percent(liveDoubt), "if innocent ones were like these")
    }
    if let precision = removalPrecision {
      figures.add(
        "removed and illegal, at 0.7 %", percent(precision.value),
        "at least \(percent(precision.lower))")
    }
    if let from = derived.doubtFrom {
      figures.add("5 % are missed at", percent(from), "doubt from there")
      let remove = derived.removeFrom.map(percent) ?? "nowhere"
      figures.add("99 % of removals are right from", remove, "the lower 95 % bound, at 0.7 %")
    }
    return figures
  }

  private var reliabilityLines: [String] {
    section("PROBABILITIES AGAINST SHARES, AS THESE TEXTS ARE MIXED", reliability.table)
      + (liveReliability.map { section("THE SAME AT 0.7 % ILLEGAL", $0.table) } ?? [])
  }

  private var policyTable: [[String]] {
    guard !policies.isEmpty else { return [] }
    return [["policy", "texts", "area", "caught", "named"]]
      + policies.map {
        [
          $0.policy.rawValue + " " + $0.policy.label, $0.texts.grouped, $0.area.fixed(3),
          percent($0.caught.share), percent($0.named.share),
        ]
      }
  }

  private var templateTable: [[String]] {
    guard !templates.isEmpty else { return [] }
    let whole = templates.count { $0.right.hits == $0.right.count }
    let rows = groupTable(Array(templates.filter { $0.right.hits < $0.right.count }.prefix(15)))
    return rows + [["\(whole.grouped) of \(templates.count.grouped) are right in every text"]]
  }

  private func groupTable(_ groups: [Group]) -> [[String]] {
    guard groups.contains(where: { !$0.name.isEmpty }) else { return [] }
    return [["", "texts", "is", "allow", "doubt", "remove", "right", "mean"]]
      + groups.map {
        [
          $0.name, $0.outcomes.texts.grouped,
          $0.isIllegal.map { $0 ? "illegal" : "innocent" } ?? "mixed",
          percent($0.outcomes.allowedRate.share), percent($0.outcomes.doubtedRate.share),
          percent($0.outcomes.removedRate.share), percent($0.right.share), $0.mean.fixed(3),
        ]
      }
  }

  private var confusionTable: [[String]] {
    let tolds = confusion.tolds
    return [[""] + tolds]
      + confusion.truths.map { truth in
        [truth] + tolds.map { told in confusion[truth, told: told].grouped }
      }
  }
}

/// Figures with their names and what they mean.
struct Figures {
  /// Name, value, and a remark.
  private(set) var rows: [[String]] = []

  mutating func add(_ name: String, _ value: String, _ remark: String = "") {
    rows.append([name, value, remark])
  }

  /// A share of texts with its interval; left out where there are none.
  mutating func add(_ name: String, _ rate: Rate, _ remark: String = "") {
    guard rate.count > 0 else { return }
    let (low, high) = (rate.interval.lowerBound, rate.interval.upperBound)
    let interval = "\((low * 100).fixed(1)) … \((high * 100).fixed(1))"
    let share = (rate.share * 100).fixed(1) + " %"
    add(name, share, remark.isEmpty ? interval : interval + "; " + remark)
  }
}

/// A heading and a table below it; nothing where the table is empty.
func section(_ title: String, _ rows: [[String]]) -> [String] {
  guard !rows.isEmpty else { return [] }
  let width = rows.map(\.count).max() ?? 0
  let even = rows.map { $0 + Array(repeating: "", count: width - $0.count) }
  return ["", title] + TextTable(even, left: [0]).lines
}

extension Reliability {
  /// The bins as rows.
  var table: [[String]] {
    [["probability", "texts", "mean", "share"]]
      + bins.map {
        [
          $0.from.fixed(1) + " – " + ($0.from + 0.1).fixed(1), $0.texts.grouped, $0.mean.fixed(3),
          $0.share.fixed(3),
        ]
      }
  }
}

extension TrickReport {
  /// One row a trick.
  var table: [[String]] {
    [["", "illegal, not let through", "lost by it", "innocent, not let through"]]
      + rows.map {
        [
          $0.trick.rawValue, percent($0.caught.share), percent($0.lost.share),
          percent($0.doubted.share),
        ]
      }
  }
}
