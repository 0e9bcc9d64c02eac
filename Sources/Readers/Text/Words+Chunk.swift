extension Words {
  /// Reads a run of scalars without a blank: words with marks between, a tag, an address.
  mutating func append(chunk: Range<Int>, of folded: FoldedText, lexicon: Lexicon) {
    let scalars = folded.scalars
    if scalars[chunk.lowerBound] == 0x23 {
      appendTag(chunk, of: folded, lexicon: lexicon)
      return
    }
    var letters = false
    var others = false
    for at in chunk {
      let scalar = scalars[at]
      if scalar &- 0x61 < 26 {
        letters = true
      } else {
        others = true
      }
    }
    if !others {
      append(plain: chunk, of: folded, lexicon: lexicon)
      return
    }
    if letters, let host = hostOfAddress(chunk, in: scalars) {
      appendPieces(host, of: folded, lexicon: lexicon)
      return
    }
    if letters, appendUndisguised(chunk, of: folded, lexicon: lexicon) { return }
    appendPieces(chunk, of: folded, lexicon: lexicon)
  }

  /// The name of the site where a chunk is a web address: what follows it says nothing.
  private func hostOfAddress(_ chunk: Range<Int>, in scalars: [UInt32]) -> Range<Int>? {
    guard chunk.count > 7 else { return nil }
    let text = scalars[chunk]
    var start = chunk.lowerBound
    if let colon = text.firstIndex(of: 0x3A), colon + 2 < chunk.upperBound,
      scalars[colon + 1] == 0x2F, scalars[colon + 2] == 0x2F
    {
      start = colon + 3
    } else if !text.starts(with: [0x77, 0x77, 0x77, 0x2E]) {
      return nil
    }
    let end = scalars[start..<chunk.upperBound].firstIndex(of: 0x2F) ?? chunk.upperBound
    return start..<end
  }

  /// Splits at marks; letters and digits make words, emoji and Han characters one each.
  func piecesEnd(after start: Int, in range: Range<Int>, of scalars: [UInt32]) -> Int {
    var end = start
    while end < range.upperBound {
      switch ScalarKind(scalars[end]) {
      case .letter, .digit, .joiner: end += 1
      case .alone: return end == start ? end + 1 : end
      case .blank, .mark: return end
      }
    }
    return end
  }

  private mutating func appendPieces(
    _ range: Range<Int>, of folded: FoldedText, lexicon: Lexicon
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      let end = piecesEnd(after: at, in: range, of: folded.scalars)
      if end == at {
        at += 1
        continue
      }
      append(plain: at..<end, of: folded, lexicon: lexicon)
      at = end
    }
  }

  /// Adds one piece: as it stands, with repeated letters taken back, or split in two known words.
  private mutating func append(plain range: Range<Int>, of folded: FoldedText, lexicon: Lexicon) {
    let scalars = folded.scalars
    if scalars[range].allSatisfy({ $0 &- 0x30 < 10 }) {
      append(number: range, of: folded)
    } else if let spelling = withoutRepeats(scalars[range], lexicon: lexicon) {
      append(spelling, writtenAt: range, of: folded)
    } else if let latin = Spelling.unmixed(scalars[range]) {
      append(latin, writtenAt: range, of: folded)
    } else if range.count >= Self.longWord,
      !lexicon.knows(Words.hash(scalars[range])),
      let ends = WordSplit(lexicon: lexicon).ends(in: scalars[range])
    {
      append(parts: ends, of: range, of: folded)
    } else {
      append(word: range, of: folded)
    }
  }

  /// Numbers are read by their length: any price of three digits is the same word.
  private mutating func append(number range: Range<Int>, of folded: FoldedText) {
    if range.count <= 2 {
      append(word: range, of: folded)
    } else {
      let length = min(range.count, 8)
      append([UInt32](repeating: 0x30, count: length), writtenAt: range, of: folded)
    }
  }

  /// Adds the known words that a longer one is made of.
  mutating func append(parts ends: [Int], of range: Range<Int>, of folded: FoldedText) {
    var start = range.lowerBound
    for end in ends {
      append(word: start..<(range.lowerBound + end), of: folded)
      start = range.lowerBound + end
    }
  }

  /// From how many letters on an unknown word outside a tag is tried as two.
  private static let longWord = 12
}
