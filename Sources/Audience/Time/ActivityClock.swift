public import Catalogue

/// The clock of a platform's people: it runs fast in the evening and slowly at night.
///
/// Activity over the day is the mean of the 24-hour curves of two public accounts' exports, turned
/// into each zone's hours. It scales the rate of delivery and picks nobody.
/// Everything is whole numbers: activity is counted in thousandths of a second of average activity.
public struct ActivityClock: Sendable, Hashable {
  /// Thousandths of average activity in each hour of the UTC day; they sum to 24,000.
  private let hours: [Int]
  /// Activity from midnight to the start of each hour, in thousandths of a second.
  private let before: [Int]
  /// Seconds from midnight UTC to moment 0.
  private let offset: Int

  /// Thousandths of average activity in each local hour.
  static let localHours = [
    830, 601, 449, 362, 337, 385, 534, 776, 955, 1_057, 1_113, 1_168,
    1_210, 1_273, 1_311, 1_324, 1_323, 1_312, 1_297, 1_293, 1_329, 1_376, 1_282, 1_103,
  ]

  /// The clock of people in some zones, for a run that starts at a wall-clock time.
  public init(zones: [Zone], start: Int) {
    var hours = (0..<24).map { hour in
      let mixed = zones.reduce(0.0) { sum, zone in
        let local = ((hour + zone.offset) % 24 + 24) % 24
        return sum + zone.share * Double(Self.localHours[local])
      }
      return max(1, Int(mixed.rounded()))
    }
    let busiest = hours.indices.max { hours[$0] < hours[$1] } ?? 0
    hours[busiest] += 24_000 - hours.reduce(0, +)
    self.hours = hours
    self.before = hours.indices.map { hours.prefix($0).reduce(0, +) * 3_600 }
    self.offset = ((start % 86_400) + 86_400) % 86_400
  }

  /// Activity from a fixed midnight up to a moment, in thousandths of a second.
  public func activity(at moment: Moment) -> Int {
    let time = moment + offset
    let (day, second) = (time / 86_400, time % 86_400)
    return day * 86_400_000 + before[second / 3_600] + hours[second / 3_600] * (second % 3_600)
  }

  /// The first moment at which an activity is reached.
  public func moment(of activity: Int) -> Moment {
    let (day, rest) = (activity / 86_400_000, activity % 86_400_000)
    var hour = rest / 3_600_000  // about there, as an hour's activity is on average
    while hour > 0, before[hour] > rest { hour -= 1 }
    while hour < 23, before[hour + 1] <= rest { hour += 1 }
    let seconds = (rest - before[hour] + hours[hour] - 1) / hours[hour]
    return day * 86_400 + hour * 3_600 + seconds - offset
  }
}
