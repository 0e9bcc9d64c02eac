/// Gives labels rows of their own without changing their order.
enum Spacing {
  /// One row a label, each below the one before and together as near as can be to where they would
  /// stand: labels that collide move apart around their middle.
  ///
  /// - Parameters:
  ///   - wanted: The rows wished for, from top to bottom.
  ///   - count: How many rows there are; at least as many as labels.
  static func rows(near wanted: [Int], of count: Int) -> [Int] {
    // Less its index, a row may not be above the one before: neighbours that are share their mean.
    var blocks: [(sum: Int, size: Int)] = []
    for (index, row) in wanted.enumerated() {
      var block = (sum: row - index, size: 1)
      while let before = blocks.last, before.sum * block.size > block.sum * before.size {
        block = (before.sum + block.sum, before.size + block.size)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    let last = max(0, count - wanted.count)
    let shifts = blocks.flatMap { block in
      let mean = (Double(block.sum) / Double(block.size)).rounded(.up)
      return Array(repeating: min(max(0, Int(mean)), last), count: block.size)
    }
    return shifts.enumerated().map { $0 + $1 }
  }
}
