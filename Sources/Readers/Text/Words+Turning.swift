extension Words {
  /// Reads words that were written from right to left, such as `ekoc gnilles`, the right way.
  ///
  /// Only where the words of a text from a place on hold several unknown ones of which most give
  /// known words when turned around: a single one is more likely a name.
  mutating func turnAround(from first: Int, lexicon: Lexicon) {
    var (unknown, turned) = (0, 0)
    letters.withUnsafeBufferPointer { letters in
      for word in words[first...] where word.count > 2 && !lexicon.knows(word.hash) {
        unknown += 1
        turned += lexicon.knows(Self.turnedHash(of: word, in: letters)) ? 1 : 0
      }
    }
    guard turned > 1, turned * 2 > unknown else { return }
    for index in first..<words.count {
      let word = words[index]
      guard word.count > 2, !lexicon.knows(word.hash) else { continue }
      let hash = letters.withUnsafeBufferPointer { Self.turnedHash(of: word, in: $0) }
      guard lexicon.knows(hash) else { continue }
      words[index].start = UInt32(letters.count)
      for at in (Int(word.start)..<Int(word.end)).reversed() { letters.append(letters[at]) }
      words[index].end = UInt32(letters.count)
      words[index].hash = hash
    }
  }

  @inline(__always)
  private static func turnedHash(
    of word: Word, in letters: UnsafeBufferPointer<UInt32>
  ) -> UInt64 {
    var hash = LetterHash(kind: wordKind)
    var at = Int(word.end)
    while at > Int(word.start) {
      at -= 1
      hash.append(letters[at])
    }
    return hash.value
  }
}
