/// One line of a glossary: an English word, and behind semicolons the words for it in Dutch,
/// German, French, Spanish, Italian and Portuguese, several between commas.
///
///     roof; dak; Dach; toit; tejado, techo; tetto; telhado
///     to bake; bakken; backen; enfourner; hornear; infornare; assar
///
/// Nouns and adjectives have the forms that are usual in their language; behind `to`, verbs have.
struct GlossaryLine: Sendable {
  /// The letters of the English word.
  var english: [UInt32]
  /// Words that mean it, with their further forms.
  var words: [(spelling: [UInt32], forms: [[UInt32]])] = []

  /// The languages in the order of the columns.
  static let languages: [Inflection.Language] = [
    .dutch, .german, .french, .spanish, .italian, .portuguese,
  ]

  /// Reads a line; nil where it has another number of columns, or a column more than words.
  init?(_ line: Substring) {
    let columns = line.split(separator: ";", omittingEmptySubsequences: false).map(\.trimmed)
    guard columns.count == Self.languages.count + 1, var first = columns.first else { return nil }
    let isVerb = first.hasPrefix("to ")
    if isVerb { first = first.dropFirst(3).trimmed }
    guard let key = Self.letters(first) else { return nil }
    english = key
    for (language, column) in zip(Self.languages, columns.dropFirst()) {
      for word in column.split(separator: ",") where !word.trimmed.isEmpty {
        guard let spelling = Self.letters(word.trimmed) else { return nil }
        let forms = Inflection.forms(of: spelling, isVerb: isVerb, in: language)
        words.append((spelling, forms))
      }
    }
  }

  /// The folded letters of one word.
  private static func letters(_ text: Substring) -> [UInt32]? {
    let words = Words(String(text), lexicon: .empty)
    guard words.words.count == 1, let word = words.words.first else { return nil }
    return Array(words.letters[Int(word.start)..<Int(word.end)])
  }
}

extension GlossaryLine {
  /// Reads the text of a file.
  static func lines(of text: String, name: String) throws(CorpusError) -> [GlossaryLine] {
    var lines: [GlossaryLine] = []
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.trimmed.isEmpty || line.hasPrefix("#") { continue }
      guard let read = GlossaryLine(line) else {
        throw .line(
          file: name, number: number,
          message: "expected an English word and six columns of words for it")
      }
      lines.append(read)
    }
    return lines
  }
}
