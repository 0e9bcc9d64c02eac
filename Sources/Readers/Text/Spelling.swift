/// Undoes the ways of writing a word so that a machine does not see it.
///
/// Digits and signs for letters, stars in words and repeated letters are undone only where a word
/// of the lexicon comes out: `ps5` and `4k` stay what they are.
enum Spelling {
  /// Reads a word that mixes Latin letters with look-alikes of other scripts as Latin, and one of
  /// look-alikes alone where that gives a word of the lexicon; nil elsewhere.
  static func unmixed(_ letters: ArraySlice<UInt32>, lexicon: Lexicon) -> [UInt32]? {
    guard letters.contains(where: { $0 > 0x7F && lookalikes[$0] != nil }) else { return nil }
    let latin = letters.map { lookalikes[$0] ?? $0 }
    if letters.contains(where: { $0 &- 0x61 < 26 }) { return latin }
    guard latin.count > 3, latin.allSatisfy({ $0 < 0x80 }), lexicon.knows(Words.hash(latin)) else {
      return nil
    }
    return latin
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

  /// A run of letters and digits with the digits as the letters they stand for; nil where it does
  /// not hold both.
  static func lettersForDigits(_ letters: ArraySlice<UInt32>) -> [UInt32]? {
    guard letters.contains(where: { $0 &- 0x61 < 26 }), letters.contains(where: isSign) else {
      return nil
    }
    return letters.map { letter(for: $0, oneAs: 0x69) }
  }

  /// Whether a scalar can stand for a letter.
  static func isSign(_ scalar: UInt32) -> Bool {
    scalar &- 0x61 >= 26 && letter(for: scalar, oneAs: 0) != scalar || scalar == 0x2A
  }

  /// The word with its stars left out, or, where they are at most two, filled by vowels.
  private static func filled(_ letters: [UInt32], lexicon: Lexicon) -> [UInt32]? {
    guard let star = letters.firstIndex(of: 0x2A) else {
      return lexicon.knows(Words.hash(letters)) ? letters : nil
    }
    let without = letters.filter { $0 != 0x2A }
    if lexicon.knows(Words.hash(without)) { return without }
    guard letters.count - without.count <= 2 else { return nil }
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

  /// A word with letters written too often, written as often as the lexicon has it: runs of three
  /// or more once or twice, and, where several letters come twice in an unknown word, those as
  /// well; nil where no letter is repeated so.
  static func withoutRepeats(_ letters: ArraySlice<UInt32>, lexicon: Lexicon) -> [UInt32]? {
    guard isRepetitive(letters) else { return nil }
    var runs: [(letter: UInt32, count: Int)] = []
    for letter in letters {
      if runs.last?.letter == letter {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((letter, 1))
      }
    }
    let isLong = runs.contains { $0.count > 2 }
    let repeated = runs.indices.filter { runs[$0].count > 1 }
    guard isLong || repeated.count > 1 && !lexicon.knows(Words.hash(letters)) else { return nil }
    if runs.count <= 24, repeated.count <= 5 {
      // Twice is tried before once, the last runs first.
      for choice in 0..<(1 << repeated.count) {
        var counts = [Int](repeating: 1, count: runs.count)
        for (bit, run) in repeated.enumerated() where choice >> bit & 1 == 0 { counts[run] = 2 }
        let word = zip(runs, counts).flatMap { repeatElement($0.letter, count: $1) }
        if lexicon.knows(Words.hash(word)) { return word }
      }
    }
    guard isLong else { return nil }
    let most = runs.count > 24 ? 1 : 2
    return runs.flatMap { repeatElement($0.letter, count: $0.count > 2 ? most : $0.count) }
  }

  /// An unknown word whose letters give a known one when two neighbours change places; nil where
  /// none does.
  static func unswapped(_ letters: ArraySlice<UInt32>, lexicon: Lexicon) -> [UInt32]? {
    guard (6...20).contains(letters.count) else { return nil }
    for place in (letters.startIndex + 1)..<(letters.endIndex - 1)
    where letters[place] != letters[place + 1] {
      var hash = LetterHash(kind: Words.wordKind)
      for at in letters.indices {
        hash.append(letters[at == place ? place + 1 : at == place + 1 ? place : at])
      }
      guard lexicon.knows(hash.value) else { continue }
      var word = Array(letters)
      word.swapAt(place - letters.startIndex, place + 1 - letters.startIndex)
      return word
    }
    return nil
  }

  /// Whether a letter comes three times in a row, or several come twice.
  private static func isRepetitive(_ letters: ArraySlice<UInt32>) -> Bool {
    var previous: UInt32 = 0
    var (run, doubles) = (1, 0)
    for letter in letters {
      if letter == previous {
        run += 1
        doubles += 1
        if run > 2 || doubles > 1 { return true }
      } else {
        run = 1
        previous = letter
      }
    }
    return false
  }

  /// Letters that marks divide, such as `co.ke`, where they give a known word and the parts do not.
  static func undivided(_ letters: ArraySlice<UInt32>, lexicon: Lexicon) -> [UInt32]? {
    guard (5...24).contains(letters.count) else { return nil }
    var marks = 0
    for letter in letters where letter &- 0x61 >= 26 {
      guard dividers.contains(letter) else { return nil }
      marks += 1
    }
    guard marks > 0, letters.count - marks > 3 else { return nil }
    let word = letters.filter { $0 &- 0x61 < 26 }
    guard lexicon.knows(Words.hash(word)) else { return nil }
    let parts = letters.split { $0 &- 0x61 >= 26 }
    return parts.count > 1 && !parts.allSatisfy { lexicon.knows(Words.hash($0)) } ? word : nil
  }

  /// . - _ * ~ · , / | •
  private static let dividers: Set<UInt32> = [
    0x2E, 0x2D, 0x5F, 0x2A, 0x7E, 0xB7, 0x2C, 0x2F, 0x7C, 0x2022,
  ]
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
    guard
      let plain = Spelling.undisguised(letters[range], lexicon: lexicon)
        ?? Spelling.undivided(letters[range], lexicon: lexicon)
    else { return false }
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
