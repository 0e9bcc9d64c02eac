/// A stretch of an upload that is scored by itself, and the sums of its weights.
struct Passage {
  /// The weighted sums per label, in the unit of the stored weights.
  private(set) var sums: [Int]
  /// The weighted squared length, with that of one unknown word at full weight, as if every text
  /// held a word that says nothing: one faint word is then no certainty.
  private(set) var squared: Int
  /// Whether no word was read.
  private(set) var isEmpty = true
  private var part: [Int16]

  /// The sums that a label may point at whatever its byte is.
  private static let anyLabel = 256
  /// How many rows are summed in 16 bits before the sums could overflow.
  private static let rowsAtOnce = 256

  /// Nothing read yet.
  init(labels: Int, unknownSquared: Int) {
    squared = unknownSquared * 256 * 256
    sums = [Int](repeating: 0, count: labels)
    part = [Int16](repeating: 0, count: Self.anyLabel)
  }

  /// Forgets what was read.
  mutating func clear(unknownSquared: Int) {
    squared = unknownSquared * 256 * 256
    isEmpty = true
    for label in sums.indices { sums[label] = 0 }
  }

  /// Adds hits, each counted `weight` 256ths.
  mutating func add(
    _ hits: Hits, _ range: Range<Int>, words: Range<Int>, weight: Int, labels: Int,
    table: FeatureTable
  ) {
    var squares = 0
    for word in words { squares &+= Int(hits.squares[word]) }
    squared &+= squares &* weight &* weight
    isEmpty = isEmpty && words.isEmpty
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + Self.rowsAtOnce, range.upperBound)
      sums.withUnsafeMutableBufferPointer { sums in
        part.withUnsafeMutableBufferPointer { part in
          hits.list.withUnsafeBufferPointer { list in
            for index in start..<end { Self.add(list[index].row, of: table, labels, to: part) }
          }
          for label in 0..<sums.count {
            sums[label] &+= Int(part[label]) &* weight
            part[label] = 0
          }
        }
      }
      start = end
    }
  }

  /// Adds one row.
  @inline(__always)
  private static func add(
    _ row: UInt32, of table: FeatureTable, _ labels: Int, to part: UnsafeMutableBufferPointer<Int16>
  ) {
    let count = Int(table.head(of: row) & 0xFF)
    let numbers = table.rows + (Int(row) &* 4 &+ 4)
    guard let sums = part.baseAddress else { return }
    if count == Weights.dense {
      let bytes = numbers.assumingMemoryBound(to: Int8.self)
      for label in 0..<labels { sums[label] &+= Int16(truncatingIfNeeded: bytes[label]) }
    } else {
      for entry in 0..<count {
        let label = Int(numbers.load(fromByteOffset: 2 &* entry, as: UInt8.self))
        sums[label] &+= Int16(numbers.load(fromByteOffset: 2 &* entry &+ 1, as: Int8.self))
      }
    }
  }

  /// What one unit of the sums is in a margin, before the model's unit.
  var unit: Double { 1 / Double(max(1, squared)).squareRoot() }
}

extension Weights {
  /// The margin of every label.
  func margins(of passage: Passage) -> [Double] {
    let perSum = passage.unit * unit
    return labels.indices.map { Double(passage.sums[$0]) * perSum + labels[$0].bias }
  }

  /// The logit of every label.
  func logits(of passage: Passage) -> [Double] {
    let perSum = passage.unit * unit
    return labels.indices.map {
      labels[$0].logit(Double(passage.sums[$0]) * perSum + labels[$0].bias)
    }
  }
}
