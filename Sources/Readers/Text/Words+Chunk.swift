extension Words {
  /// The letter of the word that stands for the beginning of a quotation.
  private static let quote: UInt32 = 0x22
  /// Whether a letter opens a quotation: straight, or as the seven languages do, “ „ « and the
  /// Dutch and English single ones.
  @inline(__always)
  private static func opensQuotation(_ letter: UInt32) -> Bool {
    switch letter {
    case quote, 0xAB, 0x2018, 0x201A, 0x201C, 0x201E: true
    default: false
    }
  }

  /// From how many letters on an unknown word outside a tag is tried as two.
  static let longWord = 12

  /// Reads a run of scalars without a blank: words with marks between, a tag, an address.
  ///
  /// Where a quotation begins is a word of its own: whoever quotes an offer does not make one.
  mutating func append(chunk: Range<Int>, of stretch: Stretch, lexicon: Lexicon) {
    let marks = chunk.prefix { Self.opensQuotation(letters[$0]) }
    if !marks.isEmpty { append([Self.quote], writtenAt: marks, of: stretch) }
    let chunk = marks.upperBound..<chunk.upperBound
    guard !chunk.isEmpty else { return }
    if letters[chunk.lowerBound] == 0x23 {
      appendTag(chunk, of: stretch, lexicon: lexicon)
      return
    }
    let hasLetters = chunk.contains { letters[$0] &- 0x61 < 26 }
    if hasLetters, let host = hostOfAddress(chunk) {
      appendPieces(host, of: stretch, lexicon: lexicon)
      return
    }
    if hasLetters, appendUndisguised(chunk, of: stretch, lexicon: lexicon) { return }
    appendPieces(chunk, of: stretch, lexicon: lexicon)
  }

  /// The name of the site where a chunk is a web address: what follows it says nothing.
  private func hostOfAddress(_ chunk: Range<Int>) -> Range<Int>? {
    guard chunk.count > 7 else { return nil }
    let text = letters[chunk]
    var start = chunk.lowerBound
    if let colon = text.firstIndex(of: 0x3A), colon + 2 < chunk.upperBound,
      text[colon + 1] == 0x2F, text[colon + 2] == 0x2F
    {
      start = colon + 3
    } else if !text.starts(with: [0x77, 0x77, 0x77, 0x2E]) {
      return nil
    }
    let end = letters[start..<chunk.upperBound].firstIndex(of: 0x2F) ?? chunk.upperBound
    return start..<end
  }

  /// Splits at marks; letters and digits make words, emoji and Han characters one each.
  func piecesEnd(after start: Int, in range: Range<Int>) -> Int {
    var end = start
    while end < range.upperBound {
      switch ScalarKind(letters[end]) {
      case .letter, .digit, .joiner: end += 1
      case .alone: return end == start ? end + 1 : end
      case .blank, .mark: return end
      }
    }
    return end
  }

  private mutating func appendPieces(
    _ range: Range<Int>, of stretch: Stretch, lexicon: Lexicon
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      let end = piecesEnd(after: at, in: range)
      if end == at {
        at += 1
        continue
      }
      append(plain: at..<end, of: stretch, lexicon: lexicon)
      at = end
    }
  }

  /// Adds one piece: as it stands, with repeated letters taken back, or split in two known words.
  mutating func append(plain range: Range<Int>, of stretch: Stretch, lexicon: Lexicon) {
    if range.allSatisfy({ letters[$0] &- 0x30 < 10 }) {
      append(number: range, of: stretch)
    } else if range.count == 1, let names = EmojiNames.names(of: letters[range.lowerBound]) {
      append(word: range, of: stretch)
      for name in names { append(name, writtenAt: range, of: stretch) }
    } else if let spelling = Spelling.withoutRepeats(letters[range], lexicon: lexicon) {
      append(spelling, writtenAt: range, of: stretch)
    } else if let latin = Spelling.unmixed(letters[range], lexicon: lexicon) {
      append(latin, writtenAt: range, of: stretch)
    } else if range.count >= Self.longWord,
      !lexicon.knows(Words.hash(letters[range])),
      let ends = WordSplit(lexicon: lexicon).ends(in: letters[range])
    {
      append(parts: ends, of: range, of: stretch)
    } else if range.count > 5, !lexicon.knows(Words.hash(letters[range])),
      let plain = Spelling.unswapped(letters[range], lexicon: lexicon)
    {
      append(plain, writtenAt: range, of: stretch)
    } else {
      append(word: range, of: stretch)
    }
  }

  /// Numbers are read by their length: any price of three digits is the same word.
  private mutating func append(number range: Range<Int>, of stretch: Stretch) {
    if range.count <= 2 {
      append(word: range, of: stretch)
    } else {
      let length = min(range.count, 8)
      append([UInt32](repeating: 0x30, count: length), writtenAt: range, of: stretch)
    }
  }

  /// Adds the known words that a longer one is made of.
  mutating func append(parts ends: [Int], of range: Range<Int>, of stretch: Stretch) {
    var start = range.lowerBound
    for end in ends {
      append(word: start..<(range.lowerBound + end), of: stretch)
      start = range.lowerBound + end
    }
  }
}
