/// How many of how many, with the interval in which the true share lies with 95 % certainty.
public struct Rate: Sendable, Hashable {
  /// How many it was so of.
  public var hits: Int
  /// Of how many.
  public var count: Int

  /// Creates a rate.
  public init(_ hits: Int, of count: Int) {
    self.hits = hits
    self.count = count
  }

  /// The share, 0 … 1; 0 where there are none.
  public var share: Double { count > 0 ? Double(hits) / Double(count) : 0 }

  /// Wilson's interval (1927), two-sided 95 %.
  public var interval: ClosedRange<Double> { bounds(deviations: 1.959_964) }

  /// Wilson's interval whose bounds each hold with 95 % certainty.
  var oneSided: ClosedRange<Double> { bounds(deviations: 1.644_854) }

  private func bounds(deviations z: Double) -> ClosedRange<Double> {
    guard count > 0 else { return 0...1 }
    let n = Double(count)
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    return max(0, centre - half)...min(1, centre + half)
  }
}
