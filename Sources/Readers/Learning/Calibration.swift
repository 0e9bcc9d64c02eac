/// Turns margins into probabilities: the logistic curve that fits held-out texts best (Platt 1999,
/// with the targets and Newton steps of Lin, Lin and Weng 2007).
struct Calibration: Sendable, Hashable {
  /// Logits per unit of margin.
  var slope: Double
  /// The logit at margin 0.
  var intercept: Double

  /// One held-out text.
  struct Point {
    var margin: Double
    var isPositive: Bool
    /// How many texts like it there are, at the prevalence that is expected.
    var weight: Double
  }

  /// Fits the curve; the slope is kept between given bounds, so that a few texts which happen to
  /// be told apart without a mistake do not make every reading 0 or 1.
  static func fitted(to points: [Point], slopes: ClosedRange<Double> = 0.5...40) -> Calibration {
    let positives = points.reduce(0.0) { $0 + ($1.isPositive ? $1.weight : 0) }
    let negatives = points.reduce(0.0) { $0 + ($1.isPositive ? 0 : $1.weight) }
    guard positives > 0, negatives > 0 else { return Calibration(slope: 1, intercept: -4) }
    var curve = Calibration(slope: 1, intercept: Logarithm.natural(positives / negatives))
    for _ in 0..<200 {
      let step = curve.newtonStep(points)
      curve.slope += step.slope
      curve.intercept += step.intercept
      if abs(step.slope) + abs(step.intercept) < 1e-9 { break }
    }
    if !slopes.contains(curve.slope) || !curve.intercept.isFinite {
      curve.slope = min(
        max(curve.slope.isFinite ? curve.slope : 1, slopes.lowerBound), slopes.upperBound)
      curve.fitIntercept(points)
    }
    return curve
  }

  /// One damped Newton step on the log loss.
  private func newtonStep(_ points: [Point]) -> (slope: Double, intercept: Double) {
    var (g0, g1, h00, h01, h11) = (0.0, 0.0, 1e-9, 0.0, 1e-9)
    for point in points {
      let p = Logarithm.logistic(slope * point.margin + intercept)
      let target = point.isPositive ? 0.995 : 0.0
      let error = (p - target) * point.weight
      let curvature = max(p * (1 - p), 1e-12) * point.weight
      g0 += error
      g1 += error * point.margin
      h00 += curvature
      h01 += curvature * point.margin
      h11 += curvature * point.margin * point.margin
    }
    let determinant = h00 * h11 - h01 * h01
    guard determinant > 0 else { return (0, 0) }
    let intercept = -(h11 * g0 - h01 * g1) / determinant
    let slope = -(h00 * g1 - h01 * g0) / determinant
    let largest = max(abs(intercept), abs(slope))
    let damping = largest > 2 ? 2 / largest : 1
    return (slope * damping, intercept * damping)
  }

  private mutating func fitIntercept(_ points: [Point]) {
    intercept = 0
    for _ in 0..<200 {
      var (gradient, curvature) = (0.0, 1e-9)
      for point in points {
        let p = Logarithm.logistic(slope * point.margin + intercept)
        gradient += (p - (point.isPositive ? 0.995 : 0)) * point.weight
        curvature += max(p * (1 - p), 1e-12) * point.weight
      }
      intercept -= min(max(gradient / curvature, -2), 2)
    }
  }
}
