import Canvas

/// A row of the key map: which keys do what, where, and the words for it.
///
/// The footer, the help and the palette are all made from these rows, so that none of them can
/// promise a key that does something else.
struct Binding: Sendable, Hashable {
  /// The keys; the first is the one shown.
  let keys: [Key]
  /// What they do.
  let action: Action
  /// The words beside the key in the footer, shared with others of the same words; nil keeps it
  /// out of the footer.
  let word: String?
  /// One sentence for the help and the palette.
  let about: String
  /// The screens on which the keys work.
  let screens: Set<Screen>
  /// Its place in a footer that has no room for all: lowest first.
  let rank: Int
  /// What stands for the keys where that is not their names.
  let shown: String?

  init(
    _ keys: Key..., do action: Action, word: String? = nil, on screens: Set<Screen> = .every,
    rank: Int = 50, shown: String? = nil, _ about: String
  ) {
    self.keys = keys
    self.action = action
    self.word = word
    self.about = about
    self.screens = screens
    self.rank = rank
    self.shown = shown
  }
}

extension Binding {
  /// The first key as the footer shows it.
  var key: String { shown ?? keys.first?.name ?? "" }
  /// All keys as the help shows them.
  var keyNames: String { shown ?? keys.map(\.name).joined(separator: " ") }
}

extension Set<Screen> {
  /// All four screens.
  static var every: Set<Screen> { Set(Screen.allCases) }
  /// Screens on which ↑ and ↓ choose a video.
  static var withVideos: Set<Screen> { [.spread, .compare] }
}

extension Key {
  /// What stands on the key.
  var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let character): "^" + String(character).uppercased()
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "pgup"
    case .pageDown: "pgdn"
    case .home: "home"
    case .end: "end"
    case .enter: "↵"
    case .escape: "esc"
    case .tab: "tab"
    case .backTab: "shift-tab"
    case .backspace: "⌫"
    case .delete: "del"
    case .function(let number): "F\(number)"
    }
  }
}
