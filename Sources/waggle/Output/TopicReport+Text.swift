import Catalogue
import Readers

extension TopicReport {
  /// The figures and tables, a line each.
  var lines: [String] {
    [
      "\(total.first.count.grouped) texts about something, \(nothing.count.grouped) about nothing"
        + (outside > 0 ? "; \(outside.grouped) more have labels that are no topics" : ""), "",
    ]
      + TextTable(figures.rows, left: [0, 2]).lines
      + section("BY GROUP", table(groups))
      + section("WORST TOPICS", table(Array(topics.prefix(12))))
      + section("TAKEN FOR ANOTHER", pairs)
      + section("SCORES AGAINST SHARES", reliability.table)
  }

  /// The figures by name.
  var figures: Figures {
    var figures = Figures()
    figures.add("top 1", total.first, "the likeliest, told or not")
    figures.add("top 1 as told", total.told, "unknown is not right")
    figures.add("top 3", total.third)
    figures.add("macro F1", total.f1.fixed(3))
    figures.add("unknown", total.unknown, "told to be about nothing known")
    figures.add("nothing, told unknown", nothing)
    figures.add("calibration error", reliability.error.fixed(4), "of the first topic's score")
    return figures
  }

  private func table(_ rows: [Row]) -> [[String]] {
    [["", "texts", "top 1", "as told", "top 3", "macro F1", "unknown"]]
      + rows.map {
        [
          $0.name, $0.first.count.grouped, percent($0.first.share), percent($0.told.share),
          percent($0.third.share), $0.f1.fixed(3), percent($0.unknown.share),
        ]
      }
  }

  private var pairs: [[String]] {
    confusion.mistakes.prefix(20).map { [$0.truth, $0.told, $0.texts.grouped] }
  }
}
