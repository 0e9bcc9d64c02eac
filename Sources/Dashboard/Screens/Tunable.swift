import Catalogue
import Distribution

/// A row of Tune that can be moved.
enum TuneRow: Hashable {
  case setting(String)
  case rule
  case doubtFrom
  case removeFrom

  /// Every row under its heading, in order.
  static let groups: [(heading: String, rows: [TuneRow])] =
    Setting.Group.allCases.map { group in
      let rows = Setting.all.filter { $0.group == group }.map { TuneRow.setting($0.id) }
      return (group.rawValue, group == .push ? rows + [.rule] : rows)
    } + [("REVIEW", [.doubtFrom, .removeFrom])]

  /// Every row.
  static let all = groups.flatMap(\.rows)
}

/// One slider: where it stands now, where the draft puts it, and how both are written.
struct Tunable {
  let row: TuneRow
  let platform: Platform
  let review: ReviewSettings
  let draft: [String: Double]

  var setting: Setting? {
    if case .setting(let id) = row { return Setting.named(id) }
    return nil
  }

  /// The dotted key; for the rule, that of the rule drafted.
  var key: String {
    switch row {
    case .setting(let id): "platform.\(platform.id).\(id)"
    case .rule: "platform.\(platform.id).rule.\(rule.rawValue)"
    case .doubtFrom: "review.doubt-from"
    case .removeFrom: "review.remove-from"
    }
  }

  /// The value in force.
  var now: Double {
    switch row {
    case .setting: setting?.value(in: platform.settings) ?? 0
    case .rule: Double(DecisionRule.allCases.firstIndex(of: platform.settings.rule) ?? 0)
    case .doubtFrom: review.doubtFrom
    case .removeFrom: review.removeFrom
    }
  }

  /// The value drafted, or the one in force.
  var value: Double {
    if row == .rule { return Double(DecisionRule.allCases.firstIndex(of: rule) ?? 0) }
    return draft[key] ?? now
  }

  /// The rule drafted, or the one in force.
  var rule: DecisionRule {
    DecisionRule.allCases.first { draft["platform.\(platform.id).rule.\($0.rawValue)"] != nil }
      ?? platform.settings.rule
  }

  var isDrafted: Bool { value != now }

  var range: ClosedRange<Double> {
    switch row {
    case .setting: setting?.range ?? 0...1
    case .rule: 0...Double(DecisionRule.allCases.count - 1)
    case .doubtFrom: 0...1
    case .removeFrom: 0.5...1.01
    }
  }

  var label: String {
    switch row {
    case .setting: setting?.label ?? ""
    case .rule: "rule"
    case .doubtFrom: "desk decides from"
    case .removeFrom: "removed without a person"
    }
  }

  var explanation: String {
    switch row {
    case .setting: setting?.explanation ?? ""
    case .rule:
      "How a wave is judged. point: the measured score must reach the bar. wilson: how sure the "
        + "wave alone makes us. bayes: the same, knowing how videos are spread."
    case .doubtFrom:
      "From this probability of being illegal on a person decides. Lower: more cases for the desk, "
        + "less that is illegal gets through."
    case .removeFrom:
      "From this probability on it is removed and no person looks. Off until its precision is "
        + "shown."
    }
  }

  /// A value as people read it.
  func text(_ value: Double) -> String {
    switch row {
    case .setting: return setting?.worded(value) ?? ""
    case .rule:
      let all = DecisionRule.allCases
      return all[min(max(0, Int(value)), all.count - 1)].rawValue
    case .doubtFrom, .removeFrom: return Figures.threshold(value)
    }
  }

  /// The value so many steps further.
  func moved(_ steps: Int) -> Double {
    if let setting { return setting.moved(value, steps: steps) }
    let step = row == .rule ? 1 : row == .doubtFrom ? 0.005 : 0.01
    let next = (((value / step).rounded() + Double(steps)) * step * 1e6).rounded() / 1e6
    return min(max(next, range.lowerBound), range.upperBound)
  }

  /// The value that a person typed, in the units that they read.
  func typed(_ text: String) -> Result<Double, Complaint> {
    guard row != .rule else { return .failure("← and → choose a rule") }
    guard let number = Double(text.hasPrefix(".") ? "0" + text : text) else {
      return .failure("not a number")
    }
    let isShare = row == .doubtFrom || row == .removeFrom
    let isPercent: Bool = if case .percent? = setting?.unit { true } else { isShare }
    let value = isPercent ? number / 100 : number
    guard range.contains(value) else {
      return .failure("\(self.text(range.lowerBound)) to \(self.text(range.upperBound))")
    }
    return .success(value)
  }
}
