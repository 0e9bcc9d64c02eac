/// One file of word classes: a class a line, or a class and language.
///
///     # a comment
///     sell = sell | for sale | hook you up      English, and what is international
///     sell-nl = verkoop | te koop               Dutch; the class is the same
struct ClassFile: Sendable {
  /// The classes in order, each with the words and phrases of one line.
  private(set) var lines: [(name: String, phrases: [String])] = []

  private static let languages: Set<Substring> = ["de", "es", "fr", "it", "nl", "pt"]

  /// Reads the text of a file; its name is for errors.
  init(name: String, text: String) throws(CorpusError) {
    var number = 0
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = raw.trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: "=", maxSplits: 1)
      let className = parts[0].trimmed
      guard parts.count == 2, !className.isEmpty,
        className.allSatisfy({ $0.isLetter || $0 == "-" })
      else { throw .line(file: name, number: number, message: "expected a class = words") }
      let phrases = parts[1].split(separator: "|").map { String($0.trimmed) }
      lines.append((Self.plain(className), phrases.filter { !$0.isEmpty }))
    }
  }

  /// A class's name without the language at its end.
  private static func plain(_ name: Substring) -> String {
    guard let hyphen = name.lastIndex(of: "-"),
      languages.contains(name[name.index(after: hyphen)...])
    else { return String(name) }
    return String(name[..<hyphen])
  }
}

extension WordClasses {
  /// What any of the policies is about.
  private static let goods = "goods"

  /// The classes of files; words are spelled as the models spell them.
  init(_ files: [ClassFile], lexicon: Lexicon) {
    let lines = files.flatMap(\.lines)
    let named = Set(lines.map(\.name))
    guard !named.isEmpty else {
      self = .none
      return
    }
    let names = named.union([Self.goods]).sorted()
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let policies = Set(ModelKind.review.labels)
    var phrases: [(words: [UInt64], classes: [Int])] = []
    for line in lines {
      let isGoods = policies.contains(String(line.name.prefix { $0 != "-" }))
      let classes = [line.name, isGoods ? Self.goods : line.name].compactMap { places[$0] }
      for phrase in line.phrases {
        let words = Words(phrase, lexicon: lexicon).words.map(\.hash)
        phrases.append((words, classes))
      }
    }
    self.init(names: names, phrases: phrases)
  }
}
