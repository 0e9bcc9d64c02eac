import Canvas
import Catalogue
import Distribution

extension Assessment {
  /// Half of the score's 80 % interval.
  var half: Double { 1.2815515655446004 * error }
}

/// The sentence that says why a video is where it is.
enum Why {
  /// How long the sentence may be.
  enum Length: CaseIterable { case full, brief, shortest }

  /// For a video, the longest form that fits into so many columns.
  static func sentence(_ view: View, _ video: VideoPicture, room: Int) -> [Piece] {
    let forms = Length.allCases.map { sentence(view, video, $0) }
    return forms.first { $0.cells <= room } ?? forms.last ?? []
  }

  /// For a video: its latest assessment, or what it waits for.
  static func sentence(
    _ view: View, _ video: VideoPicture, _ length: Length = .full
  ) -> [Piece] {
    switch video.state {
    case .uploaded:
      let isRead = video.review?.verdict == .allow
      return [
        .plain(
          isRead ? "review let it through: its first audience is next" : "it is being reviewed")
      ]
    case .atDesk: return desk(view, video)
    case .removed: return removed(video)
    case .pushing, .stopped: break
    }
    guard let assessment = video.assessment else {
      guard let wave = video.waves.last else { return [.plain("its first audience comes next")] }
      return [
        .plain("no score yet: \(wave.delivered.grouped) of the first \(wave.size.grouped) have"),
        .plain(" been shown it"),
      ]
    }
    return sentence(assessment, length)
  }

  /// For an assessment: score, interval, bar, how sure, how sure it had to be.
  static func sentence(_ a: Assessment, _ length: Length = .full) -> [Piece] {
    switch a.ground {
    case .audienceExhausted: return [.plain("everybody on the platform has been shown it")]
    case .kpi(let kpi): return missed(kpi, a)
    case .score: break
    }
    var pieces: [Piece] = [
      .muted(length == .shortest ? "" : "score "), .strong(score(a.score, a.error)),
      .plain(" ± " + half(a)), .muted(", "),
      Piece("bar " + a.bar.fixed(3), .bar), .plain(": "),
    ]
    if a.rule == .point {
      pieces.append(.plain(a.score >= a.bar ? "above" : "below"))
      return pieces
    }
    let (sure, needed) = (Figures.chance(a.sure), Figures.chance(a.needed))
    let rest =
      a.atGate
      ? ", \(needed) needed"
      : a.action == .stop ? ", \(needed) needed to go on" : ", goes on from \(needed)"
    switch length {
    case .full:
      pieces += [.plain("\(sure) sure it is above"), .muted(rest)]
    case .brief:
      pieces += [.plain("\(sure) sure"), .muted(rest)]
    case .shortest: pieces += [.plain(sure), .muted(" of \(needed)")]
    }
    return pieces
  }

  /// A score with as many decimals as its error deserves.
  static func score(_ score: Double, _ error: Double) -> String {
    score.fixed(error < 0.02 ? 3 : 2)
  }

  /// Half of the 80 % interval: `.009`.
  static func half(_ a: Assessment) -> String {
    Figures.share(a.half, a.error < 0.02 ? 3 : 2)
  }

  private static func missed(_ kpi: KPI, _ a: Assessment) -> [Piece] {
    let index = KPI.allCases.firstIndex(of: kpi) ?? 0
    let measured = a.kpis.measured.indices.contains(index) ? a.kpis.ratio(kpi) : 0
    return [
      .plain("\(kpi.label) "), .strong(measured.fixed(2)),
      .plain(" × the median video missed "), Piece("its own bar", .bar),
    ]
  }

  private static func desk(_ view: View, _ video: VideoPicture) -> [Piece] {
    guard video.decision == nil else { return [.plain("allowed at the desk; it is shown next")] }
    guard let facts = video.deskCase else { return [.plain("a person decides")] }
    return [
      .strong("\(Figures.chance(facts.probability)) likely \(facts.policy.label)", .doubt),
      .muted("; a person decides from "),
      .plain(Figures.threshold(view.snapshot.review.doubtFrom)), .muted(" on"),
    ]
  }

  private static func removed(_ video: VideoPicture) -> [Piece] {
    if let decision = video.decision {
      return [
        .plain("removed by \(decision.moderator): "), .plain(decision.reason),
      ]
    }
    guard let review = video.review else { return [.plain("removed before anybody saw it")] }
    let policy = review.policy?.label ?? "illegal"
    return [
      .plain("\(Figures.chance(review.probability)) likely \(policy), removed from "),
      .plain(Figures.threshold(review.threshold) + " on"),
    ]
  }
}
