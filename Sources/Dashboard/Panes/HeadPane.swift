import Canvas
import Catalogue
import Distribution

/// What the chosen video is, how far it has come, and why it is where it is.
struct HeadPane {
  let view: View
  let video: VideoPicture

  /// `bee-bike  "My bike was confiscated by bees"`, with the caption cut to the room.
  func title(room: Int) -> [Piece] {
    let name = Piece(video.upload.id.clipped(max(8, room / 3)), Style(.title, bold: true))
    let left = room - name.text.cells - 4
    guard left > 6, !video.upload.caption.isEmpty else { return [name] }
    let caption = view.isMasked(video) ? "text masked: minors" : video.upload.caption
    return [name, .plain("  “" + caption.clipped(left) + "”")]
  }

  /// Who, how long, and where: `@bart · 15 s · For You ‹1/2› Reels`.
  var note: [Piece] {
    let creator = "@" + video.upload.creator.clipped(16)
    return [.muted("\(creator) · \(video.upload.duration.fixed(0)) s · ")] + platforms
  }

  /// The platform, and the others that it is on.
  var platforms: [Piece] {
    let name = view.platform?.name ?? "?"
    let all = view.siblings
    guard all.count > 1, let place = all.firstIndex(where: { $0.id == video.id }) else {
      return [.plain(name)]
    }
    let next = all[(place + 1) % all.count].id.platform
    let platforms = view.snapshot.platforms
    let other = platforms.indices.contains(next) ? platforms[next].name : "?"
    return [
      .plain(name), Piece(" ‹\(place + 1)/\(all.count)› ", .key), .muted(other),
    ]
  }

  /// The four steps of the mission with what each came to.
  func steps(room: Int) -> [Piece] {
    var steps = [review, topics, first, wave]
    if steps.map(\.cells).reduce(6, +) > room { steps = steps.map { Array($0.prefix(2)) } }
    let used = steps.map(\.cells).reduce(0, +)
    let gap = min(4, max(2, (room - used) / 3))
    return steps.enumerated().flatMap { $0 == 0 ? $1 : [.gap(gap)] + $1 }
  }

  private var review: [Piece] {
    guard let review = video.review else { return [Piece("◐", .muted), .muted(" Review")] }
    if let decision = video.decision {
      return decision.allowed
        ? [Piece("✓", .push), .plain(" Review"), .muted(" allowed at the desk")]
        : [Piece("✕", .breach), .plain(" Review"), .muted(" removed at the desk")]
    }
    let share = Figures.share(review.probability, review.probability < 0.1 ? 3 : 2)
    switch review.verdict {
    case .allow: return [Piece("✓", .push), .plain(" Review"), .muted(" allowed " + share)]
    case .doubt: return [Piece("◆", .doubt), .plain(" Review"), .muted(" in doubt " + share)]
    case .remove: return [Piece("✕", .breach), .plain(" Review"), .muted(" removed " + share)]
    }
  }

  private var topics: [Piece] {
    guard let best = video.reading.topics.first else {
      return [Piece("✗", .breach), .plain(" Topics"), .muted(" unknown")]
    }
    let words = " \(Names.topic(best.topic)) \(Figures.share(best.score))"
    return [Piece("✓", .push), .plain(" Topics"), .muted(words)]
  }

  private var first: [Piece] {
    guard let wave = video.waves.first else { return [.muted("· First audience")] }
    let name = " First \(wave.size.grouped)"
    guard wave.endedAt != nil, let assessment = wave.assessment else {
      return [Piece("◐", .push), .plain(name), .muted(" \(wave.delivered.grouped) so far")]
    }
    let score = " " + assessment.score.fixed(2)
    return assessment.action == .stop
      ? [Piece("■", .stop), .plain(name), .muted(score)]
      : [Piece("✓", .push), .plain(name), .muted(score)]
  }

  private var wave: [Piece] {
    guard video.waves.count > 1, let wave = video.waves.last else { return [.muted("· Waves")] }
    if video.state == .stopped {
      return [Piece("■", .stop), .plain(" Stopped in wave \(wave.number)")]
    }
    return [Piece("▲", .push), .plain(" Wave \(wave.number)"), .muted(" of ?")]
  }

  /// What it came to: views, forwards, and what followers alone would have brought.
  var numbers: [Piece] {
    let state: Piece =
      switch video.state {
      case .pushing: .strong("PUSHING", .push)
      case .stopped: .strong("STOPPED", .stop)
      case .atDesk: .strong("AT THE DESK", .doubt)
      case .removed: .strong("REMOVED", .breach)
      case .uploaded: .strong(video.review == nil ? "IN REVIEW" : "ABOUT TO BE SHOWN", .muted)
      }
    var pieces: [Piece] = [
      .strong(video.views.grouped), .muted(video.views == 1 ? " view   " : " views   "),
      StateWords.mark(of: video.state), .gap(1), state,
    ]
    guard video.publication != nil else { return pieces }
    pieces += [
      .gap(4), .plain(video.progress.forwarded.grouped),
      .muted(video.progress.forwarded == 1 ? " forward" : " forwards"),
      .gap(4), Piece(video.progress.socialGraphOnly.grouped, .social),
      .muted(" if only followers and forwards"),
    ]
    return pieces
  }

  /// Why it is where it is.
  func why(room: Int, head: String = "Why      ") -> [Piece] {
    [.muted(head)] + Why.sentence(view, video, room: room - head.cells)
  }

  /// The same in a few words.
  var briefOutlook: [Piece]? {
    guard let outlook = view.scene.outlook, outlook.video == video.id, outlook.views.runs > 0
    else { return nil }
    let views = outlook.views
    return [
      Piece("stops near \(views.median.brief) (\(views.low.brief)–\(views.high.brief))", .forecast)
    ]
  }

  /// Where it is likely to stop, from what the platform knows now.
  var outlook: [Piece]? {
    guard let outlook = view.scene.outlook, outlook.video == video.id, outlook.views.runs > 0
    else { return nil }
    let views = outlook.views
    return [
      .muted("Outlook  "), Piece("stops near \(views.median.brief)", .forecast),
      Piece(" (8 in 10: \(views.low.brief)–\(views.high.brief))", .forecast),
      .muted(" as far as its KPIs tell by now"),
    ]
  }

  /// The four lines below the title.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    let inner = rect.inset(1, 0)
    var lines: [[Piece]] = [steps(room: inner.width), numbers, why(room: inner.width)]
    lines.append(outlook ?? fallback)
    for (row, line) in lines.prefix(rect.height).enumerated() {
      sheet.line(line, inner.x, rect.y + row, in: inner)
    }
  }

  private var fallback: [Piece] {
    switch video.state {
    case .pushing:
      [.muted("Outlook  "), Piece("u", .key), .muted(" asks where it will stop")]
    case .stopped:
      [
        .muted("Stopped  "),
        .plain(video.stoppedAt.map { view.time($0).short } ?? ""),
        .muted(" after " + Lapse.words((video.stoppedAt ?? view.now).minus(video.postedAt))),
      ]
    case .atDesk:
      [.muted("Waits    "), .plain(Lapse.words(view.now - (video.caseOpenedAt ?? view.now)))]
    default: []
    }
  }
}

extension View {
  /// Whether a video's text must not be shown: the minors' queue is masked.
  func isMasked(_ video: VideoPicture) -> Bool {
    video.upload.concernsMinors || video.deskCase?.policy == .minors
  }
}
