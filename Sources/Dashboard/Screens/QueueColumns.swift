import Canvas
import Catalogue
import Distribution

/// What the rows of the queue have room for: names come first, as they tell the cases apart.
struct QueueColumns {
  private let view: View
  private let age: AgeLength
  private let ageWidth: Int
  private let policy: Int
  private let showsChance: Bool
  /// Columns for a name.
  let name: Int

  /// Of all ways to write the rows the fullest that leaves room for their names, up to 24 columns.
  init(_ view: View, _ cases: [VideoPicture], width: Int) {
    let wanted = min(24, cases.map(\.upload.id.cells).max() ?? 0)
    let policy = min(14, cases.compactMap { $0.deskCase?.policy.label.cells }.max() ?? 8)
    let forms: [(AgeLength, policy: Int, showsChance: Bool)] = [
      (.full, policy, true), (.brief, policy, true), (.brief, min(8, policy), true),
      (.shortest, min(8, policy), true), (.shortest, 0, true), (.shortest, 0, false),
    ]
    let all = forms.map {
      QueueColumns(view, cases, width, $0.0, policy: $0.policy, showsChance: $0.showsChance)
    }
    self = all.first { $0.name >= wanted } ?? all.first { $0.name >= 12 } ?? all[all.count - 1]
  }

  private init(
    _ view: View, _ cases: [VideoPicture], _ width: Int, _ age: AgeLength, policy: Int,
    showsChance: Bool
  ) {
    self.view = view
    self.age = age
    self.policy = policy
    self.showsChance = showsChance
    ageWidth = cases.map { Self.age(of: $0, age, view).cells }.max() ?? 0
    let chance = showsChance ? 6 : 0
    name = max(4, width - 5 - chance - (policy > 0 ? policy + 1 : 0) - ageWidth)
  }

  /// A limit is its policy's: where the reading is hidden it would tell which one.
  private static func age(of video: VideoPicture, _ length: AgeLength, _ view: View) -> [Piece] {
    let age = view.age(of: video, length)
    return view.hidesReading(of: video) ? Array(age.prefix(1)) : age
  }

  /// What stands right of a case's name; nothing of the model's while its reading is hidden.
  func right(of video: VideoPicture) -> [Piece] {
    guard let facts = video.deskCase else { return [] }
    let isHidden = view.hidesReading(of: video)
    var pieces: [Piece] = []
    if showsChance {
      let chance = isHidden ? "" : Figures.chance(facts.probability)
      pieces += [.plain(chance.right(5)), .gap(1)]
    }
    if policy > 0 {
      pieces += [.plain((isHidden ? "" : facts.policy.label).fitted(policy)), .gap(1)]
    }
    let age = Self.age(of: video, age, view)
    return pieces + [.gap(ageWidth - age.cells)] + age
  }
}
