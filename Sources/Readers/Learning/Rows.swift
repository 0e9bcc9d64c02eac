/// Texts as sparse rows of features, with their labels.
struct Rows {
  /// Where each row starts in `positions` and `values`; one more than there are rows.
  private(set) var starts: [Int] = [0]
  private(set) var positions: [Int32] = []
  private(set) var values: [Float] = []
  private(set) var labels: [[Int]] = []
  private(set) var weights: [Float] = []
  /// The number of features.
  let width: Int

  /// No rows yet.
  init(width: Int) { self.width = width }

  /// The number of rows.
  var count: Int { labels.count }

  /// Adds a text.
  mutating func append(
    _ row: (positions: [Int32], values: [Float]), labels: [Int], weight: Float
  ) {
    positions += row.positions
    values += row.values
    starts.append(positions.count)
    self.labels.append(labels)
    weights.append(weight)
  }
}
