/// What texts of each kind were taken for.
public struct Confusion: Sendable, Hashable {
  /// A kind and what texts of it were taken for.
  public struct Pair: Sendable, Hashable {
    /// What they are.
    public var truth: String
    /// What they were taken for.
    public var told: String
    /// How many.
    public var texts: Int
  }

  private var counts: [String: [String: Int]] = [:]

  /// Creates an empty table.
  public init() {}

  /// Counts one text.
  public mutating func add(_ truth: String, told: String) {
    counts[truth, default: [:]][told, default: 0] += 1
  }

  /// How many texts of a kind were taken for another.
  public subscript(truth: String, told told: String) -> Int { counts[truth]?[told] ?? 0 }

  /// The kinds that occur, in alphabetical order.
  public var truths: [String] { counts.keys.sorted() }

  /// Everything that texts were taken for, in alphabetical order.
  public var tolds: [String] { Set(counts.values.flatMap(\.keys)).sorted() }

  /// The pairs that are no match, the most frequent first.
  public var mistakes: [Pair] {
    counts.flatMap { truth, row in
      row.compactMap { told, texts in
        told == truth ? nil : Pair(truth: truth, told: told, texts: texts)
      }
    }
    .sorted { ($1.texts, $0.truth, $0.told) < ($0.texts, $1.truth, $1.told) }
  }

  /// The harmonic mean of precision and recall of one kind, 0 … 1.
  public func f1(_ kind: String) -> Double {
    let hits = self[kind, told: kind]
    let row = counts[kind]?.values.reduce(0, +) ?? 0
    let column = counts.values.reduce(0) { $0 + ($1[kind] ?? 0) }
    return row + column > 0 ? 2 * Double(hits) / Double(row + column) : 0
  }
}
