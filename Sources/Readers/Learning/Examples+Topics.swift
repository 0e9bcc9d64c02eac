import Catalogue

extension Examples {
  /// The most sentences that one line gives.
  private static let sentencesPerLine = 5
  /// In how many frames each term is put, beside standing alone.
  private static let framesPerTerm = 2
  /// Folds within which mixtures are made, so that no mixture straddles them.
  static let folds = 3

  /// The examples of the topic model: sentences, terms in frames, plain life, and mixtures of two
  /// topics, which teach that a video may be about both.
  static func topics(_ corpus: CorpusFolder, seed: UInt64) throws(CorpusError) -> Examples {
    var examples = Examples()
    for (topic, file) in corpus.topics {
      for line in file.lines {
        try examples.add(line, of: file, topic: topic, frames: corpus.frames, seed: seed)
      }
    }
    for line in corpus.plain.lines { examples.addPlain(line, of: corpus.plain, seed: seed) }
    for list in corpus.wordLists { examples.add(list, seed: seed) }
    examples.addMixtures(seed: seed)
    return examples
  }

  private mutating func add(
    _ line: CorpusFile.Line, of file: CorpusFile, topic: Int, frames: CorpusFile, seed: UInt64
  ) throws(CorpusError) {
    var labels = [topic]
    for id in line.also {
      guard let other = Topic(id: id) else {
        throw .line(file: file.name, number: line.number, message: "no topic is called \(id)")
      }
      labels.append(other.index)
    }
    let name = file.name + ":" + line.text
    if line.isTerms {
      for term in line.text.split(separator: ",") {
        addTerm(String(term.trimmed), of: name, labels: labels, frames: frames, seed: seed)
      }
      return
    }
    var draw = SeededDraw(seed: seed, name: name)
    let template = template(name)
    let texts = Template.filled(
      line.text, slots: file.slots, limit: Self.sentencesPerLine, draw: &draw)
    for text in texts {
      list.append(
        Example(
          text: text, labels: labels, template: template, section: "sentence",
          weight: 1 / Float(texts.count).squareRoot()))
    }
  }

  private mutating func addTerm(
    _ term: String, of line: String, labels: [Int], frames: CorpusFile, seed: UInt64
  ) {
    let name = line + "*" + term
    let template = template(name)
    var draw = SeededDraw(seed: seed, name: name)
    var texts = [term]
    for _ in 0..<Self.framesPerTerm where !frames.lines.isEmpty {
      let frame = frames.lines[draw.below(frames.lines.count)].text
      texts.append(
        frame.split(separator: "@", omittingEmptySubsequences: false).joined(separator: term))
    }
    for text in texts {
      list.append(
        Example(text: text, labels: labels, template: template, section: "term", weight: 0.7))
    }
  }

  mutating func addPlain(_ line: CorpusFile.Line, of file: CorpusFile, seed: UInt64) {
    let name = file.name + ":" + line.text
    var draw = SeededDraw(seed: seed, name: name)
    let template = template(name)
    for text in Template.filled(line.text, slots: file.slots, limit: 8, draw: &draw) {
      list.append(
        Example(text: text, labels: [], template: template, section: "plain", weight: 1))
    }
  }

  /// Every sixth example is told together with one of another topic from the same fold.
  private mutating func addMixtures(seed: UInt64) {
    var byFold = [[Int]](repeating: [], count: Self.folds)
    for index in list.indices where !list[index].labels.isEmpty {
      byFold[fold(of: list[index].template, count: Self.folds)].append(index)
    }
    var mixtures: [Example] = []
    for members in byFold where members.count > 1 {
      var draw = SeededDraw(seed: seed, name: "mixtures of \(members.count)")
      for place in stride(from: 0, to: members.count, by: 6) {
        let first = list[members[place]]
        let second = list[members[draw.below(members.count)]]
        guard first.labels != second.labels else { continue }
        mixtures.append(
          Example(
            text: first.text + " " + second.text,
            labels: first.labels + second.labels.filter { !first.labels.contains($0) },
            template: first.template, section: "mixture", weight: 1, isMixture: true))
      }
    }
    list += mixtures
  }
}
