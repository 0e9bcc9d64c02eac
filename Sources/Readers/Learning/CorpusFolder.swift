import Catalogue
import FoundationEssentials

/// The folder that the models learn from: `topics/<group>.<name>.txt`, `policies/<CODE>.txt`, and
/// `shared/` with the slots, the frames around terms, and plain life that is about nothing.
public struct CorpusFolder: Sendable {
  let topics: [(topic: Int, file: CorpusFile)]
  let policies: [(policy: Int, file: CorpusFile)]
  let frames: CorpusFile
  let plain: CorpusFile
  /// Plain life in the words and forms of trade and threat, from `shared/life.txt` where there is
  /// one; it has topics, so the model of review alone learns from it.
  let life: CorpusFile?
  /// What is said around somebody else's offer, from `shared/quotes.txt` where there is one.
  let quotes: CorpusFile?
  /// The words of the topics in other languages.
  let wordLists: [WordList]
  /// Words of other languages beside English ones that mean the same.
  let glossary: [GlossaryLine]
  /// Leaves for the labels of other people's data: `shared/labels.txt`, where there is one.
  let labels: [String: String]
  /// What words do or are about: the files of `classes`, where there are any.
  let classes: [ClassFile]

  /// Reads a folder.
  ///
  /// Files are taken in the order of the topic tree and of the policies.
  public init(_ path: String) throws(CorpusError) {
    let slots = try Self.file("shared/slots", in: path).slots
    frames = try Self.file("shared/frames", in: path)
    plain = try Self.file("shared/plain", in: path, slots: slots)
    life = try Self.present("shared/life", in: path, slots: slots)
    quotes = try Self.present("shared/quotes", in: path, slots: [:])
    labels = try Self.labels(in: path)
    wordLists = try Self.wordLists(in: path)
    glossary = try Self.glossary(in: path)
    classes = try Self.classes(in: path)
    try Self.checkNames(in: path)
    var topics: [(Int, CorpusFile)] = []
    for topic in Topic.all {
      let name = topic.id.split(separator: "/").joined(separator: ".")
      if let file = try Self.present("topics/" + name, in: path, slots: slots) {
        topics.append((topic.index, file))
      }
    }
    var policies: [(Int, CorpusFile)] = []
    for (index, policy) in Policy.trained.enumerated() {
      if let file = try Self.present("policies/" + policy.rawValue, in: path, slots: slots) {
        policies.append((index, file))
      }
    }
    guard !topics.isEmpty || !policies.isEmpty else { throw .empty(path: path) }
    self.topics = topics
    self.policies = policies
  }

  private static func file(
    _ name: String, in path: String, slots: [String: [String]] = [:]
  ) throws(CorpusError) -> CorpusFile {
    guard let file = try present(name, in: path, slots: slots) else {
      throw .unreadable(path: path + "/" + name + ".txt")
    }
    return file
  }

  /// A leaf a line, and behind the equals sign the labels that mean it, between semicolons.
  private static func labels(in path: String) throws(CorpusError) -> [String: String] {
    let name = "shared/labels.txt"
    guard let data = FileManager.default.contents(atPath: path + "/" + name) else { return [:] }
    var labels: [String: String] = [:]
    for (number, line) in String(decoding: data, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() where !line.trimmed.isEmpty && !line.hasPrefix("#") {
      let parts = line.split(separator: "=", maxSplits: 1)
      let leaf = String(parts[0].trimmed)
      guard parts.count == 2, Topic(id: leaf) != nil else {
        throw .line(file: name, number: number + 1, message: "expected a topic = labels")
      }
      for label in parts[1].split(separator: ";") { labels[String(label.trimmed)] = leaf }
    }
    return labels
  }

  private static func wordLists(in path: String) throws(CorpusError) -> [WordList] {
    var lists: [WordList] = []
    for (name, text) in try texts(of: "words", in: path) {
      lists.append(try WordList(language: name, text: text))
    }
    return lists
  }

  private static func glossary(in path: String) throws(CorpusError) -> [GlossaryLine] {
    var lines: [GlossaryLine] = []
    for (name, text) in try texts(of: "glossary", in: path) {
      lines += try GlossaryLine.lines(of: text, name: "glossary/" + name)
    }
    return lines
  }

  /// The text files of a folder in the order of their names; none where there is no folder.
  private static func texts(
    of folder: String, in path: String
  ) throws(CorpusError) -> [(name: String, text: String)] {
    let path = path + "/" + folder
    let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    var texts: [(String, String)] = []
    for file in found.sorted() where file.hasSuffix(".txt") {
      guard let data = FileManager.default.contents(atPath: path + "/" + file) else {
        throw .unreadable(path: path + "/" + file)
      }
      texts.append((String(file.dropLast(4)), String(decoding: data, as: UTF8.self)))
    }
    return texts
  }

  private static func classes(in path: String) throws(CorpusError) -> [ClassFile] {
    var files: [ClassFile] = []
    for (name, text) in try texts(of: "classes", in: path) {
      files.append(try ClassFile(name: "classes/\(name).txt", text: text))
    }
    let names = Set(files.flatMap(\.lines).map(\.name))
    guard names.count < WordClasses.most else { throw .classes(names.count) }
    return files
  }

  private static func present(
    _ name: String, in path: String, slots: [String: [String]]
  ) throws(CorpusError) -> CorpusFile? {
    guard let data = FileManager.default.contents(atPath: path + "/" + name + ".txt") else {
      return nil
    }
    return try CorpusFile(name: name, text: String(decoding: data, as: UTF8.self), slots: slots)
  }

  /// A file whose name is misspelt would be left out in silence; it is an error instead.
  private static func checkNames(in path: String) throws(CorpusError) {
    let topics = Set(Topic.all.map { $0.id.split(separator: "/").joined(separator: ".") })
    let policies = Set(Policy.trained.map(\.rawValue))
    for (folder, names) in [("topics", topics), ("policies", policies)] {
      let found = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
      for file in found.sorted() where file.hasSuffix(".txt") {
        guard names.contains(String(file.dropLast(4))) else {
          throw .unknownLabel(file: folder + "/" + file)
        }
      }
    }
  }
}
