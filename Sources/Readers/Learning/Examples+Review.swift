import Catalogue

extension Examples {
  private static let policySentencesPerLine = 8
  private static let lifeSentencesPerLine = 4
  /// Plain life in the words of trade has few lines beside all that it stands for.
  private static let lifeWeight: Float = 3
  /// How many long texts each fold makes of its plain lines, and how many bytes each has at least.
  private static let longLives = 2_000
  private static let longLife = 160
  /// How much a copy of a line without slots counts beside it.
  private static let copyWeight: Float = 0.4

  /// The examples of the review model: each policy's offers and threats, their innocent twins, and
  /// as plain life all that the topics' files hold.
  static func review(_ corpus: CorpusFolder, seed: UInt64) -> Examples {
    var examples = Examples()
    for (policy, file) in corpus.policies {
      for line in file.lines { examples.add(line, of: file, policy: policy, corpus, seed: seed) }
    }
    examples.addQuotes(corpus, seed: seed)
    for (_, file) in corpus.topics {
      for line in file.lines {
        let name = file.name + ":" + line.text
        var draw = SeededDraw(seed: seed, name: name)
        let template = examples.template(name)
        let texts =
          line.isTerms
          ? line.text.split(separator: ",").map { String($0.trimmed) }
          : Template.filled(line.text, slots: file.slots, limit: 1, draw: &draw)
        for text in texts {
          examples.list.append(
            Example(text: text, labels: [], template: template, section: "life", weight: 1))
        }
      }
    }
    if let life = corpus.life {
      for line in life.lines { examples.addLife(line, of: life, seed: seed) }
    }
    for line in corpus.plain.lines { examples.addPlain(line, of: corpus.plain, seed: seed) }
    examples.addLongLife(seed: seed)
    return examples
  }

  /// Plain life in long texts: lines told one after another, from the same fold.
  private mutating func addLongLife(seed: UInt64) {
    var byFold = [[Int]](repeating: [], count: Self.folds)
    for index in list.indices where list[index].section == "life" || list[index].section == "plain"
    {
      byFold[fold(of: list[index].template, count: Self.folds)].append(index)
    }
    var long: [Example] = []
    for members in byFold where members.count > 1 {
      var draw = SeededDraw(seed: seed, name: "long life of \(members.count)")
      for _ in 0..<Self.longLives {
        let first = list[members[draw.below(members.count)]]
        var text = first.text
        while text.utf8.count < Self.longLife {
          text += " " + list[members[draw.below(members.count)]].text
        }
        long.append(
          Example(
            text: text, labels: [], template: first.template, section: "life", weight: 1,
            isMixture: true))
      }
    }
    list += long
  }

  private mutating func addLife(_ line: CorpusFile.Line, of file: CorpusFile, seed: UInt64) {
    let name = file.name + ":" + line.text
    var draw = SeededDraw(seed: seed, name: name)
    let template = template(name)
    let texts = Template.filled(
      line.text, slots: file.slots, limit: Self.lifeSentencesPerLine, draw: &draw)
    for text in texts {
      list.append(
        Example(
          text: text, labels: [], template: template, section: "life",
          weight: Self.lifeWeight / Float(texts.count).squareRoot()))
    }
  }

  private mutating func add(
    _ line: CorpusFile.Line, of file: CorpusFile, policy: Int, _ corpus: CorpusFolder, seed: UInt64
  ) {
    let name = file.name + ":" + line.text
    var draw = SeededDraw(seed: seed, name: name)
    let template = template(name)
    let texts = Template.filled(
      line.text, slots: file.slots, limit: Self.policySentencesPerLine, draw: &draw)
    guard texts.count > 1 else {
      take(texts[0], as: .plain, weight: 1, isCopy: false)
      for way in Self.copies { take(texts[0], as: way, weight: Self.copyWeight, isCopy: true) }
      return
    }
    for (place, text) in texts.enumerated() {
      let way = Self.ways[place % Self.ways.count]
      take(text, as: way, weight: 1 / Float(texts.count).squareRoot(), isCopy: false)
    }
    func take(_ text: String, as way: Way, weight: Float, isCopy: Bool) {
      list.append(
        Example(
          text: Self.written(text, as: way, of: line.section, corpus, draw: &draw),
          labels: line.isPositive ? [policy] : [], template: template, section: line.section,
          weight: weight, isMixture: isCopy, isDisguised: way == .disguised))
    }
  }

  /// How a line is written.
  private enum Way {
    case plain
    /// With a line about nothing before or behind it.
    case padded
    /// With words that a machine may not see.
    case disguised
    /// Without marks amid other talk of the same language, as in a transcript.
    case spoken
    /// With one word in four left out: what an offer is told by must not hang on one word.
    case shortened
  }

  /// How the texts of a line with slots are written in turn.
  ///
  /// Both sides are padded and disguised alike: odd letters must not mean crime.
  private static let ways: [Way] = [.plain, .padded, .disguised, .plain]
  /// How a line without slots is written once more.
  ///
  /// On uploads of another hand, the copies are worth 0.008 of the area under the curve.
  private static let copies: [Way] = [
    .padded, .spoken, .disguised, .shortened, .shortened, .shortened,
  ]

  /// A line of a file under one of some headings, drawn; nil where there is none.
  private static func line(
    of file: CorpusFile, where fits: (String) -> Bool, draw: inout SeededDraw
  ) -> String? {
    let lines = file.lines.filter { fits($0.section) }
    guard !lines.isEmpty else { return nil }
    let line = lines[draw.below(lines.count)]
    return Template.filled(line.text, slots: file.slots, limit: 1, draw: &draw)[0]
  }

  private static func written(
    _ text: String, as way: Way, of section: String, _ corpus: CorpusFolder,
    draw: inout SeededDraw
  ) -> String {
    switch way {
    case .plain: return text
    case .padded:
      guard let padding = line(of: corpus.plain, where: { _ in true }, draw: &draw) else {
        return text
      }
      return draw.below(2) == 0 ? padding + " " + text : text + " " + padding
    case .spoken:
      guard let life = corpus.life else { return text }
      let language = language(of: section)
      var talk = [text]
      for place in [0, talk.count, talk.count + 1].prefix(1 + draw.below(3)) {
        let other = line(of: life, where: { Self.language(of: $0) == language }, draw: &draw)
        talk.insert(other ?? "", at: min(place, talk.count))
      }
      return talk.joined(separator: " ").filter { $0.isLetter || $0.isNumber || " '’".contains($0) }
    case .disguised: return Disguise.disguised(text, draw: &draw)
    case .shortened:
      return text.split(separator: " ").filter { _ in draw.below(4) > 0 }.joined(separator: " ")
    }
  }
}
