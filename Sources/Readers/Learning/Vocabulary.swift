/// The features that a model learns weights for, with the value of each in a text.
struct Vocabulary {
  /// The features in the order in which the examples first have them.
  private(set) var hashes: [UInt64] = []
  /// What each is.
  private(set) var kinds: [Features.Kind] = []
  /// Their values, 1 … 255: how rare they are, times the weight of their kind.
  private(set) var values: [UInt8] = []
  /// For each word among them, its place and the features of its runs of letters.
  private(set) var wordRuns: [(feature: Int32, runs: [Int32])] = []
  /// Words too rare to have weights, by their hashes, and the features of their runs of letters.
  private(set) var rareWords: [(hash: UInt64, runs: [Int32])] = []
  /// For each word of the glossary, the hashes of its forms, its English word's feature, and the
  /// features of its own runs of letters.
  private(set) var translations: [(forms: [UInt64], feature: Int32, runs: [Int32])] = []
  private var positions = HashIndex()
  /// What words do or are about.
  let classes: WordClasses

  /// How often a feature must occur, and how much it counts, by kind: word, pair, run of letters,
  /// class, pair of classes.
  struct Rules {
    var leastTemplates = [2, 2, 3, 3, 3]
    var kindWeights = [1.0, 0.7, 0.35, 1.0, 0.5]
    /// How much rarer than the commonest a class counts at most, in natural logarithms.
    var rarestClass = 4.0
    /// What a word without weights counts, as a share of the rarest word's value.
    var unknown = 0.45
    /// In what share of the templates a run of letters may be at most: commoner ones say nothing.
    var mostCommonRun = 0.05
    /// Whether rare words are kept as well, so that reading them is one look-up.
    var keepsRareWords = true
  }

  /// What one unit of idf is in steps of a value.
  private static let step = 16.0

  /// Counts the features of texts, once a template, and keeps those common enough.
  init(
    templates: [Int], rules: Rules, lexicon: Lexicon, glossary: Glossary = .empty,
    classes: WordClasses = .none, words: (Int) -> Words
  ) {
    self.classes = classes
    var counter = FeatureCounter()
    var spellings: [(place: Int, text: Words)] = []
    var unspelt: Set<Int> = []
    for (text, template) in templates.enumerated() {
      let words = words(text)
      for field in words.fields {
        Features.each(in: words, of: field) { hash, kind, index in
          let (place, isNew) = counter.count(hash, kind, template: Int32(template))
          guard kind == .word, isNew || unspelt.contains(place) else { return }
          // A word of the glossary has the hash of its English one, but not its letters.
          if words.isSpelt(index) {
            spellings.append((place, words.only(index)))
            unspelt.remove(place)
          } else {
            unspelt.insert(place)
          }
        }
      }
      Self.eachSign(of: words, classes) { sign, kind in
        _ = counter.count(ClassSigns.hash(of: sign), kind, template: Int32(template))
      }
    }
    let total = Double(Set(templates).count)
    let rarest = (1 + Logarithm.natural((total + 1) / 2)) * rules.kindWeights[0] * Self.step
    unknownSquared = Int((min(255, rarest) * rules.unknown) * (min(255, rarest) * rules.unknown))
    let mostCommon = max(20, total * rules.mostCommonRun)
    for place in counter.hashes.indices {
      let kind = counter.kinds[place]
      let found = counter.counts[place]
      guard found >= rules.leastTemplates[Int(kind.rawValue)],
        kind != .letters || Double(found) <= mostCommon
      else { continue }
      let rarity = Logarithm.natural((total + 1) / (Double(found) + 1))
      let isSign = kind == .wordClass || kind == .classPair
      let idf = 1 + (isSign ? min(rarity, rules.rarestClass) : rarity)
      let value = idf * rules.kindWeights[Int(kind.rawValue)] * Self.step
      _ = positions.place(of: counter.hashes[place], orAdd: Int32(hashes.count))
      hashes.append(counter.hashes[place])
      kinds.append(kind)
      values.append(UInt8(min(255, max(1, value.rounded()))))
    }
    for spelling in spellings {
      let word = spelling.text.words[0]
      let runs = runs(in: spelling.text)
      if let feature = positions.place(of: word.hash) {
        wordRuns.append((feature, runs))
      } else if rules.keepsRareWords, lexicon.knows(word.hash) {
        rareWords.append((word.hash, runs))
      }
    }
    for entry in glossary.entries {
      guard let feature = positions.place(of: entry.english) else { continue }
      translations.append((entry.forms, feature, runs(in: Words(spelled: entry.spelling))))
    }
  }

  /// The features of the runs of letters in a text of one word.
  private func runs(in text: Words) -> [Int32] {
    var runs: [Int32] = []
    Features.eachRun(of: text.words[0], in: text) { run in
      if let place = positions.place(of: run) { runs.append(place) }
    }
    return runs
  }

  /// Calls `body` with the classes in a text, and the pairs of them.
  private static func eachSign(
    of words: Words, _ classes: WordClasses, _ body: (Int, Features.Kind) -> Void
  ) {
    guard !classes.isEmpty else { return }
    var signs = ClassSigns(classes)
    for field in words.fields {
      signs.startField()
      for index in field {
        signs.read(index, of: words, in: field) { sign, _ in
          body(sign, sign < classes.names.count ? .wordClass : .classPair)
        }
      }
    }
  }

  /// Where each of `ClassSigns` stands among the features; nil for those without weights.
  func position(ofSign sign: Int) -> Int32? { positions.place(of: ClassSigns.hash(of: sign)) }

  /// What a word without weights adds to a text's squared length.
  let unknownSquared: Int

  /// A text as the features' positions with their shares of the text's length.
  func row(of words: Words) -> (positions: [Int32], values: [Float]) {
    // As `Passage` counts: one word that says nothing in every text.
    var squared = unknownSquared
    var found: [Int32] = []
    for field in words.fields {
      Features.each(in: words, of: field) { hash, kind, _ in
        guard let position = positions.place(of: hash) else {
          if kind == .word { squared += unknownSquared }
          return
        }
        let value = Int(values[Int(position)])
        squared += value * value
        found.append(position)
      }
    }
    Self.eachSign(of: words, classes) { sign, _ in
      guard let position = self.position(ofSign: sign) else { return }
      let value = Int(values[Int(position)])
      squared += value * value
      found.append(position)
    }
    guard !found.isEmpty else { return ([], []) }
    found.sort()
    let unit = 1 / Double(squared).squareRoot()
    var row: (positions: [Int32], values: [Float]) = ([], [])
    row.positions.reserveCapacity(found.count)
    row.values.reserveCapacity(found.count)
    for position in found {
      let share = Float(Double(values[Int(position)]) * unit)
      if row.positions.last == position {
        row.values[row.values.count - 1] += share
      } else {
        row.positions.append(position)
        row.values.append(share)
      }
    }
    return row
  }
}

extension Words {
  /// One of the words by itself.
  fileprivate func only(_ index: Int) -> Words {
    let word = words[index]
    return Words(spelled: Array(letters[Int(word.start)..<Int(word.end)]))
  }

  /// One word.
  fileprivate init(spelled letters: [UInt32]) {
    self.init("", lexicon: .empty)
    self.letters = letters
    words = [
      Word(start: 0, end: UInt32(letters.count), from: 0, to: 0, hash: Words.hash(letters))
    ]
  }

  /// Whether a word's hash is that of its letters.
  fileprivate func isSpelt(_ index: Int) -> Bool {
    words[index].hash == Words.hash(letters[Int(words[index].start)..<Int(words[index].end)])
  }
}
