/// Words of other languages beside the English word that means the same: `glossary/` of the corpus.
///
/// What English texts teach about a word, those in other languages then need not teach again: a
/// word of the glossary has the weights of its English one, and its own runs of letters.
struct Glossary: Sendable {
  /// One word of another language.
  struct Entry: Sendable {
    /// The hash of the English word.
    var english: UInt64
    /// The letters of the word as it stands in the file.
    var spelling: [UInt32]
    /// The hashes of the word and of its other forms.
    var forms: [UInt64] = []
  }

  /// The words in the order of the files.
  private(set) var entries: [Entry] = []
  private var places: [UInt64: Int] = [:]

  /// A glossary without words.
  static let empty = Glossary()

  private init() {}

  /// Takes the lines of glossaries.
  ///
  /// A word that is English as well, or means several English ones, is left out: its neighbours
  /// have to say what it means. So are forms that would be taken for another word.
  init(_ lines: [GlossaryLine], english: Set<UInt64> = []) {
    let keys = Set(lines.map { Words.hash($0.english) })
    var written: [UInt64: UInt64] = [:]
    var ambiguous: Set<UInt64> = []
    for line in lines {
      let key = Words.hash(line.english)
      for word in line.words {
        let hash = Words.hash(word.spelling)
        if let other = written[hash], other != key { ambiguous.insert(hash) }
        written[hash] = key
      }
    }
    var taken = keys.union(written.keys).union(english)
    for line in lines { taken.formUnion(Inflection.english(line.english).map(Words.hash)) }
    for line in lines {
      let key = Words.hash(line.english)
      for word in line.words {
        let hash = Words.hash(word.spelling)
        if places[hash] != nil { continue }
        var entry = Entry(english: key, spelling: word.spelling)
        if !keys.contains(hash), !english.contains(hash), !ambiguous.contains(hash) {
          entry.forms.append(hash)
        }
        for form in word.forms.map(Words.hash) where taken.insert(form).inserted {
          entry.forms.append(form)
        }
        for form in entry.forms { places[form] = entries.count }
        if !entry.forms.isEmpty { entries.append(entry) }
      }
    }
  }

  /// The word that a form belongs to; nil for a word that the glossary does not have.
  @inline(__always)
  func entry(of hash: UInt64) -> Entry? { places[hash].map { entries[$0] } }
}

extension Words {
  /// The words with those of a glossary known by their English ones; neighbours stay as they are.
  func translated(by glossary: Glossary) -> Words {
    guard !glossary.entries.isEmpty else { return self }
    var translated = self
    for index in words.indices {
      guard let entry = glossary.entry(of: words[index].hash) else { continue }
      translated.words[index].hash = entry.english
      translated.words[index].start = UInt32(translated.letters.count)
      translated.letters += entry.spelling
      translated.words[index].end = UInt32(translated.letters.count)
    }
    return translated
  }
}
