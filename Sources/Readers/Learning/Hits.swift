import Catalogue

/// The features of an upload that a model knows, in reading order, and what each field adds up to.
struct Hits {
  /// One feature where it stands.
  struct Hit {
    /// Where its row stands.
    var row: UInt32
    /// The word it ends in.
    var word: UInt32
    /// The word that half of it belongs to where it is made of two; the same word where it is not.
    var other: UInt32
  }

  private(set) var list: [Hit] = []
  /// For each field, its hits.
  private(set) var fields: [Range<Int>] = []
  /// For each field, how many of its words the model knows as a whole; numbers say how many, not
  /// of what, and are not counted.
  private(set) var known: [Int] = []
  /// For each word, the squared values of its features.
  private(set) var squares: [Int32]

  /// Looks up the features of all words.
  init(of words: Words, in weights: Weights) {
    squares = [Int32](repeating: 0, count: words.words.count)
    list.reserveCapacity(words.words.count * 3 + 32)
    fields.reserveCapacity(words.fields.count)
    known.reserveCapacity(words.fields.count)
    var signs = ClassSigns(weights.classes, rows: weights.signRows)
    let (classes, signRows) = (weights.classes, weights.signRows)
    let unknownSquared = weights.unknownSquared
    var found = [Found](repeating: Found(), count: Self.chunk)
    weights.withTable { table in
      for range in words.fields {
        let start = list.count
        known.append(0)
        signs.startField()
        for first in stride(from: range.lowerBound, to: range.upperBound, by: Self.chunk) {
          let chunk = first..<min(first + Self.chunk, range.upperBound)
          Self.find(words, chunk, in: table, classes, into: &found)
          for index in chunk {
            take(found[index - first], at: index, of: words, in: table, unknownSquared)
            guard !classes.isEmpty else { continue }
            var squared: UInt32 = 0
            signs.read(index, of: words, in: range) { sign, other in
              squared &+= add(signRows[sign], of: index, with: other, in: table)
            }
            squares[index] &+= Int32(truncatingIfNeeded: squared)
          }
        }
        fields.append(start..<list.count)
      }
    }
  }

  /// How many words are looked up at a time.
  private static let chunk = 32

  /// Where the rows of a word and of its pair stand; all bits set where there is none.
  private struct Found {
    var word = UInt32.max
    var pair = UInt32.max
  }

  /// Looks up the words of a chunk and their pairs.
  ///
  /// All slots are asked for before the first is read, and all rows: they lie far apart in
  /// megabytes of memory, and waiting for each in turn takes most of the time of a reading.
  @inline(__always)
  private static func find(
    _ words: Words, _ chunk: Range<Int>, in table: FeatureTable, _ classes: WordClasses,
    into found: inout [Found]
  ) {
    words.words.withUnsafeBufferPointer { words in
      for index in chunk where !words[index].isRepeated {
        table.expect(words[index].hash)
        table.expect(words[index].pair)
        classes.expect(words[index].hash)
      }
      for index in chunk {
        let word = words[index]
        var rows = Found()
        if !word.isRepeated, let row = table.row(of: word.hash) {
          rows.word = row
          table.expect(row: row)
        }
        if word.pair != 0, let row = table.row(of: word.pair) {
          rows.pair = row
          table.expect(row: row)
        }
        found[index &- chunk.lowerBound] = rows
      }
    }
  }

  /// Takes in what a word, or its runs of letters, and its pair add.
  @inline(__always)
  private mutating func take(
    _ found: Found, at index: Int, of words: Words, in table: FeatureTable, _ unknownSquared: Int
  ) {
    let word = words.words[index]
    var squared: UInt32 = 0
    if found.word != .max {
      if words.letters[Int(word.start)] &- 0x30 > 9 { known[known.count &- 1] &+= 1 }
      squared &+= add(found.word, of: index, with: index, in: table)
    } else if !word.isRepeated {
      squared &+= UInt32(truncatingIfNeeded: unknownSquared)
      Features.eachRun(of: word, in: words) { run in
        if let row = table.row(of: run) {
          squared &+= add(row, of: index, with: index, in: table)
        }
      }
    }
    if found.pair != .max { squared &+= add(found.pair, of: index, with: index - 1, in: table) }
    squares[index] = Int32(truncatingIfNeeded: squared)
  }

  /// Adds a feature's row; gives its squared value.
  @inline(__always)
  private mutating func add(
    _ row: UInt32, of word: Int, with other: Int, in table: FeatureTable
  ) -> UInt32 {
    let head = table.head(of: row)
    if head & 0xFF != 0 {
      list.append(
        Hit(
          row: row, word: UInt32(truncatingIfNeeded: word),
          other: UInt32(truncatingIfNeeded: other)))
    }
    return head &>> 8
  }
}

extension Weights {
  /// Says that the words of an upload will be looked up soon.
  func expect(_ words: Words) {
    withTable { table in
      for word in words.words.prefix(64) {
        table.expect(word.hash)
        table.expect(word.pair)
      }
    }
  }
}
