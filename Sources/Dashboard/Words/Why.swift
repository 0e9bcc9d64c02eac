import Canvas
import Catalogue
import Distribution

/// The sentence that says why a video is where it is.
enum Why {
  /// For a video: its latest assessment, or what it waits for.
  static func sentence(_ view: View, _ video: VideoPicture, brief: Bool = false) -> [Piece] {
    switch video.state {
    case .uploaded: return [.plain("the models are reading it")]
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
    return sentence(assessment, brief: brief)
  }

  /// For an assessment: score, interval, bar, how sure, how sure it had to be.
  static func sentence(_ a: Assessment, brief: Bool = false) -> [Piece] {
    switch a.ground {
    case .audienceExhausted: return [.plain("everybody on the platform has been shown it")]
    case .kpi(let kpi): return missed(kpi, a)
    case .score: break
    }
    var pieces: [Piece] = [
      .muted("score "), .strong(score(a.score, a.error)), .plain(" ± " + half(a)), .muted(", "),
      Piece("bar " + a.bar.fixed(3), .bar), .plain(": "),
    ]
    if a.rule == .point {
      pieces.append(.plain(a.score >= a.bar ? "above" : "below"))
      return pieces
    }
    let sure = Figures.chance(a.sure) + " sure"
    let rest =
      a.atGate
      ? ", \(Figures.chance(a.needed)) needed"
      : brief ? ", goes on from \(Figures.chance(a.needed))"
        : ", goes on while at least \(Figures.chance(a.needed))"
    pieces += [.plain(sure + (brief ? "" : " it is above")), .muted(rest)]
    return pieces
  }

  /// A score with as many decimals as its error deserves.
  static func score(_ score: Double, _ error: Double) -> String {
    score.fixed(error < 0.02 ? 3 : 2)
  }

  /// Half of the 80 % interval: `.009`.
  static func half(_ a: Assessment) -> String {
    let half = (a.interval.upperBound - a.interval.lowerBound) / 2
    return Figures.share(half, a.error < 0.02 ? 3 : 2)
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
      .plain(Figures.chance(view.snapshot.review.doubtFrom)), .muted(" on"),
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
      .plain(Figures.chance(review.threshold) + " on"),
    ]
  }
}
