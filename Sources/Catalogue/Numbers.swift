/// Numbers as text, the same on any machine and in any locale.
extension Double {
  /// The number with a fixed count of decimals, 0 … 9, rounded half away from zero.
  public func fixed(_ decimals: Int) -> String {
    guard isFinite else { return isNaN ? "–" : self < 0 ? "−∞" : "∞" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (magnitude * scale).rounded()
    guard scaled < 9e15 else { return description }
    let whole = Int(scaled)
    let sign = self < 0 && whole > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(whole) }
    let digits = String(whole)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}

extension Int {
  /// With a comma between thousands, such as `688,402`.
  public var grouped: String {
    var text = ""
    for (place, digit) in String(magnitude).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + String(text.reversed())
  }

  /// In at most five characters, such as `612`, `5.4K`, `88.1K`, `688K`, `1.25M`.
  public var brief: String {
    let sign = self < 0 ? "-" : ""
    let n = Double(magnitude)
    return switch n {
    case ..<1_000: String(self)
    case ..<99_950: sign + (n / 1e3).fixed(1) + "K"
    case ..<999_500: sign + (n / 1e3).fixed(0) + "K"
    case ..<99_950_000: sign + (n / 1e6).fixed(n < 9_995_000 ? 2 : 1) + "M"
    case ..<999_500_000: sign + (n / 1e6).fixed(0) + "M"
    default: sign + (n / 1e9).fixed(2) + "B"
    }
  }
}
