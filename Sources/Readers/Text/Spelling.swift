/// Undoes the ways of writing a word so that a machine does not see it.
///
/// Digits and signs for letters, stars in words and repeated letters are undone only where a word
/// of the lexicon comes out: `ps5` and `4k` stay what they are.
enum Spelling {
  /// Reads a word that mixes Latin letters with look-alikes of other scripts as Latin; nil where
  /// it does not mix them.
  static func unmixed(_ letters: ArraySlice<UInt32>) -> [UInt32]? {
    guard letters.contains(where: { $0 &- 0x61 < 26 }),
      letters.contains(where: { lookalikes[$0] != nil })
    else { return nil }
    return letters.map { lookalikes[$0] ?? $0 }
  }

  /// Reads digits, signs and stars in a word as the letters they stand for; nil where that gives
  /// no word of the lexicon.
  static func undisguised(_ letters: ArraySlice<UInt32>, lexicon: Lexicon) -> [UInt32]? {
    guard (3...24).contains(letters.count),
      letters.contains(where: { $0 &- 0x61 < 26 }), letters.contains(where: isSign)
    else { return nil }
    for oneAs: UInt32 in [0x69, 0x6C] {
      let plain = letters.map { letter(for: $0, oneAs: oneAs) }
      if let word = filled(plain, lexicon: lexicon) { return word }
    }
    return nil
  }

  /// Whether a scalar can stand for a letter.
  static func isSign(_ scalar: UInt32) -> Bool {
    scalar &- 0x61 >= 26 && letter(for: scalar, oneAs: 0) != scalar || scalar == 0x2A
  }

  /// The word with its stars, at most two, filled by vowels.
  private static func filled(_ letters: [UInt32], lexicon: Lexicon) -> [UInt32]? {
    guard let star = letters.firstIndex(of: 0x2A) else {
      return lexicon.knows(Words.hash(letters)) ? letters : nil
    }
    guard letters.filter({ $0 == 0x2A }).count <= 2 else { return nil }
    for vowel in vowels {
      var word = letters
      word[star] = vowel
      if let word = filled(word, lexicon: lexicon) { return word }
    }
    return nil
  }

  private static func letter(for scalar: UInt32, oneAs: UInt32) -> UInt32 {
    switch scalar {
    case 0x30: 0x6F  // 0 o
    case 0x31, 0x21, 0x7C: oneAs == 0 ? 0x69 : oneAs  // 1 ! | as i or l
    case 0x33, 0x20AC: 0x65  // 3 € e
    case 0x34, 0x40: 0x61  // 4 @ a
    case 0x35, 0x24: 0x73  // 5 $ s
    case 0x37, 0x2B: 0x74  // 7 + t
    case 0x38: 0x62  // 8 b
    case 0x39: 0x67  // 9 g
    default: scalar
    }
  }

  private static let vowels = "aeiou".unicodeScalars.map(\.value)

  /// Cyrillic and Greek letters that look like Latin ones.
  private static let lookalikes: [UInt32: UInt32] = {
    let rows =
      "аa вb сc ԁd еe һh нh іi јj кk мm пn оo рp ԛq гr ѕs тt уy үy ѵv ԝw хx "
      + "αa βb εe ηn ιi κk νv οo ρp σo τt υu χx ωw γy ցg հh օo ոn սu"
    var table: [UInt32: UInt32] = [:]
    for row in rows.split(separator: " ") {
      let pair = row.unicodeScalars.map(\.value)
      if pair.count == 2 { table[pair[0]] = pair[1] }
    }
    return table
  }()

  /// A word with letters written three times or more, written as often as the lexicon has it; nil
  /// where no letter is repeated so.
  static func withoutRepeats(_ letters: ArraySlice<UInt32>, lexicon: Lexicon) -> [UInt32]? {
    var run = 0
    var previous: UInt32 = 0
    var repeats = false
    for letter in letters {
      run = letter == previous ? run + 1 : 1
      previous = letter
      if run == 3 {
        repeats = true
        break
      }
    }
    guard repeats else { return nil }
    let twice = shortened(letters, to: 2)
    if lexicon.knows(Words.hash(twice)) { return twice }
    let once = shortened(letters, to: 1)
    return lexicon.knows(Words.hash(once)) || twice.count > 24 ? once : twice
  }

  /// Runs of three or more cut to a length.
  private static func shortened(_ letters: ArraySlice<UInt32>, to length: Int) -> [UInt32] {
    var result: [UInt32] = []
    var at = letters.startIndex
    while at < letters.endIndex {
      var end = at
      while end < letters.endIndex, letters[end] == letters[at] { end += 1 }
      let count = end - at
      result.append(contentsOf: repeatElement(letters[at], count: count >= 3 ? length : count))
      at = end
    }
    return result
  }
}

extension Words {
  /// Adds a chunk whose signs stand for letters, such as `$ale`; false where it is none.
  mutating func appendUndisguised(
    _ chunk: Range<Int>, of stretch: Stretch, lexicon: Lexicon
  ) -> Bool {
    var range = chunk
    while let last = range.last, isTrailing(letters[last]) { range = range.lowerBound..<last }
    while let first = range.first, isLeading(letters[first]) {
      range = (first + 1)..<range.upperBound
    }
    guard let plain = Spelling.undisguised(letters[range], lexicon: lexicon) else { return false }
    append(plain, writtenAt: range, of: stretch)
    return true
  }

  private func isTrailing(_ scalar: UInt32) -> Bool {
    ScalarKind(scalar) == .mark && scalar != 0x24 && scalar != 0x20AC && scalar != 0x40
  }

  private func isLeading(_ scalar: UInt32) -> Bool {
    ScalarKind(scalar) == .mark && !Spelling.isSign(scalar)
  }
}
