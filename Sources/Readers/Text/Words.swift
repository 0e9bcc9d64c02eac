import Catalogue

/// The words of an upload in reading order, with the way back to where each was written.
struct Words {
  /// The folded letters of all fields, and those of words that are not spelled as they were
  /// written.
  var letters: [UInt32] = []
  /// The words.
  var words: [Word] = []
  /// For each field in the order of `Field.allCases`, the words that it holds.
  var fields: [Range<Int>] = []
  /// For each field, whether each letter stands where it was written, byte by byte.
  private(set) var arePlain: [Bool] = []
  /// How many words in a row were a single Latin letter, at most, in the text being read.
  var mostSingles = 0
  private var isPlain = false
  var singles = 0

  /// One word.
  struct Word: Equatable {
    /// Its letters in `letters`.
    var start: UInt32
    var end: UInt32
    /// The number of scalars of the field before its first and up to its last.
    var from: UInt32
    var to: UInt32
    /// The hash of its letters, by which lexicon and features know it.
    var hash: UInt64
    /// The hash of the word before it and itself; 0 where no word is before it in the field, or
    /// the two were said together a moment ago.
    var pair: UInt64 = 0
    /// Whether it was said a moment ago.
    var isRepeated = false

    /// The number of letters.
    var count: Int { Int(end - start) }
  }

  /// Reads the five fields of an upload.
  init(_ upload: Upload, lexicon: Lexicon) {
    let size =
      upload.caption.utf8.count + upload.transcript.utf8.count + upload.onScreenText.utf8.count
    letters.reserveCapacity(min(size, 3 * Stretch.limit) + 64)
    words.reserveCapacity(min(size, 3 * Stretch.limit) / 4 + 16)
    fields.reserveCapacity(5)
    for field in Field.inOrder {
      let start = words.count
      isPlain = false
      switch field {
      case .caption: append(upload.caption, lexicon: lexicon)
      case .transcript: append(upload.transcript, lexicon: lexicon)
      case .onScreenText: append(upload.onScreenText, lexicon: lexicon)
      case .hashtags: append(tags: upload.hashtags, lexicon: lexicon)
      case .sound: append(upload.sound, lexicon: lexicon)
      }
      relate(from: start)
      fields.append(start..<words.count)
      arePlain.append(isPlain)
    }
  }

  /// Reads one text as if it were a caption.
  ///
  /// - Parameter asBytes: whether plain ASCII may be folded byte by byte.
  init(_ text: String, lexicon: Lexicon, asBytes: Bool = true) {
    let size = min(text.utf8.count, Stretch.limit)
    letters.reserveCapacity(size + 16)
    words.reserveCapacity(size / 4 + 8)
    append(text, lexicon: lexicon, asBytes: asBytes)
    relate(from: 0)
    arePlain = [isPlain, false, false, false, false]
    fields = [
      0..<words.count, words.count..<words.count, words.count..<words.count,
      words.count..<words.count, words.count..<words.count,
    ]
  }

  /// The letters of a word, for people.
  func text(of word: Word) -> String {
    var text = String.UnicodeScalarView()
    for letter in letters[Int(word.start)..<Int(word.end)] {
      text.append(Unicode.Scalar(letter) ?? "\u{FFFD}")
    }
    return String(text)
  }

  /// Reads a running text.
  private mutating func append(_ text: String, lexicon: Lexicon, asBytes: Bool = true) {
    guard !text.isEmpty else { return }
    let first = words.count
    let stretch = fold(text, asBytes: asBytes)
    isPlain = stretch.origins.isEmpty
    (singles, mostSingles) = (0, 0)
    scan(stretch, lexicon: lexicon)
    if mostSingles >= 3 { joinSpacedLetters(from: first, lexicon: lexicon) }
    turnAround(from: first, lexicon: lexicon)
  }

  /// Reads hashtags, which stand in the field joined by blanks.
  private mutating func append(tags: [String], lexicon: Lexicon) {
    var before: UInt32 = 0
    for tag in tags {
      let left = Stretch.limit - Int(before)
      guard left > 0 else { return }
      var stretch = fold(tag, limit: left)
      stretch.before = before
      appendTag(stretch.letters, of: stretch, lexicon: lexicon)
      before += UInt32(clamping: tag.unicodeScalars.prefix(left).count) + 1
    }
  }

  /// Adds the letters of a stretch as one word; apostrophes are left out.
  mutating func append(word range: Range<Int>, of stretch: Stretch) {
    var hash = LetterHash(kind: Words.wordKind)
    var apostrophes = 0
    for at in range {
      if letters[at] == 0x27 { apostrophes += 1 } else { hash.append(letters[at]) }
    }
    if apostrophes == 0 {
      add(range, hash: hash.value, writtenAt: range, of: stretch)
    } else if apostrophes < range.count {
      let start = letters.count
      for at in range where letters[at] != 0x27 { letters.append(letters[at]) }
      add(start..<letters.count, hash: hash.value, writtenAt: range, of: stretch)
    }
  }

  /// Adds a word whose letters are not those that were written.
  mutating func append(_ spelling: [UInt32], writtenAt range: Range<Int>, of stretch: Stretch) {
    let start = letters.count
    letters.append(contentsOf: spelling)
    add(
      start..<letters.count, hash: Words.hash(spelling), writtenAt: range, of: stretch)
  }

  /// Adds a word with letters that stand somewhere in `letters`.
  @inline(__always)
  mutating func add(
    _ spelling: Range<Int>, hash: UInt64, writtenAt range: Range<Int>, of stretch: Stretch
  ) {
    let written = stretch.written(range)
    words.append(
      Word(
        start: UInt32(truncatingIfNeeded: spelling.lowerBound),
        end: UInt32(truncatingIfNeeded: spelling.upperBound), from: written.from, to: written.to,
        hash: hash))
    if spelling.count == 1, letters[spelling.lowerBound] &- 0x61 < 26 {
      singles += 1
      mostSingles = max(mostSingles, singles)
    } else {
      singles = 0
    }
  }

  /// The hash of a word's letters.
  static func hash(_ letters: some Sequence<UInt32>) -> UInt64 {
    var hash = LetterHash(kind: wordKind)
    for letter in letters { hash.append(letter) }
    return hash.value
  }

  static let wordKind: UInt64 = 1
}

extension Field {
  /// The position among `Field.allCases`.
  var place: Int {
    switch self {
    case .caption: 0
    case .transcript: 1
    case .onScreenText: 2
    case .hashtags: 3
    case .sound: 4
    }
  }

  /// `Field.allCases`, made once.
  static let inOrder: [Field] = allCases
}
