import Catalogue

/// How views become heights: 0 at the bottom, 1 at the top.
struct ValueScale: Hashable {
  let isLinear: Bool
  /// The value at the top.
  let top: Double

  /// The smallest scale that holds a value: tops are powers of ten, or 1, 2, 5 times one.
  init(isLinear: Bool, holding value: Int) {
    self.isLinear = isLinear
    let needed = Double(max(value, 100))
    var decade = 100.0
    while decade < needed, decade < 1e18 { decade *= 10 }
    if isLinear, let smaller = [decade / 5, decade / 2].first(where: { $0 >= needed }) {
      top = smaller
    } else {
      top = decade
    }
  }

  /// The height of a value, 0 … 1; nil where the scale has no place for it.
  func height(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    if isLinear { return value < 0 ? nil : min(1, value / top) }
    guard value >= 1 else { return nil }
    return min(1, logarithm(value) / logarithm(top))
  }

  /// The values worth a label with so many rows, lowest first.
  func labels(rows: Int) -> [Int] {
    if isLinear {
      return rows < 4 ? [0, Int(top)] : [0, Int(top / 2), Int(top)]
    }
    let decades = Int(logarithm(top).rounded())
    let stride = max(1, (decades * 2 + max(1, rows) - 1) / max(1, rows))
    var labels: [Int] = []
    var power = decades
    while power >= 0 {
      labels.append(Int(pow10(power)))
      power -= stride
    }
    return labels.reversed()
  }

  /// How a label is written: `1M`, `100K`, `10`.
  static func name(_ value: Int) -> String {
    switch value {
    case 1_000_000_000...: "\(value / 1_000_000_000)B"
    case 1_000_000... where value % 1_000_000 == 0: "\(value / 1_000_000)M"
    case 1_000... where value % 1_000 == 0: "\(value / 1_000)K"
    default: value.brief
    }
  }

  private func pow10(_ power: Int) -> Double {
    (0..<max(0, power)).reduce(1.0) { value, _ in value * 10 }
  }

  /// The decimal logarithm, by halving the interval between powers of ten: drawing needs three
  /// digits, and no library.
  private func logarithm(_ value: Double) -> Double {
    var whole = 0.0
    var rest = value
    while rest >= 10 {
      rest /= 10
      whole += 1
    }
    var part = 0.0
    var step = 0.5
    for _ in 0..<14 {
      rest *= rest
      if rest >= 10 {
        rest /= 10
        part += step
      }
      step /= 2
    }
    return whole + part
  }
}
