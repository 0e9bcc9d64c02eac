import Canvas
import Catalogue
import Distribution

/// What the chosen video is about, with scores and the words that say so.
struct TopicsPane {
  let view: View
  let video: VideoPicture

  var title: [Piece] { [Piece("What it is about", .title)] }
  var note: [Piece] { [.muted("why: "), Piece("v", .key)] }

  /// Rows it would fill: at most four topics, and the words by field.
  var wanted: Int { max(1, min(4, video.reading.topics.count)) + min(3, quotes.count) }

  /// Topics first, then as many lines of quoted words as there is room for.
  func draw(on sheet: inout Sheet, in rect: Rect) {
    let topics = video.reading.topics
    guard !topics.isEmpty else {
      sheet.line([.muted(" unknown: no topic is sure enough")], rect.x, rect.y, in: rect)
      return
    }
    let quotes = quotes
    let room = max(1, min(topics.count, rect.height - min(quotes.count, rect.height / 2)))
    for (row, score) in topics.prefix(min(room, 6)).enumerated() {
      draw(score, rank: row, on: &sheet, rect.y + row, in: rect)
    }
    let used = min(room, min(topics.count, 6))
    for (row, quote) in quotes.prefix(max(0, rect.height - used)).enumerated() {
      let line = quote.reduce(into: [Piece]()) { line, word in
        if line.cells + word.cells < rect.width - 1 { line += word }
      }
      sheet.line([.gap(1)] + line, rect.x, rect.y + used + row, in: rect)
    }
  }

  private func draw(
    _ score: TopicScore, rank: Int, on sheet: inout Sheet, _ y: Int, in rect: Rect
  ) {
    let room = min(18, max(8, rect.width / 2))
    let end = sheet.line(
      [
        .gap(1), .plain(Names.topic(score.topic, room: room).fitted(room)), .gap(1),
        .plain(Figures.share(score.score)), .gap(1),
      ], rect.x, y, in: rect)
    let columns = min(24, rect.right - end - 1)
    guard columns > 1 else { return }
    let level = min(4, max(0, Int(score.score * 5)))
    sheet.canvas.draw(
      Bar(score.score, Style(.heat, level: level)), in: Rect(end, y, columns, 1))
  }

  /// The strongest words of each field, strongest field first: its name, then word by word.
  private var quotes: [[[Piece]]] {
    let words = video.reading.topicEvidence.filter { $0.weight > 0 }
    let total = words.reduce(0) { $0 + $1.weight }
    guard total > 0, !view.isMasked(video) else { return [] }
    let byField = Dictionary(grouping: words, by: \.field)
      .map { ($0, $1, $1.reduce(0) { $0 + $1.weight }) }
      .sorted { ($0.2, $1.0.rawValue) > ($1.2, $0.0.rawValue) }
    return byField.map { field, words, weight in
      let part = Int((weight / total * 100).rounded())
      let head = Piece.muted(Names.field(field) + " \(part) %")
      return [[head]]
        + words.prefix(4).map { word in
          [
            .muted(" “"), Piece(word.text.clipped(24), Style(.evidence, underline: true)),
            .muted("”"),
          ]
        }
    }
  }
}

extension TopicsPane {
  /// The best topics in one line: `beekeeping .62 · cycling .24`.
  func brief(_ count: Int) -> [Piece] {
    let topics = video.reading.topics.prefix(count)
    guard !topics.isEmpty else { return [.muted("topic unknown")] }
    return topics.enumerated().flatMap { place, score -> [Piece] in
      let name: [Piece] = [
        .plain(Names.topic(score.topic)), .muted(" " + Figures.share(score.score)),
      ]
      return place == 0 ? name : [.muted(" · ")] + name
    }
  }
}
