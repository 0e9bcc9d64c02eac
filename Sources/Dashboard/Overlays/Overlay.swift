import Canvas
import Catalogue
import Distribution

/// What lies over a screen and takes the keys until it is closed.
indirect enum Overlay: Sendable, Hashable {
  /// All keys, searched and done from here.
  case help(HelpList)
  /// A command line.
  case palette(Palette)
  /// A time to go to, or something to search for.
  case goto(JumpPrompt)
  /// The whole time with the present as a cursor that is moved.
  case scrub(Scrub)
  /// The branches that the file keeps.
  case branches(BranchList)
  /// Words that the videos list is filtered by; typed in the list's own title.
  case filter(TextField)
  /// A sum by hand; so many assessments before the latest.
  case sum(back: Int)
  /// The words that say what a video is about; scrolled so many lines.
  case evidence(scroll: Int)
  /// The form for an upload of one's own.
  case form(UploadForm)
  /// A command that gives this screen.
  case command(String)
  /// The reason of a removal.
  case reason(ReasonChoice)
  /// Whether to remove a case; asked in the case's own pane.
  case removal(VideoID)
  /// A setting's value, typed.
  case number(TextField)
  /// Whether to leave although something was typed.
  case leaving(Overlay)

  /// Whether something was typed that leaving would lose.
  var holdsText: Bool {
    switch self {
    case .help, .filter, .sum, .evidence, .command, .scrub, .branches, .removal: false
    case .palette(let palette): !palette.field.text.isEmpty
    case .goto(let prompt): !prompt.field.text.isEmpty
    case .number(let field): !field.text.isEmpty
    case .form(let form): form.holdsText
    case .reason(let choice): !choice.field.text.isEmpty
    case .leaving: true
    }
  }

  /// The keys that work in it.
  var hints: [Footer.Hint] {
    func hint(_ keys: String, _ word: String) -> Footer.Hint {
      Footer.Hint(keys: keys, word: word, actions: [], rank: 0)
    }
    switch self {
    case .help:
      return [
        hint("type", "searches"), hint("↑ ↓", "choose"), hint("↵", "do it"), hint("esc", "back"),
      ]
    case .palette:
      return [
        hint("↵", "do it"), hint("tab", "complete"), hint("↑ ↓", "choose"), hint("esc", "back"),
      ]
    case .goto: return [hint("↵", "go there"), hint("↑ ↓", "choose"), hint("esc", "back")]
    case .scrub:
      return [
        hint("← →", "scrub"), hint("↑ ↓", "mark"), hint("pgup pgdn", "far"),
        hint("home end", "ends"), hint("space", "pause"), hint("↵", "done"),
      ]
    case .branches(let list): return list.hints
    case .filter: return [hint("↵", "keep"), hint("↑ ↓", "video"), hint("esc", "show all")]
    case .sum: return [hint("← →", "earlier, later"), hint("esc", "back")]
    case .evidence: return [hint("↑ ↓", "scroll"), hint("esc", "back")]
    case .form:
      return [hint("tab", "next field"), hint("^s", "try it"), hint("esc", "back")]
    case .command: return [hint("esc", "back")]
    case .reason:
      return [
        hint("↑ ↓", "choose"), hint("type", "your own"), hint("↵", "take it"), hint("esc", "back"),
      ]
    case .removal:
      return [hint("↵", "remove it"), hint("r", "another reason"), hint("esc", "keep it")]
    case .number: return [hint("↵", "set"), hint("esc", "back"), hint("tab", "next screen")]
    case .leaving: return [hint("y", "leave"), hint("n", "stay")]
    }
  }
}
