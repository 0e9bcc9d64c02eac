/// A stretch of an upload that is scored by itself, and the sums of its weights.
struct Passage {
  /// The weighted sums per label, in the unit of the stored weights.
  var sums: [Int]
  /// The weighted squared length.
  var squared: Int

  /// Nothing read yet.
  init(labels: Int) {
    sums = [Int](repeating: 0, count: labels)
    squared = 0
  }

  /// Adds hits, each counted `weight` 256ths.
  mutating func add(
    _ hits: Hits, _ range: Range<Int>, words: Range<Int>, weight: Int, entries: UnsafeRawPointer
  ) {
    for word in words { squared &+= hits.squares[word] &* weight &* weight }
    sums.withUnsafeMutableBufferPointer { sums in
      for index in range {
        let hit = hits.list[index]
        let value = Int(hit.value) &* weight
        var at = entries + Int(hit.first) &* Weights.entrySize
        for _ in 0..<hit.count {
          let label = Int(at.load(as: UInt8.self))
          let factor = Int(at.load(fromByteOffset: 1, as: Int8.self))
          sums[label] &+= value &* factor
          at += Weights.entrySize
        }
      }
    }
  }

  /// What one unit of the sums is in a margin, before the label's scale; 0 for an empty passage.
  var unit: Double { squared > 0 ? 1 / Double(squared).squareRoot() : 0 }

  /// The margin of a label.
  func margin(_ index: Int, _ label: Weights.Label) -> Double {
    Double(sums[index]) * unit * label.scale + label.bias
  }
}
