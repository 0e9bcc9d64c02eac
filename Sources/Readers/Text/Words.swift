import Catalogue

/// The words of an upload in reading order, with the way back to where each was written.
struct Words {
  /// The folded letters of all words, one after another.
  var letters: [UInt32] = []
  /// The words.
  var words: [Word] = []
  /// For each field in the order of `Field.allCases`, the words that it holds.
  var fields: [Range<Int>] = []

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

    /// The number of letters.
    var count: Int { Int(end - start) }
  }

  /// Reads the five fields of an upload.
  init(_ upload: Upload, lexicon: Lexicon) {
    for field in Field.allCases {
      let start = words.count
      if field == .hashtags {
        append(tags: upload.hashtags, lexicon: lexicon)
      } else {
        append(upload.text(of: field), lexicon: lexicon)
      }
      fields.append(start..<words.count)
    }
  }

  /// Reads one text as if it were a caption.
  init(_ text: String, lexicon: Lexicon) {
    append(text, lexicon: lexicon)
    fields = [0..<words.count] + Array(repeating: words.count..<words.count, count: 4)
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
  private mutating func append(_ text: String, lexicon: Lexicon) {
    guard !text.isEmpty else { return }
    let first = words.count
    let folded = FoldedText(text)
    let count = folded.scalars.count
    var at = 0
    while at < count {
      if folded.scalars[at] == 0x20 {
        at += 1
        continue
      }
      var end = at + 1
      while end < count, folded.scalars[end] != 0x20 { end += 1 }
      append(chunk: at..<end, of: folded, lexicon: lexicon)
      at = end
    }
    joinSpacedLetters(from: first, lexicon: lexicon)
  }

  /// Reads hashtags, which stand in the field joined by blanks.
  private mutating func append(tags: [String], lexicon: Lexicon) {
    var before: UInt32 = 0
    for tag in tags {
      let left = FoldedText.limit - Int(before)
      guard left > 0 else { return }
      let first = words.count
      let folded = FoldedText(tag)
      appendTag(0..<folded.scalars.count, of: folded, lexicon: lexicon)
      for word in first..<words.count {
        words[word].from += before
        words[word].to += before
      }
      before += UInt32(clamping: tag.unicodeScalars.prefix(left).count) + 1
    }
  }

  /// Adds the letters of a stretch of folded text as one word.
  mutating func append(word range: Range<Int>, of folded: FoldedText) {
    let start = UInt32(letters.count)
    var hash = LetterHash(kind: Words.wordKind)
    for at in range where folded.scalars[at] != 0x27 {
      letters.append(folded.scalars[at])
      hash.append(folded.scalars[at])
    }
    guard letters.count > Int(start) else { return }
    words.append(
      Word(
        start: start, end: UInt32(letters.count), from: folded.origins[range.lowerBound],
        to: folded.origins[range.upperBound - 1] + 1, hash: hash.value))
  }

  /// Adds a word whose letters are not those that were written.
  mutating func append(_ spelling: [UInt32], writtenAt range: Range<Int>, of folded: FoldedText) {
    let start = UInt32(letters.count)
    letters.append(contentsOf: spelling)
    words.append(
      Word(
        start: start, end: UInt32(letters.count), from: folded.origins[range.lowerBound],
        to: folded.origins[range.upperBound - 1] + 1, hash: Words.hash(spelling)))
  }

  /// The hash of a word's letters.
  static func hash(_ letters: some Sequence<UInt32>) -> UInt64 {
    var hash = LetterHash(kind: wordKind)
    for letter in letters { hash.append(letter) }
    return hash.value
  }

  static let wordKind: UInt64 = 1
}
