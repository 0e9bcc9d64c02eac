import Canvas
import Catalogue
import Distribution

/// The command line: every action by name, and commands that take a word.
struct Palette: Sendable, Hashable {
  var field = TextField()
  var selected = 0
  /// Why the command was not understood; nil until it was tried.
  var problem: String?

  /// A line that can be chosen.
  struct Entry: Hashable {
    /// What it completes to.
    var text: String
    /// What it does.
    var about: String
    /// Whether it needs a word after it.
    var takesWord = false
  }

  /// Commands that take a word.
  static let commands = [
    Entry(text: "upload", about: "FILE: bring in an upload of your own", takesWord: true),
    Entry(
      text: "goto", about: "2d5h after the upload, +3h, -10m, Fri 23:42, 50%, wave 5, end",
      takesWord: true),
    Entry(text: "speed", about: "world seconds a second: 600, or max", takesWord: true),
    Entry(text: "theme", about: "NAME: other colours", takesWord: true),
    Entry(text: "export", about: "FILE.svg, .txt or .ansi: what is on the screen", takesWord: true),
  ]

  /// What the text typed so far may become.
  func entries(_ view: View) -> [Entry] {
    let text = field.text.lowercased()
    if let space = text.firstIndex(of: " ") {
      let word = text[text.index(after: space)...]
      guard text[..<space] == "theme" else {
        return Self.commands.filter { $0.text == text[..<space] }
      }
      return view.state.themes.filter { $0.lowercased().hasPrefix(word) }
        .map { Entry(text: "theme " + $0, about: "these colours") }
    }
    let actions = Action.allCases.filter { $0 != .number && $0 != .cancel }.map { action in
      Entry(
        text: action.rawValue,
        about: KeyMap.binding(of: action, on: view.state.screen)?.about ?? "")
    }
    let all = Self.commands + actions
    let first = all.filter { $0.text.hasPrefix(text) }
    let rest = all.filter { !$0.text.hasPrefix(text) && $0.text.contains(text) }
    return first + rest
  }

  /// Draws it.
  func draw(_ view: View, on sheet: inout Sheet, in area: Rect) {
    let width = min(84, area.width - 4)
    var lines: [[Piece]] = [[Piece(": ", .key)] + field.pieces(room: max(4, width - 3))]
    lines.append(problem.map { [Piece($0, .error)] } ?? [])
    let entries = entries(view)
    lines += entries.map { entry in
      [
        Piece(entry.text.left(20), entry.takesWord ? .key : .text),
        .muted(" " + entry.about.clipped(max(0, width - 21))),
      ]
    }
    Box(
      title: [Piece("Everything", .title)],
      lines: lines, selected: entries.isEmpty ? nil : min(selected, entries.count - 1) + 2,
      fixed: 2, width: width
    ).draw(on: &sheet, in: area)
  }
}

/// What a command line asks for.
enum PaletteCommand: Hashable {
  case action(Action)
  case upload(String)
  case goto(String)
  case speed(Int)
  case theme(String)
  case export(String)

  /// Understands a line, or says what is wrong with it.
  static func parse(_ line: String) -> Result<PaletteCommand, Complaint> {
    let trimmed = line.trimmed
    let parts = trimmed.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = parts.first else { return .failure("type a command") }
    let word = parts.count > 1 ? parts[1].trimmed : ""
    if let action = Action(rawValue: name.lowercased()), word.isEmpty {
      return .success(.action(action))
    }
    guard Palette.commands.contains(where: { $0.text == name }) else {
      return .failure("no command is called “\(name.clipped(24))”: ? lists them all")
    }
    guard !word.isEmpty else { return .failure("\(name) what? Type a word after it") }
    switch name {
    case "upload": return .success(.upload(word))
    case "goto": return .success(.goto(word))
    case "theme": return .success(.theme(word))
    case "export": return .success(.export(word))
    default: return speed(word)
    }
  }

  private static func speed(_ word: String) -> Result<PaletteCommand, Complaint> {
    if word == "max" { return .success(.speed(0)) }
    let digits = word.hasPrefix("×") || word.hasPrefix("x") ? String(word.dropFirst()) : word
    guard let number = Int(digits), (0...1_000_000).contains(number) else {
      return .failure("a speed is a whole number up to 1,000,000, or max")
    }
    return .success(.speed(number))
  }
}

/// Why something typed was not taken, in words for the person.
struct Complaint: Error, Hashable, ExpressibleByStringInterpolation {
  let text: String
  init(stringLiteral text: String) { self.text = text }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
