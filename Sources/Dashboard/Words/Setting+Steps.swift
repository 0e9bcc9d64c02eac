import Catalogue

extension Setting {
  /// Where a bar of one KPI begins when it is switched on; below that it is off.
  private static let firstBar = 0.5

  /// Whether 0 means that it is off and values just above it are of no use.
  private var isKPIBar: Bool { group == .kpi && range.lowerBound == 0 && id.hasPrefix("bar-") }

  /// The value so many steps further, on the step's own grid, within the range.
  func moved(_ value: Double, steps: Int) -> Double {
    if isKPIBar {
      if value == 0, steps > 0 { return Self.firstBar }
      if value <= Self.firstBar, steps < 0 { return 0 }
    }
    let next = ((value / step).rounded() + Double(steps)) * step
    return min(max(rounded(next), range.lowerBound), range.upperBound)
  }

  /// Without the noise of binary fractions.
  private func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

  /// The value as people read it; a bar of 0 is off.
  func worded(_ value: Double) -> String { isKPIBar && value == 0 ? "off" : text(value) }
}

/// How an assessment decides; a canvas has a `Rule` of its own.
typealias DecisionRule = Rule
