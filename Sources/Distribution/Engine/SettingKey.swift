public import Catalogue

/// A dotted key of a setting that can be moved while a run goes on.
public enum SettingKey: Sendable {
  /// `platform.NAME.SETTING`
  case platform(String, Setting)
  /// `platform.NAME.rule`, with the rule the value stands for.
  case rule(String, Rule)
  /// `review.doubt-from`
  case doubtFrom
  /// `review.remove-from`
  case removeFrom

  /// The setting that a key names, or nil.
  ///
  /// `platform.NAME.rule.bayes` and its like choose a rule.
  public init?(_ key: String) {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case ("review", 2) where parts[1] == "doubt-from": self = .doubtFrom
    case ("review", 2) where parts[1] == "remove-from": self = .removeFrom
    case ("platform", 3):
      guard let setting = Setting.named(parts[2]) else { return nil }
      self = .platform(parts[1], setting)
    case ("platform", 4) where parts[2] == "rule":
      guard let rule = Rule(rawValue: parts[3]) else { return nil }
      self = .rule(parts[1], rule)
    default: return nil
    }
  }
}
