import Audience

/// The sanity table: figures of many uploads beside what they are in the real world.
///
/// Targets and their sources stand in the article Numbers.
public struct SurveyTable: Sendable, Hashable {
  /// One figure.
  public struct Row: Sendable, Hashable {
    /// What is measured.
    public var name: String
    /// The figure.
    public var value: Double
    /// What the real world's figure lies in.
    public var target: ClosedRange<Double>
    /// The figure's 95 % interval, from leaving out a twentieth of the creators at a time.
    public var interval: ClosedRange<Double>

    /// Whether the figure lies in the target.
    public var holds: Bool { target.contains(value) }
  }

  /// The figures, in the order of the table.
  public var rows: [Row]

  /// Counts the table from what became of uploads.
  ///
  /// - Parameter viral: The views of a video that is called viral: one upload in some thousands.
  public init(_ samples: [Survey.Sample], viral: Int) {
    let whole = Self.figures(samples, viral: viral)
    let everything = -Double.infinity...Double.infinity
    let without = (0..<20).map { block in
      Self.figures(samples.filter { $0.block != block }, viral: viral)
    }
    rows = whole.indices.map { index in
      let values = without.map { $0[index].value }.filter(\.isFinite)
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares * 19 / 20).squareRoot()
      let value = whole[index].value
      let half = 2.093 * error
      let blocks = half.isFinite && value.isFinite ? value - half...value + half : everything
      return Row(
        name: whole[index].name, value: value, target: whole[index].target,
        interval: whole[index].interval ?? blocks)
    }
  }

  /// A figure, with an interval where one is known without leaving anything out.
  private struct Figure {
    var name: String
    var value: Double
    var target: ClosedRange<Double>
    var interval: ClosedRange<Double>?

    init(
      _ name: String, _ value: Double, _ target: ClosedRange<Double>,
      interval: ClosedRange<Double>? = nil
    ) {
      self.name = name
      self.value = value
      self.target = target
      self.interval = interval
    }
  }

  private static func figures(_ samples: [Survey.Sample], viral: Int) -> [Figure] {
    let views = samples.map { Double($0.views) }.sorted()
    let count = Double(max(1, views.count))
    let total = max(1, views.reduce(0, +))
    let top = views.suffix(max(1, views.count / 100)).reduce(0, +)
    let stayedSmall = Double(samples.count { $0.waves <= 1 })
    let above = Double(samples.count { $0.views > viral })
    let hours = PostingHours(samples)
    let spread = samples.filter { $0.views >= 100_000 }.map { Double($0.halfTime) / 86_400 }
    let shares = samples.filter { $0.views > 0 }.map { Double($0.forYou) / Double($0.views) }
    return [
      Figure("median views", quantile(views, 0.5), 250...500),
      Figure("1 in 10 passes, views", quantile(views, 0.9), 3_000...10_000),
      Figure("1 in 100 passes, views", quantile(views, 0.99), 40_000...80_000),
      Figure("top 1 % of videos hold", top / total, 0.35...0.70),
      Figure("Gini of views", gini(views, total: total), 0.80...0.95),
      Figure("never leave the first wave", stayedSmall / count, 0.40...0.60),
      Figure(
        "one video in … goes viral", count / above, 1_500...6_000,
        interval: oneIn(count, above)),
      Figure("posting hour explains, R² of log views", hours.explained, 0...0.005),
      Figure("best over worst hour", hours.bestOverWorst, 1...1.35),
      Figure("followers and views, Spearman", spearman(samples), 0.2...0.7),
      Figure("half of a spread video's views, days", quantile(spread.sorted(), 0.5), 1...2),
      Figure("For You share of views, median", quantile(shares.sorted(), 0.5), 0.78...0.94),
    ]
  }

  /// The 95 % interval of “one in …” for a rare count: Poisson, by Wilson and Hilferty's cube root.
  private static func oneIn(_ count: Double, _ seen: Double) -> ClosedRange<Double> {
    func cube(_ n: Double, _ z: Double) -> Double {
      let root = 1 - 1 / (9 * n) + z / (3 * n.squareRoot())
      return n * root * root * root
    }
    let low = seen > 0 ? max(cube(seen, -1.96), 1e-9) : 1e-9
    return count / cube(seen + 1, 1.96)...count / low
  }

  private static func quantile(_ sorted: [Double], _ part: Double) -> Double {
    guard !sorted.isEmpty else { return .nan }
    let place = part * Double(sorted.count - 1)
    let low = Int(place)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
  }

  private static func gini(_ sorted: [Double], total: Double) -> Double {
    let n = Double(sorted.count)
    let weighted = sorted.enumerated().reduce(0.0) { $0 + Double($1.offset + 1) * $1.element }
    return 2 * weighted / (n * total) - (n + 1) / n
  }

  private static func spearman(_ samples: [Survey.Sample]) -> Double {
    let a = ranks(samples.map(\.followers))
    let b = ranks(samples.map(\.views))
    let mean = Double(samples.count - 1) / 2
    var products = 0.0
    var left = 0.0
    var right = 0.0
    for index in samples.indices {
      let (x, y) = (a[index] - mean, b[index] - mean)
      products += x * y
      left += x * x
      right += y * y
    }
    return products / (left * right).squareRoot()
  }

  /// Ranks from 0, the mean rank for equals.
  private static func ranks(_ values: [Int]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 }
      start = end + 1
    }
    return ranks
  }
}

/// How far the hour of posting goes with views.
private struct PostingHours {
  /// The share of the variance of log views that the hour explains.
  let explained: Double
  /// The best hour's geometric mean of views over the worst hour's.
  let bestOverWorst: Double

  init(_ samples: [Survey.Sample]) {
    var sums = [Double](repeating: 0, count: 24)
    var counts = [Double](repeating: 0, count: 24)
    var squares = 0.0
    for sample in samples {
      let value = Exact.log(Double(max(1, sample.views)))
      sums[sample.hour] += value
      counts[sample.hour] += 1
      squares += value * value
    }
    let n = max(1, counts.reduce(0, +))
    let mean = sums.reduce(0, +) / n
    let means = (0..<24).filter { counts[$0] > 0 }.map { (sums[$0] / counts[$0], counts[$0]) }
    let between = means.reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) }
    let all = squares - n * mean * mean
    explained = all > 0 ? between / all : 0
    let low = means.map(\.0).min() ?? 0
    let high = means.map(\.0).max() ?? 0
    bestOverWorst = Exact.exp(high - low)
  }
}
