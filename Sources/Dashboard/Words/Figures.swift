import Catalogue

/// Numbers as the screens write them.
enum Figures {
  /// A probability or share without its leading zero: `.62`, `1.00`.
  static func share(_ value: Double, _ decimals: Int = 2) -> String {
    let text = value.fixed(decimals)
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }

  /// A chance in per cent, never a false certainty: `93 %`, `>99 %`, `<1 %`.
  static func chance(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    if value > 0.99 { return ">99 %" }
    if value < 0.01 { return "<1 %" }
    return (value * 100).fixed(0) + " %"
  }

  /// A threshold of review as it is set: `12 %`, `4.5 %`, or `off` where nothing reaches it.
  static func threshold(_ value: Double) -> String {
    guard value.isFinite, value <= 1 else { return "off" }
    let tenths = (value * 1_000).rounded()
    return (value * 100).fixed(tenths.truncatingRemainder(dividingBy: 10) == 0 ? 0 : 1) + " %"
  }

  /// A part of a whole: `99.98 %`, `.02 %`, `<.01 %`.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0, part >= 0 else { return "–" }
    if part == 0 { return "0 %" }
    let value = Double(part) / Double(whole) * 100
    if part > 0, value < 0.005 { return "<.01 %" }
    if part < whole, value > 99.995 { return ">99.99 %" }
    return share(value, value < 10 || value > 99 && part < whole ? 2 : 1) + " %"
  }

  /// A change in per cent with its sign: `−40 %`, `+8 %`, `±0 %`.
  static func change(from now: Double, to draft: Double) -> String {
    guard now != 0, now.isFinite, draft.isFinite else { return "–" }
    return signed((draft / now - 1) * 100, decimals: 0) + " %"
  }

  /// A number with its sign, with a true minus.
  static func signed(_ value: Double, decimals: Int) -> String {
    let text = value.magnitude.fixed(decimals)
    let isZero = !text.contains { "123456789".contains($0) }
    return (isZero ? "±" : value < 0 ? "−" : "+") + text
  }

  /// A whole number with its sign, grouped.
  static func signed(_ value: Int) -> String {
    value == 0 ? "±0" : (value < 0 ? "−" : "+") + Int(clamping: value.magnitude).grouped
  }

  /// The same, brief: `−290K`.
  static func signedBrief(_ value: Int) -> String {
    value == 0 ? "±0" : (value < 0 ? "−" : "+") + Int(clamping: value.magnitude).brief
  }

  /// `1 case`, `3 cases`.
  static func count(_ n: Int, _ word: String, _ plural: String? = nil) -> String {
    "\(n.grouped) \(n == 1 ? word : plural ?? word + "s")"
  }
}
