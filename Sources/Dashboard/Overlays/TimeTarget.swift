import Catalogue
import Distribution

/// Understands a time that a person typed.
enum TimeTarget {
  /// The moment meant: `2d5h` after the chosen upload, `+3h` or `-10m` from the moment shown,
  /// `Fri 23:42` or `23:42` next after the upload, `50%` of what has been computed, `wave 5`,
  /// `start`, `end`.
  static func parse(_ text: String, _ view: View) -> Result<Moment, Complaint> {
    let words = text.lowercased().trimmed
    let origin = view.video?.postedAt ?? 0
    switch words {
    case "": return .failure("type a time: 2d5h, +3h, -10m, Fri 23:42, 50%, wave 5, start, end")
    case "start": return .success(0)
    case "end": return .success(view.scene.furthest)
    default: break
    }
    if let number = wave(words) { return end(of: number, view) }
    if words.contains(":") { return clock(words, after: origin, view) }
    if words.hasSuffix("%") { return share(String(words.dropLast()).trimmed, view) }
    let isBack = words.hasPrefix("-") || words.hasPrefix("−")
    let isRelative = isBack || words.hasPrefix("+")
    let bare = isRelative ? String(words.dropFirst()).trimmed : words
    guard let seconds = DurationText.parse(bare) ?? Int(bare).flatMap(minutes) else {
      return .failure("not a time, and nothing that happened: try 2d5h, +3h, -10m, 17:30, 50%")
    }
    let lapse = min(seconds, 1 << 40)
    guard isRelative else { return .success(origin + lapse) }
    return .success(isBack ? max(0, view.now - lapse) : view.now + lapse)
  }

  /// A share of the time that has been computed.
  private static func share(_ digits: String, _ view: View) -> Result<Moment, Complaint> {
    guard let percent = Double(digits), (0...100).contains(percent) else {
      return .failure("not a share of the time: 0% to 100%")
    }
    return .success(Int(percent / 100 * Double(view.scene.furthest)))
  }

  private static func wave(_ words: String) -> Int? {
    let digits =
      words.hasPrefix("wave")
      ? words.dropFirst(4)
      : words.hasPrefix("w")
        ? words.dropFirst(1) : ""
    return Int(String(digits).trimmed)
  }

  private static func end(of number: Int, _ view: View) -> Result<Moment, Complaint> {
    let mark = view.scene.marks.first {
      $0.video == view.video?.id && ($0.kind == .wave(number))
    }
    let known = mark?.at ?? view.video?.waves.first { $0.number == number }?.endedAt
    guard let known else { return .failure("wave \(number) has not ended yet") }
    return .success(known)
  }

  private static func clock(
    _ words: String, after origin: Moment, _ view: View
  ) -> Result<Moment, Complaint> {
    let parts = words.split(separator: " ").map(String.init)
    let digits = (parts.last ?? "").split(separator: ":").map { Int($0) }
    guard digits.count == 2, let hour = digits[0], let minute = digits[1],
      (0..<24).contains(hour), (0..<60).contains(minute), parts.count <= 2
    else { return .failure("not a time of day: try 23:42 or Fri 23:42") }
    let day = parts.count == 2 ? parts[0] : nil
    let from = view.time(origin)
    let midnight = origin - (from.hour * 3_600 + from.minute * 60)
    for days in 0...7 {
      let moment = midnight + days * 86_400 + hour * 3_600 + minute * 60
      let weekday = view.time(moment).weekday.lowercased()
      if moment >= origin, day.map({ weekday.hasPrefix($0.prefix(3)) }) ?? true {
        return .success(moment)
      }
    }
    return .failure("no such day: try Fri 23:42")
  }

  /// A bare number is minutes.
  private static func minutes(_ count: Int) -> Moment? {
    (0..<1_000_000).contains(count) ? count * 60 : nil
  }
}
