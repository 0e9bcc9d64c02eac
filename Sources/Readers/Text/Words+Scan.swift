extension Words {
  /// Reads a stretch chunk by chunk: what stands between blanks.
  mutating func scan(_ stretch: Stretch, lexicon: Lexicon) {
    var at = stretch.letters.lowerBound
    let end = stretch.letters.upperBound
    while at < end {
      let chunk = letters.withUnsafeBufferPointer { Chunk(in: $0, from: at, to: end) }
      at = chunk.end
      guard chunk.start < chunk.end else { continue }
      if chunk.isWord {
        add(chunk, of: stretch, lexicon: lexicon)
      } else {
        append(chunk: chunk.start..<chunk.end, of: stretch, lexicon: lexicon)
      }
    }
  }

  /// Adds a chunk that is a plain word with at most plain marks behind it.
  @inline(__always)
  private mutating func add(_ chunk: Chunk, of stretch: Stretch, lexicon: Lexicon) {
    let word = chunk.start..<chunk.wordEnd
    if chunk.hasRepeats || word.count > 5 && !lexicon.knows(chunk.hash) {
      append(plain: word, of: stretch, lexicon: lexicon)
    } else {
      add(word, hash: chunk.hash, writtenAt: word, of: stretch)
    }
  }
}

/// What stands between two blanks, and whether it is just a word of the letters a to z.
///
/// Nearly all of ordinary text is, and needs no closer look.
struct Chunk {
  var start: Int
  var end: Int
  /// The end of the Latin letters that it begins with.
  var wordEnd: Int
  /// Their hash.
  var hash: UInt64
  /// Whether it is letters and then nothing, or plain marks that end a word.
  var isWord: Bool
  /// Whether a letter comes three times in a row, or several come twice.
  var hasRepeats = false

  /// Finds the next chunk from a place on; an empty one at the end of the text.
  @inline(__always)
  init(in letters: UnsafeBufferPointer<UInt32>, from first: Int, to last: Int) {
    var at = first
    while at < last, letters[at] == 0x20 { at &+= 1 }
    start = at
    var running = LetterHash(kind: Words.wordKind)
    var before: UInt32 = 0
    var (run, doubles) = (1, 0)
    while at < last {
      let letter = letters[at]
      guard letter &- 0x61 < 26 else { break }
      running.append(letter)
      if letter == before {
        run &+= 1
        doubles &+= 1
        if run > 2 || doubles > 1 { hasRepeats = true }
      } else {
        run = 1
      }
      before = letter
      at &+= 1
    }
    wordEnd = at
    var plain = at > start
    while at < last, letters[at] != 0x20 {
      plain = plain && Self.endsWord(letters[at])
      at &+= 1
    }
    end = at
    isWord = plain
    hash = plain ? running.value : 0
  }

  /// Full stop, comma, colon, semicolon, question and exclamation mark, hyphen, closing bracket,
  /// quotation mark: behind a word they say nothing and stand for no letter.
  @inline(__always)
  private static func endsWord(_ letter: UInt32) -> Bool {
    letter < 0x40 && (1 as UInt64) << UInt64(letter) & endings != 0
  }

  private static let endings: UInt64 =
    1 << 0x2E | 1 << 0x2C | 1 << 0x3A | 1 << 0x3B | 1 << 0x3F | 1 << 0x21 | 1 << 0x2D | 1 << 0x29
    | 1 << 0x22
}
