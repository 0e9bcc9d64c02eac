import Audience
import Canvas
import Catalogue
import Distribution

/// The sum by hand: every KPI, its part, the score, and how sure the rule is, step by step.
struct SumSheet {
  let view: View
  let a: Assessment
  let place: Int
  let count: Int

  /// The sheet of an assessment so many before the chosen video's latest; nil where it has none.
  init?(view: View, back: Int) {
    guard let all = view.video?.assessments, !all.isEmpty else { return nil }
    let index = min(max(0, all.count - 1 - back), all.count - 1)
    self.view = view
    self.a = all[index]
    self.place = index + 1
    self.count = all.count
  }

  /// Draws it; what is too wide goes on in the next line.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    let what = a.atGate ? "wave \(a.wave), at its end" : "wave \(a.wave), between gates"
    let width = max(8, min(84, rect.width - 4))
    let table = width >= 68 ? table : briefTable
    let words = (rule + [[]] + outcome).flatMap { StyledText.wrapped($0, columns: width) }
    Box(
      title: [Piece("The sum by hand", .title), .muted(": \(what)")],
      note: [.muted("\(place)/\(count) "), Piece("← →", .key)], lines: table + [[]] + words
    ).draw(on: &sheet, in: rect)
  }

  private var table: [[Piece]] {
    let head =
      "over \(a.tally.views.grouped) views".left(26) + "measured" + "median".right(11)
      + "ratio".right(8) + "weight".right(7) + "part".right(7)
    guard a.kpis.isComplete else { return [[.muted(head)]] }
    let rows = KPI.allCases.enumerated().map { index, kpi -> [Piece] in
      let ratio = a.kpis.ratio(kpi)
      let weight = a.kpis.weights[index]
      return [
        .plain(kpi.label.left(15)), .muted(Self.counted(kpi, a).clipped(10).left(11)),
        .plain(percent(a.kpis.measured[index])), .muted(" ÷ "),
        .plain(percent(a.kpis.reference[index])), .muted(" = "), .plain(ratio.fixed(3).right(5)),
        .muted(" × "), .plain(Figures.share(weight).right(3)), .muted(" = "),
        .plain(Figures.share(ratio * weight, 3).right(5)),
      ]
    }
    let sum: [Piece] = [
      .plain("score".left(15)), .muted("the parts together".left(46)),
      .strong(a.score.fixed(3).right(6)),
    ]
    return [[.muted(head)]] + rows + [sum]
  }

  private var briefTable: [[Piece]] {
    guard a.kpis.isComplete else { return [] }
    let rows = KPI.allCases.enumerated().map { index, kpi -> [Piece] in
      let ratio = a.kpis.ratio(kpi)
      let weight = a.kpis.weights[index]
      return [
        .plain(kpi.label.left(15)), .plain(ratio.fixed(3).right(5)), .muted(" × "),
        .plain(Figures.share(weight).right(3)), .muted(" = "),
        .plain(Figures.share(ratio * weight, 3).right(5)),
      ]
    }
    return rows + [[.plain("score".left(28)), .strong(a.score.fixed(3).right(6))]]
  }

  private func percent(_ value: Double) -> String { ((value * 100).fixed(2) + " %").right(8) }

  private static func counted(_ kpi: KPI, _ a: Assessment) -> String {
    switch kpi {
    case .viewing: ""
    case .interaction: a.tally.interactions.grouped
    case .clickThrough: a.tally.clickThroughs.grouped
    }
  }

  private var rule: [[Piece]] {
    var lines: [[Piece]] = [
      [
        .plain("standard error \(a.error.fixed(4))"),
        .muted(", so in 8 of 10 such waves the score lies in "),
        .plain("± \(a.half.fixed(3))"),
      ]
    ]
    switch a.rule {
    case .point: lines.append([.muted("rule point: the measured score must reach the bar")])
    case .wilson: lines += wilson
    case .bayes: lines += bayes
    }
    return lines
  }

  private var wilson: [[Piece]] {
    guard a.score > 0, a.error > 0 else { return [] }
    let spread = a.error / a.score * a.bar
    let z = (a.score - a.bar) / spread
    return [
      [
        .muted("rule wilson: were the true score the bar, the error would be "),
        .plain("\(a.error.fixed(4)) ÷ \(a.score.fixed(3)) × "), Piece(a.bar.fixed(3), .bar),
      ],
      [
        .plain("z = (\(a.score.fixed(3)) − "), Piece(a.bar.fixed(3), .bar),
        .plain(") ÷ \(spread.fixed(4)) = \(z.fixed(2))"),
      ],
      sure(z),
    ]
  }

  private var bayes: [[Piece]] {
    guard a.score > 0, a.error > 0 else { return [] }
    let prior = view.platform?.settings.priorSpread ?? 0.2
    let noise = a.error / a.score
    let pull = prior * prior / (prior * prior + noise * noise)
    let mean = Exact.log(a.score) * pull
    let spread = noise * pull.squareRoot()
    let bar = Exact.log(a.bar)
    let z = (mean - bar) / spread
    guard (Exact.normalCDF(z) - a.sure).magnitude < 0.005 else { return [otherPrior] }
    return [
      [
        .muted("rule bayes: log scores of videos are spread by "), .plain(prior.fixed(2)),
        .muted(", this one is known to "), .plain("± " + noise.fixed(4)),
      ],
      [
        .plain("ln \(a.score.fixed(3)) = \(Exact.log(a.score).fixed(4))"),
        .muted(", drawn towards 0: × "), .plain("\(pull.fixed(4)) = \(mean.fixed(4))"),
        .muted(" ± "), .plain(spread.fixed(4)),
      ],
      [
        .plain("z = (\(mean.fixed(4)) − ln "), Piece(a.bar.fixed(3), .bar),
        .plain(" = \(bar.fixed(4))) ÷ \(spread.fixed(4)) = \(z.fixed(2))"),
      ],
      sure(z),
    ]
  }

  /// The prior was moved since: the steps would not lead to what was decided.
  private var otherPrior: [Piece] {
    [
      .muted("rule bayes, under the prior then in force: "), .strong(Figures.chance(a.sure)),
      .muted(" sure"),
    ]
  }

  private func sure(_ z: Double) -> [Piece] {
    [
      .muted("Φ(\(z.fixed(2))) = "), .strong(Figures.chance(a.sure)),
      .muted(" sure that the true score reaches the bar"),
    ]
  }

  private var outcome: [[Piece]] {
    let needed = Figures.chance(a.needed)
    switch a.ground {
    case .audienceExhausted: return [[.plain("everybody on the platform has been shown it")]]
    case .kpi(let kpi):
      return [[Piece("■", .stop), .plain(" \(kpi.label) missed its own bar: the push stops")]]
    case .score: break
    }
    let line: [Piece] =
      switch a.action {
      case .push: [Piece("▲", .push), .plain(" \(needed) needed: a bigger wave follows")]
      case .hold: [Piece("◐", .push), .plain(" it goes on while at least \(needed)")]
      case .stop: [Piece("■", .stop), .plain(" \(needed) needed: the push stops")]
      }
    return [line]
  }
}
