/// The few functions that a screen shows results of; nothing is decided by them.
enum Maths {
  /// The natural logarithm, by the series of its inverse hyperbolic tangent; −∞ for 0 and below.
  static func logarithm(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value > 0 ? value : -.infinity }
    let two = 0.693_147_180_559_945_3
    let fraction = value.significand
    let x = (fraction - 1) / (fraction + 1)
    var term = x
    var sum = 0.0
    var power = 1.0
    while term.magnitude > 1e-17, power < 80 {
      sum += term / power
      term *= x * x
      power += 2
    }
    return 2 * sum + Double(value.exponent) * two
  }

  /// e to a power, by its series after halving.
  static func exponential(_ value: Double) -> Double {
    guard value.magnitude < 700 else { return value > 0 ? .infinity : 0 }
    var part = value / 1_024
    var sum = 1.0
    let x = part
    part = 1
    for n in 1...12 {
      part *= x / Double(n)
      sum += part
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }

  /// The chance that a standard normal draw is below a value, to 10⁻⁷ (Abramowitz and Stegun
  /// 26.2.17).
  static func normal(_ z: Double) -> Double {
    guard z.isFinite else { return z > 0 ? 1 : 0 }
    let x = z.magnitude
    let t = 1 / (1 + 0.231_641_9 * x)
    let series =
      t * (0.319_381_530 + t * (-0.356_563_782 + t * (1.781_477_937
        + t * (-1.821_255_978 + t * 1.330_274_429))))
    let tail = 0.398_942_280_401_432_7 * exponential(-x * x / 2) * series
    return z >= 0 ? 1 - tail : tail
  }
}
