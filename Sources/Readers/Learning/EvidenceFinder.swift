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
    let perUnit = unit * weights.unit * weights.labels[label].slope
    var found: [Push] = []
    for part in parts where !part.words.isEmpty {
      merge(pushes(of: label, in: part, perUnit: perUnit), in: part, about: label, into: &found)
    }
    return found
  }

  /// The strongest pushes written out, at most `limit`, strongest first; ties in reading order.
  func evidence(_ pushes: [Push]) -> [Evidence] {
    var best: [(strength: Double, index: Int)] = []
    best.reserveCapacity(Self.limit + 1)
    for (index, push) in pushes.enumerated() {
      let strength = abs(push.weight)
      if best.count == Self.limit, let last = best.last, strength <= last.strength { continue }
      var place = best.count
      while place > 0, best[place - 1].strength < strength { place -= 1 }
      best.insert((strength, index), at: place)
      if best.count > Self.limit { best.removeLast() }
    }
    return best.map { piece(pushes[$0.index]) }
  }

  /// What each word of a part pushed, in logits.
  private func pushes(of label: Int, in part: PassagePart, perUnit: Double) -> [Double] {
    let unit = Double(part.weight) * perUnit
    let first = part.words.lowerBound
    return [Double](unsafeUninitializedCapacity: part.words.count) { pushes, count in
      count = part.words.count
      pushes.initialize(repeating: 0)
      weights.withTable { table in
        hits.list.withUnsafeBufferPointer { list in
          for index in part.hits {
            let hit = list[index]
            let number = table.number(of: label, in: hit.row)
            guard number != 0 else { continue }
            let push = Double(number) * unit
            let word = Int(hit.word) - first
            let other = Int(hit.other) - first
            if other != word, part.words.indices.contains(other + first) {
              pushes[word] += push / 2
              pushes[other] += push / 2
            } else {
              pushes[word] += push
            }
          }
        }
      }
    }
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
    let text = written(from, to, in: push.field)
    return Evidence(
      field: push.field, text: text, start: from, end: to,
      weight: (push.weight * 100).rounded() / 100, about: weights.names[push.label])
  }
}

extension EvidenceFinder {
  /// Some scalars of a field, by how many stand before them.
  private func written(_ from: Int, _ to: Int, in field: Field) -> String {
    var text = upload.text(of: field)
    let isPlain = words.arePlain[field.place]
    return text.withUTF8 { bytes in
      let start = isPlain ? from : Self.step(over: from, from: 0, in: bytes)
      let end = isPlain ? to : Self.step(over: to - from, from: start, in: bytes)
      return String(
        decoding: bytes[min(start, bytes.count)..<min(end, bytes.count)], as: UTF8.self)
    }
  }

  /// Where some scalars end that begin at a place.
  private static func step(
    over count: Int, from start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var at = start
    for _ in 0..<count where at < bytes.count {
      at += 1
      // A continuation byte belongs to the scalar before it.
      while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
    }
    return at
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
