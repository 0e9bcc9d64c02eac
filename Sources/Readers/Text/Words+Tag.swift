extension Words {
  /// Reads a hashtag, or several without a blank between; each is split into known words.
  mutating func appendTag(_ range: Range<Int>, of folded: FoldedText, lexicon: Lexicon) {
    var at = range.lowerBound
    while at < range.upperBound {
      let end = piecesEnd(after: at, in: range, of: folded.scalars)
      if end == at {
        at += 1
        continue
      }
      append(tagPiece: at..<end, of: folded, lexicon: lexicon)
      at = end
    }
  }

  private mutating func append(
    tagPiece range: Range<Int>, of folded: FoldedText, lexicon: Lexicon
  ) {
    let letters = folded.scalars[range]
    if letters.count > 3, !lexicon.knows(Words.hash(letters)),
      let ends = WordSplit(lexicon: lexicon).ends(in: letters)
    {
      append(parts: ends, of: range, of: folded)
    } else if let plain = Spelling.undisguised(letters, lexicon: lexicon) {
      append(plain, writtenAt: range, of: folded)
    } else {
      append(word: range, of: folded)
    }
  }
}
