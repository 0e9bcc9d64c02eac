import Catalogue
import Distribution

/// The settings a person is moving, before they are applied.
struct TuneState: Sendable, Hashable {
  /// Values by dotted key; a rule's key ends in the rule's name.
  var draft: [String: Double] = [:]
  /// The chosen row among those that can be moved.
  var selected = 0
  /// The platform whose settings are shown; nil for the chosen video's.
  var platform: Int?

  /// The draft in the order of its keys.
  var changes: [DraftChange] {
    draft.sorted { $0.key < $1.key }.map { DraftChange(key: $0.key, value: $0.value) }
  }
}

extension View {
  /// The platform whose settings Tune shows.
  var tunedPlatform: Platform? {
    let index = state.tune.platform ?? video?.id.platform ?? 0
    return snapshot.platforms.indices.contains(index)
      ? snapshot.platforms[index] : snapshot.platforms.first
  }

  /// A row of Tune.
  func tunable(_ row: TuneRow) -> Tunable? {
    tunedPlatform.map {
      Tunable(row: row, platform: $0, review: snapshot.review, draft: state.tune.draft)
    }
  }

  /// The chosen row of Tune.
  var chosenTunable: Tunable? {
    let all = TuneRow.all
    guard !all.isEmpty else { return nil }
    return tunable(all[min(max(0, state.tune.selected), all.count - 1)])
  }

  /// The chosen row's drafted value; nil where it is as now.
  var draftOfRow: Double? {
    chosenTunable.flatMap { $0.isDrafted ? $0.value : nil }
  }

  /// The answer to the present draft; nil while it is being computed.
  var answer: WhatIf? {
    guard let whatIf = scene.whatIf, whatIf.question.changes == state.tune.changes,
      whatIf.question.video == video?.id
    else { return nil }
    return whatIf
  }
}

/// A draft in words.
enum TuneWords {
  /// All changes in a line: `bar 1.05 → 1.10, desk from 12 % → 8 %`.
  static func list(_ changes: [DraftChange], _ view: View) -> String {
    changes.map { change in
      let words = SettingWords(key: change.key)
      guard let now = now(change.key, view) else { return words.label }
      return "\(words.short) \(words.text(now)) → \(words.text(change.value))"
    }.joined(separator: ", ")
  }

  private static func now(_ key: String, _ view: View) -> Double? {
    switch SettingKey(key) {
    case .platform(let name, let setting):
      view.snapshot.platforms.first { $0.id == name }.map { setting.value(in: $0.settings) }
    case .doubtFrom: view.snapshot.review.doubtFrom
    case .removeFrom: view.snapshot.review.removeFrom
    case .rule, nil: nil
    }
  }
}
