import Catalogue

/// A moment of the world as a calendar names it, in UTC.
struct WorldTime: Hashable {
  let weekday: String
  let day: Int
  let month: String
  let year: Int
  let hour: Int
  let minute: Int

  /// The time so many seconds after a scenario's start.
  ///
  /// Years before 1 and after 9999 are shown as the nearest of these.
  init(start: Int, moment: Moment) {
    let (sum, overflow) = start.addingReportingOverflow(moment)
    let limit = 253_402_300_799
    let epoch = min(max(overflow ? (moment < 0 ? .min : .max) : sum, -62_135_596_800), limit)
    let days = epoch.floored(by: 86_400)
    let seconds = epoch - days * 86_400
    let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    weekday = names[days - days.floored(by: 7) * 7]
    hour = seconds / 3_600
    minute = seconds / 60 % 60
    (year, month, day) = Self.date(days: days)
  }

  /// The time of day: `23:42`.
  var clock: String { "\(hour.padded):\(minute.padded)" }

  /// With the weekday: `Fri 23:42`.
  var short: String { "\(weekday) \(clock)" }

  /// With the date: `Fri 16 Jun 2017 23:42 UTC`.
  var full: String { "\(weekday) \(day) \(month) \(year) \(clock) UTC" }

  /// The Gregorian date of a day after 1970-01-01, by counting eras of 400 years.
  private static func date(days: Int) -> (Int, String, Int) {
    let shifted = days + 719_468
    let era = shifted.floored(by: 146_097)
    let day = shifted - era * 146_097
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let names = [
      "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb",
    ]
    return (
      year + era * 400 + (month > 9 ? 1 : 0), names[month], dayOfYear - (153 * month + 2) / 5 + 1
    )
  }
}

extension Int {
  /// Subtraction that ends at the ends of the range, for moments that a file may hold.
  func minus(_ other: Int) -> Int {
    let (value, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other < 0 ? .max : .min) : value
  }

  /// Division that rounds towards minus infinity; the divisor is positive.
  func floored(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// At least two digits.
  var padded: String { self < 10 && self >= 0 ? "0\(self)" : String(self) }
}

/// Stretches of time as people say them.
enum Lapse {
  /// `42 s`, `19 min`, `3 h 05 min`, `2 d 05 h`.
  static func words(_ seconds: Moment) -> String {
    let s = max(0, seconds)
    return switch s {
    case ..<60: "\(s) s"
    case ..<3_600: "\(s / 60) min"
    case ..<86_400: "\(s / 3_600) h \((s / 60 % 60).padded) min"
    default: "\(s / 86_400) d \((s / 3_600 % 24).padded) h"
    }
  }

  /// In at most nine columns: `19 m`, `22 h 25 m`, `2 d 05 h`.
  static func table(_ seconds: Moment) -> String {
    let words = words(seconds)
    return words.hasSuffix("min") ? String(words.dropLast(2)) : words
  }

  /// The same in its largest unit alone, such as `19 min`, `3 h`.
  static func brief(_ seconds: Moment) -> String {
    let s = max(0, seconds)
    return switch s {
    case ..<60: "\(s) s"
    case ..<3_600: "\(s / 60) min"
    case ..<172_800: "\(s / 3_600) h"
    default: "\(s / 86_400) d"
    }
  }
}
