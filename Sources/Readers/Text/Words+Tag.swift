extension Words {
  /// Reads a hashtag, or several without a blank between; each is split into known words.
  mutating func appendTag(_ range: Range<Int>, of stretch: Stretch, lexicon: Lexicon) {
    var at = range.lowerBound
    while at < range.upperBound {
      let end = piecesEnd(after: at, in: range)
      if end == at {
        at += 1
        continue
      }
      append(tagPiece: at..<end, of: stretch, lexicon: lexicon)
      at = end
    }
  }

  private mutating func append(tagPiece range: Range<Int>, of stretch: Stretch, lexicon: Lexicon) {
    if range.count > 3, !lexicon.knows(Words.hash(letters[range])),
      let ends = WordSplit(lexicon: lexicon).ends(in: letters[range])
    {
      append(parts: ends, of: range, of: stretch)
    } else if let plain = Spelling.undisguised(letters[range], lexicon: lexicon) {
      append(plain, writtenAt: range, of: stretch)
    } else if let plain = Spelling.lettersForDigits(letters[range]),
      let ends = WordSplit(lexicon: lexicon).ends(in: plain[...])
    {
      append(plain, parts: ends, of: range, of: stretch)
    } else {
      append(plain: range, of: stretch, lexicon: lexicon)
    }
  }

  /// Adds the known words that a tag is made of once its digits are read as letters.
  private mutating func append(
    _ plain: [UInt32], parts ends: [Int], of range: Range<Int>, of stretch: Stretch
  ) {
    var start = 0
    for end in ends {
      let place = (range.lowerBound + start)..<(range.lowerBound + end)
      append(Array(plain[start..<end]), writtenAt: place, of: stretch)
      start = end
    }
  }
}
