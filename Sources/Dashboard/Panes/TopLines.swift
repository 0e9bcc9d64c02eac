import Canvas
import Catalogue
import Distribution

/// The first line of every screen: tabs, the state of play, the world's time, SIMULATED, the seed.
struct HeaderLine {
  let view: View

  /// Draws it; words give way to shorter ones as the width does.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    let clip = Rect(rect.x, rect.y, rect.width, 1)
    let left = tabs(width: rect.width)
    let room = rect.width - left.cells
    sheet.line(left, rect.x, rect.y, in: clip)
    markTabs(on: &sheet, in: clip)
    guard let right = rights.first(where: { $0.cells + 2 <= room }) else { return }
    sheet.right(right, rect.y, in: clip)
  }

  private func markTabs(on sheet: inout Sheet, in clip: Rect) {
    var x = clip.x + brand(clip.width).cells
    for screen in Screen.allCases {
      let width = tab(screen, width: clip.width).cells
      sheet.mark(Rect(x, clip.y, width, 1).intersection(clip), as: .tab(screen))
      x += width
    }
  }

  private func tabs(width: Int) -> [Piece] {
    brand(width) + Screen.allCases.flatMap { tab($0, width: width) }
  }

  private func brand(_ width: Int) -> [Piece] {
    width >= 110 ? [Piece(" Waggle ", Style(.title)), .gap(1)] : []
  }

  private func tab(_ screen: Screen, width: Int) -> [Piece] {
    let isActive = screen == view.state.screen
    let waits = screen == .moderate ? view.cases.count : 0
    let name = width >= 72 || isActive ? " " + screen.title : ""
    let style = isActive ? Style(.tab, bold: true) : Style(.muted)
    var pieces = [Piece(" \(screen.digit)" + name + " ", style)]
    // The badge keeps its room when nothing waits, so that the tabs after it stay where they are.
    if screen == .moderate {
      pieces.append(Piece((waits > 0 ? "◆\(waits.brief)" : "").left(width >= 72 ? 4 : 3), .doubt))
    }
    pieces.append(.gap(width >= 110 ? 1 : 0))
    return pieces
  }

  private var rights: [[Piece]] {
    let time = view.time(view.now)
    let seed = "seed \(view.snapshot.seed)"
    return [
      file(30) + play + [
        .gap(3), Piece(time.full, .clock), .gap(3), Piece("SIMULATED", .simulated), .gap(2),
        .muted(seed), .gap(1),
      ]
    ] + (view.scene.record?.isReplay == true ? [replayed(time)] : []) + [
      play + [
        .gap(3), Piece(time.full, .clock), .gap(3), Piece("SIMULATED", .simulated), .gap(2),
        .muted(seed), .gap(1),
      ],
      play + [
        .gap(2), Piece(time.short, .clock), .gap(2), Piece("SIMULATED", .simulated), .gap(2),
        .muted(seed), .gap(1),
      ],
      play + [
        .gap(2), Piece(time.short, .clock), .gap(2), Piece("SIM", .simulated), .gap(1),
        .muted(seed), .gap(1),
      ],
      play + [.gap(1), Piece(time.short, .clock), .gap(1), Piece("SIM", .simulated)],
      [Piece(time.clock, .clock), .gap(1), Piece("SIM", .simulated)],
      [Piece("SIM", .simulated)],
    ]
  }

  /// A replay names its file rather than the date and the seed.
  private func replayed(_ time: WorldTime) -> [Piece] {
    file(18) + play + [
      .gap(1), Piece(time.short, .clock), .gap(1), Piece("SIMULATED", .simulated), .gap(1),
    ]
  }

  private var play: [Piece] {
    mode + [Piece(motion, .clock)]
  }

  /// What tells a replay from a live run.
  private var mode: [Piece] {
    view.scene.record?.isReplay == true ? [Piece("REPLAY", .title, bold: true), .gap(1)] : []
  }

  private var motion: String {
    if view.scene.isPaused { return view.scene.isBackward ? "‖ paused ◀" : "‖ paused" }
    if view.scene.isBackward {
      return view.isAtBeginning ? "■ start ◀" : "◀ " + SpeedLadder.words(view.scene.speed)
    }
    if view.scene.isOver, view.now >= view.scene.furthest { return "■ over" }
    if view.isAtRecordsEnd { return "■ end" }
    return "▶ " + SpeedLadder.words(view.scene.speed)
  }

  /// The file that the run is in, where there is room for its name.
  private func file(_ columns: Int) -> [Piece] {
    guard let record = view.scene.record else { return [] }
    return [.muted(record.name.clipped(columns)), .gap(2)]
  }
}

/// The speeds that `[` and `]` step through, in world seconds a second.
enum SpeedLadder {
  static let steps = [1, 10, 60, 300, 600, 1_800, 3_600, 14_400, 0]

  /// `×600`, or `max`.
  static func words(_ speed: Int) -> String { speed == 0 ? "max" : "×" + speed.grouped }

  /// The next speed up or down; nil at the end of the ladder.
  static func next(_ speed: Int, faster: Bool) -> Int? {
    if speed == 0 { return faster ? nil : steps[steps.count - 2] }
    let paces = steps.dropLast()
    return faster ? paces.first { $0 > speed } ?? 0 : paces.last { $0 < speed }
  }
}

/// The second line: the run from the chosen upload on, with its waves, cases and the present.
struct TimelineLine {
  let view: View

  /// Draws it.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    let clip = Rect(rect.x, rect.y, rect.width, 1)
    guard let video = view.video else {
      sheet.line([.muted(" no upload yet")], rect.x, rect.y, in: clip)
      return
    }
    let start = sheet.line(
      [.muted(" upload \(view.time(video.postedAt).short) ")], rect.x, rect.y, in: clip)
    let right = right(video)
    let room = Rect(start, rect.y, rect.right - right.cells - start, 1)
    guard room.width >= 8 else { return }
    let axis = axis
    sheet.timeline(axis, view, in: room) { isShown($0, video, axis) }
    sheet.line(right, room.right, rect.y, in: clip)
  }

  /// The chosen video's time up to the furthest moment, so that a click can go there again.
  private var axis: TimeAxis {
    let stop = view.scene.marks.last { $0.video == view.video?.id && $0.kind == .stop }?.at
    let end = min(stop ?? .max, max(view.scene.furthest, view.now))
    return TimeAxis(
      from: view.video?.postedAt ?? 0,
      holding: max(end, min(view.now, view.video?.stoppedAt ?? view.now)))
  }

  private func isShown(_ mark: Mark, _ video: VideoPicture, _ axis: TimeAxis) -> Bool {
    guard mark.at >= axis.from, mark.at <= axis.to else { return false }
    switch mark.kind {
    case .wave, .stop: return mark.video == video.id
    case .deskCase: return true
    case .posted, .decision: return false
    }
  }

  private func right(_ video: VideoPicture) -> [Piece] {
    var pieces: [Piece] = [.plain(" +" + Lapse.words(view.now.minus(video.postedAt))), .gap(2)]
    pieces += [
      StateWords.mark(of: video.state), .plain(" " + StateWords.place(of: video)), .gap(1),
    ]
    return pieces
  }
}
