extension Words {
  /// Within how many words a word said again counts once.
  ///
  /// Ten sweets in a row say no more than one, and neither does a list of links to one site. A
  /// passage of review is twice as long, so that some passage holds both.
  private static let repeatWindow = 12

  /// Relates the words of one field, which begin at a place: which follows which, and which were
  /// said a moment ago.
  mutating func relate(from start: Int) {
    words.withUnsafeMutableBufferPointer { list in
      // A bit for each of 128 kinds of hash that were seen: most words are seen for the first time.
      var seen = SIMD2<UInt64>(0, 0)
      var index = start
      while index < list.count {
        let hash = list[index].hash
        let lane = Int(truncatingIfNeeded: hash &>> 6) & 1
        let bit: UInt64 = 1 &<< (hash & 63)
        let last =
          seen[lane] & bit == 0
          ? -1 : Self.lastSight(of: hash, before: index, in: list, from: start)
        seen[lane] |= bit
        list[index].isRepeated = last >= 0
        list[index].pair = 0
        if index > start {
          let previous = list[index - 1].hash
          if last <= start || list[last - 1].hash != previous {
            list[index].pair = LetterHash.pair(previous, hash)
          }
        }
        index += 1
      }
    }
  }

  /// Where a word was last said, no further back than `repeatWindow`; −1 where it was not.
  @inline(__always)
  private static func lastSight(
    of hash: UInt64, before index: Int, in list: UnsafeMutableBufferPointer<Word>, from start: Int
  ) -> Int {
    var at = index - 1
    let end = max(start, index - repeatWindow)
    while at >= end {
      if list[at].hash == hash { return at }
      at -= 1
    }
    return -1
  }
}
