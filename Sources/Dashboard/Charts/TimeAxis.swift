import Catalogue

/// The time shown by a curve or a timeline: from one moment, so many seconds long.
struct TimeAxis: Hashable {
  let from: Moment
  let length: Moment

  /// Lengths an axis may have. A run outgrows one and jumps to the next, so that what is drawn
  /// stays where it is in between.
  private static let lengths = [1, 2, 3, 6, 12, 24, 36, 48, 72, 96, 144, 192, 288, 384].map {
    $0 * 3_600
  }

  /// The shortest axis that holds a moment.
  init(from: Moment, holding last: Moment) {
    self.from = from
    let needed = max(0, last - from)
    var length = Self.lengths.first { $0 >= needed } ?? 384 * 3_600
    while length < needed, length < Int.max / 4 { length *= 2 }
    self.length = length
  }

  /// The last moment on it.
  var to: Moment { from + length }

  /// The column of a moment among so many; outside the axis the nearest.
  func column(_ moment: Moment, of columns: Int) -> Int {
    guard columns > 1 else { return 0 }
    let share = Double(moment - from) / Double(length)
    return min(max(0, Int(share * Double(columns))), columns - 1)
  }

  /// The last moment that belongs to a column.
  func end(of column: Int, of columns: Int) -> Moment {
    from + Int(Double(length) * Double(column + 1) / Double(max(1, columns)))
  }

  /// Round moments with their names, at least so many columns apart.
  func ticks(columns: Int, apart: Int) -> [(moment: Moment, name: String)] {
    let hours = [1, 2, 3, 6, 12, 24, 48, 96, 192, 384, 768].map { $0 * 3_600 }
    let least = Double(length) * Double(apart) / Double(max(1, columns))
    let step = hours.first { Double($0) >= least } ?? length
    return stride(from: step, to: length, by: step).map { (from + $0, "+" + Self.name($0)) }
  }

  private static func name(_ seconds: Moment) -> String {
    seconds % 86_400 == 0 ? "\(seconds / 86_400) d" : "\(seconds / 3_600) h"
  }
}
