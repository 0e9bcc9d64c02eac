/// Whether probabilities are as high as what they speak of is often so: ten equal bins.
public struct Reliability: Sendable, Hashable {
  /// The texts whose probability lies between two tenths.
  public struct Bin: Sendable, Hashable {
    /// The lowest probability that falls in, 0, 0.1, … 0.9.
    public var from: Double
    /// The number of texts.
    public var texts: Int
    /// What they weigh together.
    public var weight: Double
    /// Their mean probability.
    public var mean: Double
    /// The share of them of which it is so.
    public var share: Double
  }

  /// The bins that hold a text, lowest first.
  public var bins: [Bin]
  /// Expected calibration error: the gap between mean probability and share, weighted by bin.
  public var error: Double

  /// Sorts probabilities into bins.
  ///
  /// - Parameter points: Probability, whether it is so, and how many texts like it there are.
  public init(_ points: [(probability: Double, isSo: Bool, weight: Double)]) {
    var sums = [(count: Int, weight: Double, mean: Double, hits: Double)](
      repeating: (0, 0, 0, 0), count: 10)
    for point in points {
      let bin = min(9, max(0, Int(point.probability * 10)))
      sums[bin].count += 1
      sums[bin].weight += point.weight
      sums[bin].mean += point.probability * point.weight
      sums[bin].hits += point.isSo ? point.weight : 0
    }
    let total = sums.reduce(0) { $0 + $1.weight }
    bins = sums.enumerated().filter { $0.element.weight > 0 }.map { place, sum in
      Bin(
        from: Double(place) / 10, texts: sum.count, weight: sum.weight,
        mean: sum.mean / sum.weight, share: sum.hits / sum.weight)
    }
    error = total > 0 ? sums.reduce(0) { $0 + abs($1.mean - $1.hits) } / total : 0
  }
}
