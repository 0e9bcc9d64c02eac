import Catalogue

/// Finds the words of a passage that pushed a label, by going over its features once more.
struct EvidenceFinder {
  let upload: Upload
  let words: Words
  let hits: Hits
  let weights: Weights

  /// The most pieces of evidence that a reading shows.
  static let limit = 12
  /// The most scalars of one piece: a word may be stretched by thousands of invisible ones.
  static let longest = 80
  /// What a word must push to be shown, in logits.
  static let least = 0.05

  /// A run of words that pushed a label, not yet written out.
  struct Push {
    var field: Field
    var words: Range<Int>
    var weight: Double
    var label: Int
  }

  /// What pushed one label.
  ///
  /// - Parameters:
  ///   - label: its position among the model's labels.
  ///   - unit: what one unit of the passage's sums is in a margin.
  ///   - parts: the passage's hits, words and weight, field by field.
  func pushes(of label: Int, unit: Double, parts: [PassagePart]) -> [Push] {
    let perUnit = unit * weights.labels[label].scale * weights.labels[label].slope
    var found: [Push] = []
    for part in parts where !part.words.isEmpty {
      merge(pushes(of: label, in: part, perUnit: perUnit), in: part, about: label, into: &found)
    }
    return found
  }

  /// The strongest pushes written out, at most `limit`, strongest first; ties in reading order.
  func evidence(_ pushes: [Push]) -> [Evidence] {
    let order = pushes.indices.sorted {
      let (a, b) = (abs(pushes[$0].weight), abs(pushes[$1].weight))
      return a != b ? a > b : $0 < $1
    }
    return order.prefix(Self.limit).map { piece(pushes[$0]) }
  }

  /// What each word of a part pushed, in logits.
  private func pushes(of label: Int, in part: PassagePart, perUnit: Double) -> [Double] {
    var pushes = [Double](repeating: 0, count: part.words.count)
    weights.source.withBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let entries = base + weights.entriesAt
      let unit = Double(part.weight) * perUnit
      for index in part.hits {
        let hit = hits.list[index]
        guard let factor = factor(of: label, in: hit, entries: entries) else { continue }
        let push = Double(factor) * Double(hit.value) * unit
        let word = Int(hit.word) - part.words.lowerBound
        if hit.isPair, word > 0 {
          pushes[word] += push / 2
          pushes[word - 1] += push / 2
        } else {
          pushes[word] += push
        }
      }
    }
    return pushes
  }

  /// The stored weight of a feature for a label, nil where it has none.
  ///
  /// They stand in the order of the labels.
  @inline(__always)
  private func factor(of label: Int, in hit: Hits.Hit, entries: UnsafeRawPointer) -> Int8? {
    var at = entries + Int(hit.first) &* Weights.entrySize
    for _ in 0..<hit.count {
      let found = Int(at.load(as: UInt8.self))
      if found >= label { return found == label ? at.load(fromByteOffset: 1, as: Int8.self) : nil }
      at += Weights.entrySize
    }
    return nil
  }

  /// Neighbouring words that push the same way become one piece.
  private func merge(
    _ pushes: [Double], in part: PassagePart, about label: Int, into found: inout [Push]
  ) {
    var start = 0
    while start < pushes.count {
      guard abs(pushes[start]) >= Self.least else {
        start += 1
        continue
      }
      var end = start + 1
      var sum = pushes[start]
      while end < pushes.count, end - start < 4, joins(pushes, start, end, part) {
        sum += pushes[end]
        end += 1
      }
      let range = (part.words.lowerBound + start)..<(part.words.lowerBound + end)
      found.append(Push(field: part.field, words: range, weight: sum, label: label))
      start = end
    }
  }

  /// Whether a word goes on with the piece before it: it pushes as well, at least half as much as
  /// the piece's first, and stands next to it.
  private func joins(_ pushes: [Double], _ start: Int, _ end: Int, _ part: PassagePart) -> Bool {
    let first = pushes[start]
    let next = pushes[end]
    guard first.sign == next.sign, abs(next) >= Self.least, abs(next) * 2 >= abs(first),
      abs(first) * 2 >= abs(next)
    else { return false }
    let left = words.words[part.words.lowerBound + end - 1]
    let right = words.words[part.words.lowerBound + end]
    return right.from <= left.to + 1
  }

  private func piece(_ push: Push) -> Evidence {
    let from = Int(words.words[push.words.lowerBound].from)
    let last = Int(words.words[push.words.upperBound - 1].to)
    let to = min(max(from, last), from + Self.longest)
    let scalars = upload.text(of: push.field).unicodeScalars
    let text = String(String.UnicodeScalarView(scalars.dropFirst(from).prefix(to - from)))
    return Evidence(
      field: push.field, text: text, start: from, end: to,
      weight: (push.weight * 100).rounded() / 100, about: weights.kind.label(push.label))
  }
}

/// The part of a passage that stands in one field.
struct PassagePart {
  var field: Field
  var hits: Range<Int>
  var words: Range<Int>
  /// How much its words count, in 256ths.
  var weight: Int
}
