/// Trains the two models; the same texts and seed give the same bytes.
public enum Training {
  /// Trains one model from a corpus folder, from files of one's own, or from both.
  ///
  /// A model of topics that learns from files alone tells apart the labels that they use, whatever
  /// those are; beside a corpus, it learns from the rows whose label is a leaf of the topic tree,
  /// or is said to be one in the corpus's `shared/labels.txt`. It takes up to three minutes on one
  /// core for 180,000 texts.
  ///
  /// - Parameters:
  ///   - corpusDirectory: the folder with `topics`, `policies` and `shared`; nil for none.
  ///   - data: paths of files as `LabelledTexts` reads them; for the model of topics only.
  ///   - heldOut: what the evaluation's texts have in common that no model that judges them saw.
  public static func train(
    _ kind: ModelKind, corpusDirectory: String?, data: [String] = [], seed: UInt64 = 1,
    holdingOut heldOut: HeldOut = .templates
  ) throws(CorpusError) -> TrainingResult {
    if kind == .review, let first = data.first {
      throw .line(
        file: first, number: 1, message: "the model of review learns from a corpus alone")
    }
    var files: [(path: String, texts: LabelledTexts)] = []
    for path in data { files.append((path, try LabelledTexts(path: path))) }
    guard let corpusDirectory else { return try fromData(files, seed: seed) }
    let corpus = try CorpusFolder(corpusDirectory)
    let topics = try Examples.topics(corpus, seed: seed)
    let review = Examples.review(corpus, seed: seed)
    let lexicon = Lexicon(of: topics, review, with: corpus.glossary)
    guard !files.isEmpty else {
      return Course(
        recipe: Recipe(kind), examples: kind == .topics ? topics : review, lexicon: lexicon,
        glossary: kind == .topics ? Glossary(corpus.glossary) : .empty, seed: seed,
        labels: kind.labels, holdsOut: heldOut,
        classes: kind == .review ? WordClasses(corpus.classes, lexicon: lexicon) : .none
      ).result()
    }
    var examples = topics
    let recipe = Recipe(data: files.reduce(0) { $0 + $1.texts.rows.count }, withCorpus: true)
    for file in files {
      examples.add(
        file.texts.relabelled(corpus.labels), from: file.path, labels: kind.labels,
        weight: recipe.dataWeight)
    }
    return Course(
      recipe: recipe, examples: examples, lexicon: lexicon,
      glossary: Glossary(corpus.glossary, english: examples.usualDataWords()), seed: seed,
      labels: kind.labels
    ).result()
  }

  /// Learns the labels of files alone, in alphabetical order.
  private static func fromData(
    _ files: [(path: String, texts: LabelledTexts)], seed: UInt64
  ) throws(CorpusError) -> TrainingResult {
    let labels = Set(files.flatMap { $0.texts.rows.map(\.label) }).sorted()
    guard let first = files.first, labels.count > 1 else {
      throw .empty(path: files.first?.path ?? "")
    }
    if labels.count > Weights.mostLabels {
      throw .line(
        file: first.path, number: 1,
        message: "\(labels.count) labels; a model can tell \(Weights.mostLabels) apart")
    }
    var examples = Examples()
    for file in files {
      examples.add(file.texts, from: file.path, labels: labels, weight: 1)
    }
    let recipe = Recipe(data: examples.list.count, withCorpus: false)
    return Course(
      recipe: recipe, examples: examples, lexicon: Lexicon(of: examples), seed: seed, labels: labels
    ).result()
  }
}

extension Lexicon {
  /// The words of all examples, with the number of templates that use each; both models undo
  /// spelling to the same words.
  ///
  /// A tag that is made of words known from elsewhere is no word, or it would not be split.
  fileprivate init(of sets: Examples..., with glossary: [GlossaryLine] = []) {
    var words = WordCount()
    var tags = WordCount()
    var spellings: [[UInt32]] = []
    for (set, examples) in sets.enumerated() {
      // Disguised words are no words.
      for example in examples.list where !example.isMixture && !example.isDisguised {
        let template = example.template * sets.count + set
        let text = Words(example.text, lexicon: .empty)
        for word in text.words where word.count > 1 {
          let isTag = word.start > 0 && text.letters[Int(word.start) - 1] == 0x23
          guard isTag else {
            _ = words.count(word.hash, template: template)
            continue
          }
          if tags.count(word.hash, template: template) {
            spellings.append(Array(text.letters[Int(word.start)..<Int(word.end)]))
          }
        }
      }
    }
    let split = WordSplit(lexicon: Lexicon(words: words.list))
    for (tag, spelling) in zip(tags.list, spellings) {
      let isKnown = words.knows(tag.hash)
      if isKnown || spelling.count <= 3 || split.ends(in: spelling[...]) == nil {
        words.add(tag.lines, of: tag.hash)
      }
    }
    for spelling in glossary.flatMap(\.words).map(\.spelling) where spelling.count > 1 {
      let hash = Words.hash(spelling)
      if !words.knows(hash) { words.add(1, of: hash) }
    }
    self.init(words: words.list)
  }

  /// Counts in how many templates each word occurs.
  private struct WordCount {
    private(set) var list: [(hash: UInt64, lines: Int)] = []
    private var places: [UInt64: Int] = [:]
    private var last: [Int] = []

    func knows(_ hash: UInt64) -> Bool { places[hash] != nil }

    /// Counts a word of a template; says whether it is new.
    mutating func count(_ hash: UInt64, template: Int) -> Bool {
      if let place = places[hash] {
        if last[place] != template {
          last[place] = template
          list[place].lines += 1
        }
        return false
      }
      add(1, of: hash)
      last[list.count - 1] = template
      return true
    }

    /// Adds lines to a word.
    mutating func add(_ lines: Int, of hash: UInt64) {
      if let place = places[hash] {
        list[place].lines += lines
      } else {
        places[hash] = list.count
        list.append((hash, lines))
        last.append(-1)
      }
    }
  }
}
