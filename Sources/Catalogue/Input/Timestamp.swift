/// Dates and times of the Gregorian calendar as seconds since 1970-01-01 00:00 UTC, without a time
/// zone's table and the same on any machine.
public enum Timestamp {
  /// Reads `2017-06-14T18:42:00Z`, with a blank for the `T`, an offset such as `+02:00` for the
  /// `Z`, or without offset (UTC), seconds or time of day; nil where it is none of them or no day
  /// of the calendar.
  public static func parse(_ text: String) -> Int? {
    var rest = text.utf8[...]
    guard let year = number(4, &rest), skip("-", &rest),
      let month = number(2, &rest), skip("-", &rest), let day = number(2, &rest),
      (1...12).contains(month), (1...length(ofMonth: month, year)).contains(day)
    else { return nil }
    let midnight = days(year: year, month: month, day: day) * 86_400
    if rest.isEmpty { return midnight }
    guard skip("T", &rest) || skip("t", &rest) || skip(" ", &rest),
      let clock = clock(&rest), let offset = offset(&rest), rest.isEmpty
    else { return nil }
    return midnight + clock - offset
  }

  /// Writes `2017-06-14T18:42:00Z`.
  public static func text(_ seconds: Int) -> String {
    let (day, second) = seconds.quotientAndRemainder(byFloorOf: 86_400)
    let (year, month, dayOfMonth) = date(ofDay: day)
    return year.padded(4) + "-" + month.padded(2) + "-" + dayOfMonth.padded(2) + "T"
      + (second / 3_600).padded(2) + ":" + (second / 60 % 60).padded(2) + ":"
      + (second % 60).padded(2) + "Z"
  }

  /// Days from 1970-01-01 to a day of the Gregorian calendar.
  ///
  /// Years begin in March here, so that the leap day is the last of a year.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The inverse of `days`.
  static func date(ofDay days: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = (days + 719_468).quotientAndRemainder(byFloorOf: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}

extension Timestamp {
  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `18:42` or `18:42:00`, in seconds.
  private static func clock(_ rest: inout Substring.UTF8View) -> Int? {
    guard let hour = number(2, &rest), skip(":", &rest), let minute = number(2, &rest),
      hour < 24, minute < 60
    else { return nil }
    guard skip(":", &rest) else { return hour * 3_600 + minute * 60 }
    guard let second = number(2, &rest), second < 60 else { return nil }
    return hour * 3_600 + minute * 60 + second
  }

  /// `Z`, `+02:00` or nothing, in seconds east of UTC.
  private static func offset(_ rest: inout Substring.UTF8View) -> Int? {
    if rest.isEmpty || skip("Z", &rest) || skip("z", &rest) { return 0 }
    let sign = skip("+", &rest) ? 1 : skip("-", &rest) ? -1 : 0
    guard sign != 0, let hour = number(2, &rest), skip(":", &rest), let minute = number(2, &rest),
      hour < 24, minute < 60
    else { return nil }
    return sign * (hour * 3_600 + minute * 60)
  }

  private static func number(_ digits: Int, _ rest: inout Substring.UTF8View) -> Int? {
    let text = rest.prefix(digits)
    guard text.count == digits, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    rest.removeFirst(digits)
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func skip(_ mark: Unicode.Scalar, _ rest: inout Substring.UTF8View) -> Bool {
    guard let first = rest.first, UInt32(first) == mark.value else { return false }
    rest.removeFirst()
    return true
  }
}

extension Int {
  fileprivate func padded(_ digits: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
  }

  /// The quotient rounded down, and what remains: 0 ..< divisor.
  fileprivate func quotientAndRemainder(byFloorOf divisor: Int) -> (Int, Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
