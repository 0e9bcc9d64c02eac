import Catalogue

/// The words of the topics in one language: `words/<language>.txt` of the corpus.
///
/// A line is `frames = …`, with `@` where a word goes, or a topic's identifier, an equals sign and
/// words between bars.
struct WordList: Sendable {
  /// Such as `nl`.
  let language: String
  /// Sentences around a word, the same for all topics, so that they say nothing about any.
  private(set) var frames: [String] = []
  /// The words of each topic.
  private(set) var topics: [(topic: Int, words: [String])] = []

  /// Reads the text of a file.
  init(language: String, text: String) throws(CorpusError) {
    self.language = language
    let name = "words/" + language
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.trimmed.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: "=", maxSplits: 1)
      let values = parts.last.map { $0.split(separator: "|").map { String($0.trimmed) } } ?? []
      let key = String(parts[0].trimmed)
      if parts.count == 2, key == "frames" {
        frames = values
      } else if parts.count == 2, let topic = Topic(id: key) {
        topics.append((topic.index, values))
      } else {
        throw .line(file: name, number: number, message: "expected a topic = words")
      }
    }
  }
}

extension Examples {
  /// How many words of a topic are put together to one text.
  private static let wordsAtOnce = 4

  /// Adds the words of one language: each by itself, in a frame, and with others of its topic.
  mutating func add(_ list: WordList, seed: UInt64) {
    for (topic, words) in list.topics {
      for word in words {
        let name = "\(list.language) \(topic) \(word)"
        let template = template(name)
        var draw = SeededDraw(seed: seed, name: name)
        var texts = [word]
        if !list.frames.isEmpty {
          let frame = list.frames[draw.below(list.frames.count)]
          texts.append(
            frame.split(separator: "@", omittingEmptySubsequences: false).joined(separator: word))
        }
        for text in texts {
          self.list.append(
            Example(text: text, labels: [topic], template: template, section: "word", weight: 0.7))
        }
      }
      addGroups(of: words, topic: topic, name: "\(list.language) \(topic)", seed: seed)
    }
  }

  /// Every word comes twice, each time with others.
  private mutating func addGroups(of words: [String], topic: Int, name: String, seed: UInt64) {
    let template = template(name)
    var draw = SeededDraw(seed: seed, name: name)
    for _ in 0..<2 {
      let order = draw.shuffled(words)
      for start in stride(from: 0, to: order.count, by: Self.wordsAtOnce) {
        let group = order[start..<min(start + Self.wordsAtOnce, order.count)]
        list.append(
          Example(
            text: group.joined(separator: " "), labels: [topic], template: template,
            section: "word", weight: 1, isMixture: true))
      }
    }
  }
}
