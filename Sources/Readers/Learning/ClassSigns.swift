/// Finds what the classes of a text's words say: each class where it stands, and which class
/// follows which within a few words, such as something sold behind a word of selling.
struct ClassSigns {
  /// Within how many words two classes are a pair, counted from the end of the first.
  private static let reach = 8
  /// Within how many words what is said again counts once, as for words.
  private static let repeatWindow: Int32 = 12

  private let classes: WordClasses
  private var recent: [(end: Int, members: WordClasses.Members)] = []
  private var last: [Int32]

  /// Nothing read yet.
  init(_ classes: WordClasses) {
    self.classes = classes
    last = [Int32](repeating: -Self.repeatWindow - 1, count: classes.signCount)
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
    guard !words.words[index].isRepeated else { return }
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
      members = classes.members(of: hash)
    }
  }

  /// Takes in a phrase with the classes that it is of.
  private mutating func take(
    _ members: WordClasses.Members, from start: Int, to end: Int, before first: Int,
    _ body: (_ sign: Int, _ other: Int) -> Void
  ) {
    let count = classes.names.count
    var known = false
    members.each {
      guard $0 < count else { return }
      known = true
      if isNew($0, at: start) { body($0, end) }
    }
    guard known else { return }
    var place = first - 1
    // Phrases that end further back may begin later than shorter ones, but not by more than this.
    while place >= 0, start - recent[place].end <= Self.reach + WordClasses.longest {
      let before = recent[place]
      place -= 1
      guard before.end < start, start - before.end <= Self.reach else { continue }
      before.members.each { left in
        members.each { right in
          guard left < count, right < count else { return }
          let sign = count * (1 + left) + right
          if isNew(sign, at: start) { body(sign, before.end) }
        }
      }
    }
    recent.append((end, members))
  }

  /// Whether a sign was not read a moment ago.
  @inline(__always)
  private mutating func isNew(_ sign: Int, at word: Int) -> Bool {
    let word = Int32(truncatingIfNeeded: word)
    let isNew = word - last[sign] > Self.repeatWindow
    last[sign] = word
    return isNew
  }
}

extension WordClasses {
  /// The number of signs that there can be: the classes, then for each its pairs with all.
  var signCount: Int { names.count * (1 + names.count) }
}
