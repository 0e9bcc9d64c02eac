import Canvas

/// Which keys the footer names.
enum Footer {
  /// The most keys a footer names.
  static let most = 9

  /// Keys with the word for what they do.
  struct Hint: Hashable {
    var keys: String
    var word: String
    var actions: [Action]
    var rank: Int
  }

  /// Columns between two hints.
  static func gap(_ width: Int) -> Int { width >= 100 ? 3 : 2 }

  /// What works now, most useful first in the choice, in the order of the key map on the screen.
  static func hints(_ view: View, room: Int, glyphs: GlyphSet = .unicode) -> [Hint] {
    if let overlay = view.state.overlay { return fitting(overlay.hints, room, glyphs) }
    var hints: [Hint] = []
    for binding in KeyMap.all where binding.screens.contains(view.state.screen) {
      guard let word = view.word(for: binding), view.whyDisabled(binding.action) == nil else {
        continue
      }
      if let last = hints.indices.last(where: { hints[$0].word == word }) {
        if !hints[last].actions.contains(binding.action) {
          hints[last].keys += " " + binding.key
          hints[last].actions.append(binding.action)
        }
      } else {
        hints.append(
          Hint(keys: binding.key, word: word, actions: [binding.action], rank: binding.rank))
      }
    }
    let chosen = hints.sorted { $0.rank < $1.rank }
    return fitting(chosen, room, glyphs)
  }

  /// The first of them that fit, help last.
  private static func fitting(_ hints: [Hint], _ room: Int, _ glyphs: GlyphSet) -> [Hint] {
    var used = 0
    var kept: [Hint] = []
    for var hint in hints where kept.count < most {
      if glyphs == .ascii { hint.keys = KeySpelling.words(hint.keys) }
      let width = hint.keys.cells + 1 + hint.word.cells + gap(room + 2)
      guard used + width <= room + gap(room + 2) else { continue }
      used += width
      kept.append(hint)
    }
    let help = kept.filter { $0.actions == [.help] }
    return kept.filter { $0.actions != [.help] } + help
  }
}
