import Catalogue

extension Examples {
  private static let policySentencesPerLine = 8
  private static let lifeSentencesPerLine = 4
  /// Plain life in the words of trade has few lines beside all that it stands for.
  private static let lifeWeight: Float = 3
  /// How many long texts each fold makes of its plain lines, and how many bytes each has at least.
  private static let longLives = 2_000
  private static let longLife = 160

  /// The examples of the review model: each policy's offers and threats, their innocent twins, and
  /// as plain life all that the topics' files hold.
  static func review(_ corpus: CorpusFolder, seed: UInt64) -> Examples {
    var examples = Examples()
    for (policy, file) in corpus.policies {
      for line in file.lines { examples.add(line, of: file, policy: policy, corpus, seed: seed) }
    }
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
    for (place, text) in texts.enumerated() {
      var text = text
      // Both sides are padded and disguised alike: odd letters must not mean crime.
      if place % 4 == 1, !corpus.plain.lines.isEmpty {
        let other = corpus.plain.lines[draw.below(corpus.plain.lines.count)]
        let padding = Template.filled(other.text, slots: corpus.plain.slots, limit: 1, draw: &draw)
        text = draw.below(2) == 0 ? padding[0] + " " + text : text + " " + padding[0]
      } else if place % 4 == 2 {
        text = Disguise.disguised(text, draw: &draw)
      }
      list.append(
        Example(
          text: text, labels: line.isPositive ? [policy] : [], template: template,
          section: line.section, weight: 1 / Float(texts.count).squareRoot(),
          isDisguised: place % 4 == 2))
    }
  }
}
