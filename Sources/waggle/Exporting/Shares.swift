import Catalogue

/// Parts of a whole in per cent, rounded so that they come to 100.
struct Shares {
  /// In the smallest unit that is written.
  private let units: [Int]
  private let decimals: Int

  /// Takes counts, none below 0; where their sum is 0 every part is.
  init(of counts: [Int], decimals: Int = 2) {
    self.decimals = decimals
    let whole = (0..<decimals).reduce(100) { whole, _ in whole * 10 }
    let sum = counts.reduce(0.0) { $0 + Double($1) }
    guard sum > 0 else {
      units = counts.map { _ in 0 }
      return
    }
    let exact = counts.map { Double($0) / sum * Double(whole) }
    var units = exact.map { Int($0.rounded(.down)) }
    // What rounding down left over goes to those that lost most by it.
    let losers = exact.indices.sorted {
      (exact[$1] - Double(units[$1]), $0) < (exact[$0] - Double(units[$0]), $1)
    }
    for place in losers.prefix(max(0, whole - units.reduce(0, +))) { units[place] += 1 }
    self.units = units
  }

  /// Each as `12.34 %`.
  var words: [String] {
    let unit = (0..<decimals).reduce(1) { unit, _ in unit * 10 }
    return units.map { (Double($0) / Double(unit)).fixed(decimals) + " %" }
  }
}
