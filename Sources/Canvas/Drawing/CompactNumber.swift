/// Counts in at most five columns, as axes and lists show them: `612`, `88.1K`, `688K`, `1.25M`.
public enum CompactNumber {
  private static let units: [(size: Double, letter: String)] = [
    (1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K"),
  ]

  /// A number with three significant digits; what is no number is `–`.
  public static func text(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    guard value >= 0 else { return "−" + text(-value) }
    // 999,500 is a million, not 1000K.
    for unit in units where value >= unit.size * 0.9995 {
      return digits(value / unit.size) + unit.letter
    }
    return value == value.rounded() ? String(Int(value)) : digits(value)
  }

  private static func digits(_ value: Double) -> String {
    if value >= 99.95 { return value < 1e6 ? String(Int(value.rounded())) : "huge" }
    let places = value >= 9.995 ? 1 : 2
    let scale = places == 1 ? 10 : 100
    let whole = Int((value * Double(scale)).rounded())
    let rest = whole % scale
    if rest == 0 { return String(whole / scale) }
    var decimals = String(rest)
    while decimals.count < places { decimals = "0" + decimals }
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(whole / scale).\(decimals)"
  }
}
