import Canvas
import Catalogue
import Distribution

/// Where to go: a time that is typed, or something that happened and is searched for.
struct JumpPrompt: Sendable, Hashable {
  var field = TextField()
  /// What happened and holds the words typed, in order of time.
  var matches: [Mark] = []
  /// The match chosen with the arrows; nil for none yet.
  var selected: Int?

  /// The match that Enter would take where the text is no time: the next one from now on.
  func next(after now: Moment) -> Int? {
    matches.isEmpty ? nil : matches.firstIndex { $0.at > now } ?? 0
  }

  /// Draws it.
  func draw(_ view: View, on sheet: inout Sheet, in area: Rect) {
    let width = min(76, area.width - 4)
    var lines: [[Piece]] = [field.pieces(room: max(4, width)), meaning(view)]
    let fixed = lines.count
    let names = MarkWords.names(view.scene)
    lines += matches.map { line($0, names, view, width) }
    let chosen = selected ?? (isTime(view) ? nil : next(after: view.now))
    Box(
      title: [Piece("Go to", .title)],
      note: matches.isEmpty ? [] : [.muted(Figures.count(matches.count, "match", "matches"))],
      lines: lines, selected: chosen.map { $0 + fixed }, fixed: fixed, width: width
    ).draw(on: &sheet, in: area)
  }

  private func isTime(_ view: View) -> Bool {
    (try? TimeTarget.parse(field.text, view).get()) != nil
  }

  private func meaning(_ view: View) -> [Piece] {
    if let reply = view.state.reply, reply.isError { return [Piece(reply.text, .error)] }
    if selected == nil, let moment = try? TimeTarget.parse(field.text, view).get() {
      return goal(moment, view)
    }
    return [.muted("2d5h · +3h · -10m · 17:30 · 50% · end, or a name · wave 3 · stop")]
  }

  /// Where Enter goes, and what was made of what was typed where that is not plain.
  private func goal(_ moment: Moment, _ view: View) -> [Piece] {
    let reached = view.scene.reached(moment)
    var pieces: [Piece] = [
      Piece("↵", .key), .muted(" goes to "), .plain(view.time(reached).full),
    ]
    if reached < moment {
      pieces.append(.muted(": " + view.endWords))
    } else if Int(field.text.trimmed) != nil {
      pieces.append(.muted("; a bare number is minutes"))
    }
    return pieces
  }

  private func line(
    _ mark: Mark, _ names: [Int: String], _ view: View, _ width: Int
  ) -> [Piece] {
    let words = MarkWords(mark, names: names)
    let name = min(24, max(8, width / 3))
    return [
      .muted(view.time(mark.at).short.left(10)), MarkWords.glyph(mark.kind), .gap(1),
      .plain(words.name.fitted(name)), .gap(1),
      .muted(words.what.clipped(max(0, width - name - 13))),
    ]
  }
}

extension Scene {
  /// The moment shown by somebody who goes to one: nothing is recorded after a record's end, and
  /// nothing happens after a run that is over.
  func reached(_ moment: Moment) -> Moment {
    isOver || record?.isReplay == true ? min(moment, max(furthest, snapshot.now)) : moment
  }
}

extension View {
  /// Where the record or the run ends: `the record ends at Fri 23:42`.
  var endWords: String {
    let end = time(max(scene.furthest, now)).short
    return scene.isOver ? "the run is over at \(end)" : "the record ends at \(end)"
  }

  /// Whether the moment shown is the last of a record that was left before the run was over.
  var isAtRecordsEnd: Bool {
    scene.record?.isReplay == true && !scene.isOver && now >= scene.furthest
  }
}

extension Dashboard {
  /// Takes a key while a place to go to is being typed.
  mutating func press(_ key: Key, _ prompt: JumpPrompt, _ scene: Scene) -> [Intent] {
    var prompt = prompt
    switch key {
    case .enter: return jump(prompt, scene)
    case .up, .down, .pageUp, .pageDown:
      guard !prompt.matches.isEmpty else { return [] }
      let start = prompt.next(after: scene.snapshot.now) ?? 0
      let moved = prompt.selected.map { $0 + Self.lines(key) } ?? start
      prompt.selected = min(max(0, moved), prompt.matches.count - 1)
    default:
      if prompt.field.take(key) {
        prompt.matches = MarkWords.found(prompt.field.text, in: scene)
        prompt.selected = nil
      }
    }
    overlay = .goto(prompt)
    return []
  }

  private mutating func jump(_ prompt: JumpPrompt, _ scene: Scene) -> [Intent] {
    if prompt.selected == nil,
      case .success(let moment) = TimeTarget.parse(prompt.field.text, View(scene, self))
    {
      overlay = nil
      return seek(moment, scene)
    }
    guard let place = prompt.selected ?? prompt.next(after: scene.snapshot.now) else {
      overlay = .goto(prompt)
      return go(to: prompt.field.text, scene)
    }
    overlay = nil
    found = prompt.matches
    return visit(prompt.matches[place], scene)
  }

  /// Goes to a moment, or to the last there is, and says so.
  mutating func seek(_ moment: Moment, _ scene: Scene) -> [Intent] {
    let reached = scene.reached(moment)
    if reached < moment {
      let view = View(scene, self)
      reply = Notice(view.endWords.prefix(1).uppercased() + view.endWords.dropFirst() + ".")
    }
    return [.seek(reached)]
  }

  /// Goes to a match and looks at its video.
  private mutating func visit(_ mark: Mark, _ scene: Scene) -> [Intent] {
    chosen = mark.video
    let place = (found.firstIndex(of: mark) ?? 0) + 1
    let words = MarkWords(mark, names: MarkWords.names(scene))
    reply = Notice(
      "\(words.name), \(words.what): "
        + "match \(place) of \(found.count); m the next, M the one before.")
    pending.ask(moment: mark.at, scene)
    return [.seek(mark.at)]
  }

  /// Goes on to the next match of the latest search, or back to the one before.
  mutating func goToMatch(forward: Bool, _ view: View) -> [Intent] {
    let now = pending.moment(in: view.scene)
    let mark = forward ? found.first { $0.at > now } : found.last { $0.at < now }
    guard let mark else {
      reply = Notice(forward ? "No match after this moment." : "No match before this moment.")
      return []
    }
    return visit(mark, view.scene)
  }
}
