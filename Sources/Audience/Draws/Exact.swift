/// Functions that decide something, computed with +, −, ×, ÷ and square roots alone, in a fixed
/// order and without fused multiply-add, so that every machine gets the same bits.
public enum Exact {
  private static let ln2High = 0.693147180369123816490
  private static let ln2Low = 1.90821492927058770002e-10

  /// eˣ, with a relative error below 1e-14 for |x| ≤ 700; 0 or infinity outside.
  public static func exp(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    guard x < 700 else { return .infinity }
    let k = (x / (ln2High + ln2Low)).rounded()
    let r = (x - k * ln2High) - k * ln2Low
    var term = 1.0
    var sum = 1.0
    for n in 1...16 {
      term = term * r / Double(n)
      let next = sum + term
      if next == sum { break }  // so will all that follow
      sum = next
    }
    return sum * Double(sign: .plus, exponent: Int(k), significand: 1)
  }

  /// The natural logarithm, with a relative error below 1e-14; minus infinity at 0 and below.
  public static func log(_ x: Double) -> Double {
    guard x > 0 else { return -.infinity }
    guard x < .infinity else { return x }
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
      m /= 2
      exponent += 1
    }
    let s = (m - 1) / (m + 1)
    let square = s * s
    var power = s
    var sum = 0.0
    for n in 0..<22 {
      let next = sum + power / Double(2 * n + 1)
      if next == sum { break }  // so will all that follow
      sum = next
      power *= square
    }
    return exponent * ln2High + (2 * sum + exponent * ln2Low)
  }

  /// 1 / (1 + e⁻ˣ).
  public static func logistic(_ x: Double) -> Double {
    x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x))
  }

  /// The logarithm of the odds of a probability between 0 and 1, ends excluded.
  public static func logit(_ p: Double) -> Double { log(p / (1 - p)) }

  /// The chance that a standard normal variable is at most x; absolute error below 1e-12.
  ///
  /// Marsaglia's series (Evaluating the Normal Distribution, J. Stat. Softw. 11(4), 2004).
  public static func normalCDF(_ x: Double) -> Double {
    guard x > -8 else { return 0 }
    guard x < 8 else { return 1 }
    var sum = x
    var term = x
    var n = 1.0
    while true {
      n += 2
      term = term * x * x / n
      let next = sum + term
      if next == sum || n > 400 { break }
      sum = next
    }
    return 0.5 + sum * exp(-0.5 * x * x) * 0.3989422804014327
  }

  /// The x at which `normalCDF` reaches p, for p between 0 and 1, ends excluded.
  ///
  /// Acklam's rational approximation, refined by one step of Halley's method.
  public static func normalQuantile(_ p: Double) -> Double {
    guard p > 0 else { return -.infinity }
    guard p < 1 else { return .infinity }
    var x = roughQuantile(p)
    let error = normalCDF(x) - p
    let step = error * 2.5066282746310002 * exp(x * x / 2)
    x -= step / (1 + x * step / 2)
    return x
  }

  private static func roughQuantile(_ p: Double) -> Double {
    let a = [
      -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
      1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00,
    ]
    let b = [
      -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
      6.680131188771972e+01, -1.328068155288572e+01, 1,
    ]
    let c = [
      -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
      -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00,
    ]
    let d = [
      7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
      3.754408661907416e+00, 1,
    ]
    func polynomial(_ k: [Double], _ x: Double) -> Double { k.reduce(0) { $0 * x + $1 } }
    if p < 0.02425 {
      let q = (-2 * log(p)).squareRoot()
      return polynomial(c, q) / polynomial(d, q)
    }
    if p > 1 - 0.02425 {
      let q = (-2 * log(1 - p)).squareRoot()
      return -polynomial(c, q) / polynomial(d, q)
    }
    let q = p - 0.5
    let r = q * q
    return polynomial(a, r) * q / polynomial(b, r)
  }
}
