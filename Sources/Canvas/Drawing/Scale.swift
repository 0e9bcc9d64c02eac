#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A stretch of numbers that is laid along cells, evenly or by powers of ten.
public struct Scale: Sendable, Hashable {
  /// The value at the first cell.
  public var lower: Double
  /// The value at the last cell.
  public var upper: Double
  /// Whether equal ratios, not equal differences, take equal room.
  public var isLogarithmic: Bool

  /// Creates an even scale.
  public static func linear(_ lower: Double, _ upper: Double) -> Scale {
    Scale(lower: lower, upper: upper, isLogarithmic: false)
  }

  /// Creates a scale of powers; both ends must be above 0 for anything to be drawn.
  public static func logarithmic(_ lower: Double, _ upper: Double) -> Scale {
    Scale(lower: lower, upper: upper, isLogarithmic: true)
  }

  /// From a power of ten up to the next power of ten that holds a value, so that the axis seldom
  /// changes while the value grows.
  public static func decades(from lower: Double, covering value: Double) -> Scale {
    var upper = lower * 10
    while upper < value, upper.isFinite { upper *= 10 }
    return .logarithmic(lower, upper)
  }

  /// From a value on, a unit long or the unit doubled until it holds another value, so that the
  /// axis seldom changes while the value grows.
  public static func doubling(from lower: Double, unit: Double, covering value: Double) -> Scale {
    var length = unit > 0 ? unit : 1
    while lower + length < value, length.isFinite { length *= 2 }
    return .linear(lower, lower + length)
  }

  /// Where a value lies: 0 at the lower end, 1 at the upper; nil where it has no place.
  public func fraction(of value: Double) -> Double? {
    let place =
      isLogarithmic
      ? log(value / lower) / log(upper / lower) : (value - lower) / (upper - lower)
    return place.isFinite ? place : nil
  }

  /// The value at a fraction of the way.
  public func value(at fraction: Double) -> Double {
    isLogarithmic
      ? lower * pow(upper / lower, fraction) : lower + (upper - lower) * fraction
  }

  /// The cell, of so many, that a value falls into; nil where it lies outside.
  public func cell(of value: Double, in cells: Int) -> Int? {
    guard cells > 0, let place = fraction(of: value), place > -1, place < 2 else { return nil }
    let cell = Int((place * Double(cells - 1)).rounded())
    return cell >= 0 && cell < cells ? cell : nil
  }

  /// Round values on the scale, about so many, in ascending order.
  public func ticks(atMost count: Int) -> [Double] {
    guard count > 0, lower.isFinite, upper.isFinite, lower < upper else { return [] }
    return isLogarithmic ? decadeTicks(count) : evenTicks(count)
  }

  private func decadeTicks(_ count: Int) -> [Double] {
    guard lower > 0 else { return [] }
    let first = Int((log10(lower) - 1e-9).rounded(.up))
    let last = Int((log10(upper) + 1e-9).rounded(.down))
    guard first <= last else { return [] }
    let stride = max(1, (last - first + count) / count)
    return Swift.stride(from: last, through: first, by: -stride).reversed().map {
      pow(10, Double($0))
    }
  }

  private func evenTicks(_ count: Int) -> [Double] {
    let rough = (upper - lower) / Double(count)
    let power = pow(10, log10(rough).rounded(.down))
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * (1 - 1e-9) } ?? rough
    let first = (lower / step - 1e-9).rounded(.up)
    let last = (upper / step + 1e-9).rounded(.down)
    guard step > 0, last - first < 1000 else { return [] }
    return Swift.stride(from: first, through: last, by: 1).map { $0 * step }
  }
}
