/// Finds what the classes of a text's words say: each class where it stands, and which class
/// follows which within a few words, such as something sold behind a word of selling.
struct ClassSigns {
  /// Within how many words two classes are a pair, counted from the end of the first.
  private static let reach = 8
  /// Within how many words what is said again counts once, as for words.
  private static let repeatWindow = 12

  private let classes: WordClasses
  private let rows: [UInt32]
  private var recent: [Phrase] = []
  /// A bit for each sign that was read, and where each was: most are read for the first time.
  private var seen: [UInt64]
  private var sightings: [(sign: Int, word: Int)] = []

  /// A phrase with classes: its last word and what it is.
  private struct Phrase {
    var end: Int
    var members: WordClasses.Members
  }

  /// Nothing read yet.
  ///
  /// - Parameter rows: for each sign the place of its row in weights; those with all bits set are
  ///   not told. Where there are none, all signs are.
  init(_ classes: WordClasses, rows: [UInt32] = []) {
    self.classes = classes
    self.rows = rows
    seen = [UInt64](repeating: 0, count: classes.signCount / 64 + 1)
  }

  /// The hash of a sign, by which it stands among the features of a model.
  static func hash(of sign: Int) -> UInt64 { LetterHash.pair(0x636C_6173, UInt64(sign)) }

  /// Forgets the words so far: those of another field are no neighbours.
  mutating func startField() {
    recent.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with the signs that end in the phrases that begin at a word: the sign, and the
  /// last word of what it follows, or of the phrase itself.
  @inline(__always)
  mutating func read(
    _ index: Int, of words: Words, in range: Range<Int>, _ body: (_ sign: Int, _ other: Int) -> Void
  ) {
    // What was said a moment ago counts once, for words as for what they are.
    guard !words.words[index].isRepeated, classes.mayKnow(words.words[index].hash) else { return }
    var members = classes.members(of: words.words[index].hash)
    guard !members.isEmpty else { return }
    var hash = words.words[index].hash
    var end = index
    let first = recent.count
    while true {
      take(members, from: index, to: end, before: first, body)
      end += 1
      guard members.beginsPhrase, end < range.upperBound, end - index < WordClasses.longest
      else { return }
      hash = LetterHash.pair(hash, words.words[end].hash)
      guard classes.mayKnow(hash) else { return }
      members = classes.members(of: hash)
    }
  }

  /// Takes in a phrase with the classes that it is of.
  @inline(__always)
  private mutating func take(
    _ members: WordClasses.Members, from start: Int, to end: Int, before first: Int,
    _ body: (_ sign: Int, _ other: Int) -> Void
  ) {
    guard members.hasClass else { return }
    let count = classes.names.count
    members.each {
      if tells($0, at: start) { body($0, end) }
    }
    var place = first - 1
    // Phrases that end further back may begin later than shorter ones, but not by more than this.
    while place >= 0 {
      let before = recent[place]
      let distance = start - before.end
      guard distance <= Self.reach + WordClasses.longest else { break }
      place -= 1
      guard distance > 0, distance <= Self.reach else { continue }
      before.members.each { left in
        members.each { right in
          let sign = count * (1 + left) + right
          if tells(sign, at: start) { body(sign, before.end) }
        }
      }
    }
    recent.append(Phrase(end: end, members: members))
  }

  /// Whether a sign has a row and was not read a moment ago.
  @inline(__always)
  private mutating func tells(_ sign: Int, at word: Int) -> Bool {
    guard rows.isEmpty || rows[sign] != .max else { return false }
    let isSeen = seen[sign &>> 6] &>> UInt64(sign & 63) & 1 == 1
    let isNew = !isSeen || !wasJustRead(sign, at: word)
    seen[sign &>> 6] |= 1 &<< UInt64(sign & 63)
    sightings.append((sign, word))
    return isNew
  }

  /// Whether a sign was read within the last few words.
  private func wasJustRead(_ sign: Int, at word: Int) -> Bool {
    var place = sightings.count - 1
    while place >= 0, word - sightings[place].word <= Self.repeatWindow {
      if sightings[place].sign == sign { return true }
      place -= 1
    }
    return false
  }
}

extension WordClasses {
  /// The number of signs that there can be: the classes, then for each its pairs with all.
  var signCount: Int { names.count * (1 + names.count) }
}
