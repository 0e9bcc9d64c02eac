import Canvas
import Catalogue
import Distribution

/// The line above the footer: a message, which key starts the run, or something worth knowing.
struct MessageLine {
  let view: View

  /// Draws it.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    if view.scene.record?.isReplay == true, !isUrgent, view.scene.fork == nil, rect.height > 0 {
      ScrubBar(view: view).draw(on: &sheet, in: rect)
      return
    }
    let forms = [words, shortWords]
    let line = forms.first { $0.cells < rect.width } ?? shortWords
    sheet.line([.gap(1)] + line, rect.x, rect.y, in: rect)
  }

  /// The same where there is little room.
  private var shortWords: [Piece] {
    if notice != nil { return words }
    if view.isAtStart { return [Piece("space", .key), .plain(" starts it.")] }
    if view.scene.fork != nil {
      return [
        Piece("Fork: ", .draft), .plain(AimWords.brief(view.steered)), .gap(2),
        Piece("4", .key), .muted(" both "), Piece("F", .key), .muted(" closes"),
      ]
    }
    return [Piece("f", .key), .muted(" forks it at any moment.")]
  }

  /// Whether it says something that must not be left out.
  var isUrgent: Bool { notice != nil || view.isAtStart }

  /// What was just answered or told; nil for nothing.
  private var notice: Notice? {
    view.state.reply ?? view.scene.notice ?? view.forked.map { Notice($0.words(view)) }
  }

  /// What it says.
  var words: [Piece] {
    if let notice {
      return [Piece(notice.text, notice.isError ? .error : .notice)]
    }
    if view.isAtStart {
      return [
        .plain("Paused before anything happened: "), Piece("space", .key),
        .plain(" starts it."),
      ]
    }
    if view.scene.fork == nil, view.scene.isOver, view.now >= view.scene.furthest {
      return [
        .plain("Nothing more happens. "), Piece("←", .key), .muted(" and "), Piece("home", .key),
        .muted(" go back to look again, "), Piece("f", .key), .muted(" forks it anywhere."),
      ]
    }
    if let fork = view.scene.fork {
      return [
        Piece("Fork ", .draft), .plain(fork.label.clipped(30)),
        .muted(" from \(view.time(fork.from).short): "), .plain(AimWords.brief(view.steered)),
        .muted(view.scene.canChange ? ", " : ""), Piece(view.scene.canChange ? "a" : "", .key),
        .muted(view.scene.canChange ? " switches. " : ". "), Piece("4", .key),
        .muted(" shows both, "), Piece("F", .key), .muted(" closes it."),
      ]
    }
    return [
      .muted("Fork it at any moment: "), Piece("f", .key),
      .muted(" keeps this run and goes on beside it; "), Piece("3", .key),
      .muted(" tunes its settings first."),
    ]
  }
}

extension View {
  /// Whether nothing lies before the moment shown: no upload was posted earlier.
  var isAtBeginning: Bool { !snapshot.videos.contains { $0.postedAt < now } }

  /// Whether the run stands still at its very beginning.
  var isAtStart: Bool {
    scene.isPaused && scene.furthest <= now && !snapshot.videos.contains { $0.views > 0 }
      && snapshot.decisions.isEmpty && now <= (video?.postedAt ?? now)
  }
}

/// The last line: the keys that work now, at most nine.
struct FooterLine {
  let view: View

  /// Draws it.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    var x = rect.x + 1
    for hint in Footer.hints(view, room: rect.width - 2, glyphs: sheet.glyphs) {
      x = sheet.line(
        [Piece(hint.keys, .key), .gap(1), .muted(hint.word), .gap(Footer.gap(rect.width))],
        x, rect.y, in: rect)
    }
  }
}
