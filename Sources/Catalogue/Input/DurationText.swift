/// Lengths of time as people write them: `90s`, `5m`, `2h30m`, `1d`.
public enum DurationText {
  private static let units: [(letter: UInt8, seconds: Int)] = [
    (0x64, 86_400), (0x68, 3_600), (0x6D, 60), (0x73, 1),
  ]

  /// Reads whole numbers of days, hours, minutes and seconds, the greater unit first, blanks
  /// between them allowed; nil for anything else, and for what no `Moment` holds.
  public static func parse(_ text: String) -> Moment? {
    var rest = text.utf8[...]
    var total = 0
    var allowed = units[...]
    repeat {
      while rest.first == 0x20 { rest.removeFirst() }
      guard let count = number(&rest), let letter = rest.popFirst(),
        let place = allowed.firstIndex(where: { $0.letter == letter })
      else { return nil }
      let (part, tooLong) = count.multipliedReportingOverflow(by: units[place].seconds)
      let (sum, tooMuch) = total.addingReportingOverflow(part)
      guard !tooLong, !tooMuch else { return nil }
      total = sum
      allowed = units[(place + 1)...]
    } while !rest.isEmpty
    return total
  }

  /// Writes seconds in the shortest form that `parse` reads back, such as `2h30m`.
  public static func text(_ seconds: Moment) -> String {
    guard seconds != 0 else { return "0s" }
    var rest = seconds.magnitude
    var text = seconds < 0 ? "-" : ""
    for (letter, length) in units {
      let (count, remainder) = rest.quotientAndRemainder(dividingBy: UInt(length))
      if count > 0 { text += String(count) + String(Character(Unicode.Scalar(letter))) }
      rest = remainder
    }
    return text
  }

  private static func number(_ rest: inout Substring.UTF8View) -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { return nil }
    rest.removeFirst(digits.count)
    return Int(Substring(digits))
  }
}
