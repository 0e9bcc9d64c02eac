/// The features that a model learns weights for, with the value of each in a text.
struct Vocabulary {
  /// The features in the order in which the examples first have them.
  private(set) var hashes: [UInt64] = []
  /// Their values, 1 … 255: how rare they are, times the weight of their kind.
  private(set) var values: [UInt8] = []
  private var positions: [UInt64: Int32] = [:]

  /// How often a feature must occur, and how much it counts, by kind: word, pair, run of letters.
  struct Rules {
    var leastTemplates = [2, 2, 3]
    var kindWeights = [1.0, 0.7, 0.35]
    /// What a word without weights counts, as a share of the rarest word's value.
    var unknown = 0.45
  }

  /// Sixteenths of an idf unit and a half in one step of a value.
  private static let step = 24.0

  /// Counts the features of texts, once a template, and keeps those common enough.
  init(_ texts: [Words], templates: [Int], rules: Rules) {
    var counts: [UInt64: Int32] = [:]
    var order: [(hash: UInt64, kind: Features.Kind)] = []
    var found: [Int32] = []
    var last: [Int32] = []
    for (words, template) in zip(texts, templates) {
      for field in words.fields {
        Features.each(in: words, of: field) { hash, kind, _ in
          if let place = counts[hash] {
            if last[Int(place)] != Int32(template) {
              last[Int(place)] = Int32(template)
              found[Int(place)] += 1
            }
          } else {
            counts[hash] = Int32(order.count)
            order.append((hash, kind))
            found.append(1)
            last.append(Int32(template))
          }
        }
      }
    }
    let total = Double(Set(templates).count)
    for (place, feature) in order.enumerated() {
      let kind = Int(feature.kind.rawValue)
      guard found[place] >= rules.leastTemplates[kind] else { continue }
      let idf = 1 + Logarithm.natural((total + 1) / (Double(found[place]) + 1))
      let value = idf * rules.kindWeights[kind] * Self.step
      positions[feature.hash] = Int32(hashes.count)
      hashes.append(feature.hash)
      values.append(UInt8(min(255, max(1, value.rounded()))))
    }
    let rarest = (1 + Logarithm.natural((total + 1) / 2)) * rules.kindWeights[0] * Self.step
    unknownSquared = Int((min(255, rarest) * rules.unknown) * (min(255, rarest) * rules.unknown))
  }

  /// What a word without weights adds to a text's squared length.
  let unknownSquared: Int

  /// A text as the features' positions with their shares of the text's length.
  func row(of words: Words) -> (positions: [Int32], values: [Float]) {
    var squared = 0
    var found: [(Int32, Int32)] = []
    for field in words.fields {
      Features.each(in: words, of: field) { hash, kind, _ in
        guard let position = positions[hash] else {
          if kind == .word { squared += unknownSquared }
          return
        }
        let value = Int32(values[Int(position)])
        squared += Int(value) * Int(value)
        found.append((position, value))
      }
    }
    guard squared > 0 else { return ([], []) }
    found.sort { $0.0 < $1.0 }
    let unit = 1 / Double(squared).squareRoot()
    var row: (positions: [Int32], values: [Float]) = ([], [])
    for (position, value) in found {
      let share = Float(Double(value) * unit)
      if row.positions.last == position {
        row.values[row.values.count - 1] += share
      } else {
        row.positions.append(position)
        row.values.append(share)
      }
    }
    return row
  }
}
