public import Catalogue
public import Dashboard
public import Distribution

/// A copy of a show that goes along with it under other settings or decisions.
public struct ForkedShow: Sendable {
  /// When it left the original.
  public let from: Moment
  /// What was changed, such as `bar 1.05 → 1.10`.
  public let label: String
  /// The copy.
  public internal(set) var show: Show

  /// Copies a show at its moment and puts other settings in force there.
  ///
  /// What people asked later on is asked again in the copy, where it makes sense: the two differ by
  /// the changes alone.
  public init(of original: Show, changes: [DraftChange]) throws(Refusal) {
    var copy = original
    copy.leave()
    for change in changes {
      try copy.perform(.set(key: change.key, value: change.value), later: .repeated)
    }
    self.from = original.now
    self.label =
      changes.isEmpty
      ? "the same settings"
      : changes.map { $0.text(from: original.snapshot) }.joined(separator: ", ")
    self.show = copy
  }

  /// A fork that was kept, as it was.
  init(from moment: Moment, label: String, show: Show) {
    self.from = moment
    self.label = label
    self.show = show
  }

  /// Its picture beside the original.
  public var picture: Fork { Fork(from: from, label: label, snapshot: show.snapshot) }

  /// Goes to the moment that the original shows.
  public mutating func follow(_ moment: Moment) { show.seek(to: moment) }

  /// Repeats what was asked of the original, so that the two differ by the settings alone; what
  /// makes no sense here, such as a decision on a case that never opened, is left out.
  public mutating func repeatCommand(_ command: Command) { _ = try? show.perform(command) }
}

extension DraftChange {
  /// The change as people read it, such as `bar 1.05 → 1.10`.
  public func text(from snapshot: Snapshot) -> String {
    switch SettingKey(key) {
    case .platform(let name, let setting):
      let settings = snapshot.platforms.first { $0.id == name }?.settings ?? PlatformSettings()
      let words = setting.label.prefix { $0 != "," }
      return "\(words) \(setting.text(setting.value(in: settings))) → \(setting.text(value))"
    case .rule(let name, let rule):
      let before = snapshot.platforms.first { $0.id == name }?.settings.rule ?? rule
      return "rule \(before.rawValue) → \(rule.rawValue)"
    case .doubtFrom: return "desk from \(percent(snapshot.review.doubtFrom)) → \(percent(value))"
    case .removeFrom:
      return "removed from \(percent(snapshot.review.removeFrom)) → \(percent(value))"
    case nil: return "\(key) = \(value.fixed(3))"
    }
  }

  private func percent(_ value: Double) -> String {
    let isWhole = (value * 1_000).rounded().truncatingRemainder(dividingBy: 10) == 0
    return value > 1 ? "off" : (value * 100).fixed(isWhole ? 0 : 1) + " %"
  }
}
