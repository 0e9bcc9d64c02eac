/// Logarithms and powers of our own, so that training and reading give the same bits on any
/// machine; relative error below 1e-12.
enum Logarithm {
  /// The natural logarithm of a positive finite number.
  static func natural(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return x > 0 ? .infinity : -.infinity }
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.414_213_562_373_095 {
      m /= 2
      exponent += 1
    }
    let z = (m - 1) / (m + 1)
    let square = z * z
    var sum = 0.0
    var power = z
    var k = 1.0
    while k < 32 {
      sum += power / k
      power *= square
      k += 2
    }
    return 2 * sum + exponent * 0.693_147_180_559_945_3
  }

  /// The logarithm to base 2 of a positive finite number.
  static func base2(_ x: Double) -> Double { natural(x) / 0.693_147_180_559_945_3 }

  /// e to the power of x.
  static func exponential(_ x: Double) -> Double {
    guard x < 709 else { return .infinity }
    guard x > -745 else { return 0 }
    let halves = (x / 0.693_147_180_559_945_3).rounded()
    let rest = x - halves * 0.693_147_180_559_945_3
    var sum = 1.0
    var term = 1.0
    var k = 1.0
    while k < 16 {
      term *= rest / k
      sum += term
      k += 1
    }
    return sum * Double(sign: .plus, exponent: Int(halves), significand: 1)
  }

  /// The logistic function: the probability of a logit.
  static func logistic(_ logit: Double) -> Double { 1 / (1 + exponential(-logit)) }
}
