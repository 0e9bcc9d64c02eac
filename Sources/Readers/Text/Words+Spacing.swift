extension Words {
  /// Joins single letters standing in a row, such as `f o r s a l e` or `d.m`, into the known
  /// words that they spell.
  mutating func joinSpacedLetters(from first: Int, lexicon: Lexicon) {
    var at = first
    while at < words.count {
      var end = at
      while end < words.count, isSingle(words[end]), end - at < WordSplit.longest { end += 1 }
      at = (end - at >= 3 ? join(at..<end, lexicon: lexicon) : end) + 1
    }
  }

  private func isSingle(_ word: Word) -> Bool {
    word.count == 1 && letters[Int(word.start)] &- 0x61 < 26
  }

  /// Puts known words in the place of single letters; gives where they end, which may be earlier.
  private mutating func join(_ range: Range<Int>, lexicon: Lexicon) -> Int {
    let run = words[range].map { letters[Int($0.start)] }
    let whole = Words.hash(run)
    guard
      let ends = lexicon.knows(whole) ? [run.count] : WordSplit(lexicon: lexicon).ends(in: run[...])
    else { return range.upperBound }
    var joined: [Word] = []
    var start = 0
    for end in ends {
      let spelling = run[start..<end]
      let place = UInt32(letters.count)
      letters.append(contentsOf: spelling)
      joined.append(
        Word(
          start: place, end: UInt32(letters.count), from: words[range.lowerBound + start].from,
          to: words[range.lowerBound + end - 1].to, hash: Words.hash(spelling)))
      start = end
    }
    words.replaceSubrange(range, with: joined)
    return range.lowerBound + joined.count
  }
}
