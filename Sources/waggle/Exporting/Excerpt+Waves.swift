import Audience
import Catalogue
import Distribution

extension Excerpt {
  private typealias Wave = (video: VideoPicture, wave: WavePicture)
  private typealias Look = (video: VideoPicture, number: Int, kpi: KPI, assessment: Assessment)

  func waveTable(_ videos: [VideoPicture]) -> ExportTable {
    let waves = videos.flatMap { video in video.waves.map { (video: video, wave: $0) } }
    return ExportTable(
      .waves, waves, identity { $0.video } + waveParts + tallyParts + verdictParts)
  }

  private var waveParts: [ExportTable.Part<Wave>] {
    [
      .init("wave", "its number, 1 the first") { .whole($0.wave.number) },
      .init("size", "people that it was meant for") { .whole($0.wave.size) },
      .init("gate", "For You views in total at which it ends") { .whole($0.wave.gate) },
      .init("started_at", "when it began, UTC") { .text(date($0.wave.startedAt)) },
      .init("ended_at", "when it ended, UTC; empty while it runs") {
        .text(orEmpty: $0.wave.endedAt.map(date))
      },
      .init("views", "For You views shown in it") { .whole($0.wave.delivered) },
      .init("views_total", "For You views up to its end") { .whole($0.wave.total) },
    ]
  }

  private var tallyParts: [ExportTable.Part<Wave>] {
    let counts: [(String, String, (Tally) -> Int)] = [
      ("likes", "likes in it", \.likes), ("comments", "comments in it", \.comments),
      ("forwards", "times it was sent on in it", \.forwards), ("saves", "saves in it", \.saves),
      ("click_throughs", "click-throughs in it", \.clickThroughs),
      ("follows", "new followers in it", \.follows),
    ]
    return [
      .init("stayed_percent", "viewers who did not swipe it away within 3 s, per cent") {
        share($0.wave.tally, Double($0.wave.tally.stayed))
      },
      .init("average_watched_percent", "mean part of its length that was watched, per cent") {
        share($0.wave.tally, Double($0.wave.tally.watch) / Double(Tally.step))
      },
    ]
      + counts.map { name, meaning, count in
        .init(name, meaning) { $0.wave.tally.views > 0 ? .whole(count($0.wave.tally)) : .empty }
      }
  }

  private var verdictParts: [ExportTable.Part<Wave>] {
    let numbers: [(String, String, (Assessment) -> Double)] = [
      ("score", "weighted score of the latest look at it; 1 is the median video", \.score),
      ("score_low", "lower end of the score's 80 % interval", \.interval.lowerBound),
      ("score_high", "upper end of the score's 80 % interval", \.interval.upperBound),
      ("bar", "what the score was held against", \.bar),
      ("sure", "chance that the true score reaches the bar, 0 to 1", \.sure),
      ("needed", "how sure it had to be, 0 to 1", \.needed),
    ]
    return numbers.map { name, meaning, number in
      .init(name, meaning) { $0.wave.assessment.map { .number(number($0), 4) } ?? .empty }
    } + [
      .init("outcome", "push: a bigger wave followed; stop: the push ended; hold: it goes on") {
        .text(orEmpty: $0.wave.assessment?.action.rawValue)
      },
      .init("why", "the reason in numbers") { .text(orEmpty: $0.wave.assessment?.reason) },
    ]
  }

  private func share(_ tally: Tally, _ count: Double) -> CSVCell {
    tally.views > 0 ? .number(100 * count / Double(tally.views), 2) : .empty
  }

  func kpiTable(_ videos: [VideoPicture]) -> ExportTable {
    let looks: [Look] = videos.flatMap { video in
      video.assessments.enumerated().flatMap { place, assessment in
        KPI.allCases.map { (video, place + 1, $0, assessment) }
      }
    }
    return ExportTable(.kpis, looks, identity { $0.video } + lookParts + kpiParts)
  }

  private var lookParts: [ExportTable.Part<Look>] {
    [
      .init("assessment", "its number for this video, 1 the first") { .whole($0.number) },
      .init("wave", "the wave's number") { .whole($0.assessment.wave) },
      .init("at_gate", "true at a wave's end, false for a check between") {
        .flag($0.assessment.atGate)
      },
      .init("views_total", "For You views up to then") { .whole($0.assessment.depth) },
      .init("views_judged", "the latest of them, that the KPI was measured on") {
        .whole($0.assessment.tally.views)
      },
    ]
  }

  private var kpiParts: [ExportTable.Part<Look>] {
    func value(_ values: [Double], _ kpi: KPI) -> CSVCell {
      KPI.allCases.firstIndex(of: kpi).flatMap { values.indices.contains($0) ? values[$0] : nil }
        .map { .number($0, 5) } ?? .empty
    }
    return [
      .init(
        "kpi",
        "viewing: mean part watched; interaction: likes, comments, forwards and saves "
          + "per view; clickThrough: visits to the creator's other videos per view"
      ) {
        .text($0.kpi.rawValue)
      },
      .init("measured", "its value") { value($0.assessment.kpis.measured, $0.kpi) },
      .init("median_video", "the median video's value") {
        value($0.assessment.kpis.reference, $0.kpi)
      },
      .init("weight", "its weight in the score, 0 to 1") {
        value($0.assessment.kpis.weights, $0.kpi)
      },
      .init("score", "the weighted score of all three") { .number($0.assessment.score, 4) },
      .init("bar", "what the score was held against") { .number($0.assessment.bar, 4) },
      .init("action", "push, hold or stop") { .text($0.assessment.action.rawValue) },
    ]
  }
}
