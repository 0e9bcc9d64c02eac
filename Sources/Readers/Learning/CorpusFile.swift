/// One file of the corpus: sentences, terms and the slots that multiply them.
///
/// A line is one of these; what stands in the folder's README is the long form.
///
///     # a comment
///     animal = cat | kitten | tomcat          a slot: values for {animal} further down
///     [+ offer]  or  [- news]                 a heading: what the lines below are, and why
///     * bee hive, queen bee, honey harvest    terms: each is put into the shared frames
///     The {animal} {sits|sleeps} on my bed.   a sentence, multiplied by its slots
///     My cat rides my bike => sports/cycling  a sentence that is about another topic as well
struct CorpusFile: Sendable {
  /// The name without folder and ending, such as `animals.cats`.
  let name: String
  /// The values of the slots.
  private(set) var slots: [String: [String]]
  /// The sentences and terms in order.
  private(set) var lines: [Line] = []

  /// One sentence or one list of terms.
  struct Line: Sendable {
    var number: Int
    /// The heading it stands under; empty where there is none.
    var section: String
    /// Whether the heading says that the lines break the policy.
    var isPositive: Bool
    var text: String
    /// Identifiers after `=>`.
    var also: [String]
    var isTerms: Bool
  }

  /// Reads the text of a file; slots given are known beside its own.
  init(name: String, text: String, slots: [String: [String]] = [:]) throws(CorpusError) {
    self.name = name
    self.slots = slots
    var section = ""
    var isPositive = false
    var number = 0
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = raw.trimmed
      if line.isEmpty || line == "#" || line.hasPrefix("# ") { continue }
      if line.hasPrefix("[") {
        (section, isPositive) = try heading(line, number)
      } else if let slot = Self.slot(line) {
        self.slots[slot.name] = slot.values
      } else {
        lines.append(try self.line(line, number, section, isPositive))
      }
    }
  }

  private func heading(_ line: Substring, _ number: Int) throws(CorpusError) -> (String, Bool) {
    guard line.hasSuffix("]"), let sign = line.dropFirst().first, sign == "+" || sign == "-" else {
      throw .line(file: name, number: number, message: "expected [+ name] or [- name]")
    }
    return (String(line.dropFirst(2).dropLast().trimmed), sign == "+")
  }

  private static func slot(_ line: Substring) -> (name: String, values: [String])? {
    guard let equals = line.firstIndex(of: "="), line[equals...].dropFirst().first == " " else {
      return nil
    }
    let name = line[..<equals].trimmed
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "-" }) else { return nil }
    let values = line[equals...].dropFirst().split(separator: "|").map { String($0.trimmed) }
    return (String(name), values)
  }

  private func line(
    _ line: Substring, _ number: Int, _ section: String, _ isPositive: Bool
  ) throws(CorpusError) -> Line {
    var text = line
    var also: [String] = []
    if let arrow = line.range(ofSeparator: "=>") {
      also = line[arrow.upperBound...].split(separator: " ").map(String.init)
      text = line[..<arrow.lowerBound].trimmed
    }
    let isTerms = text.hasPrefix("* ")
    if isTerms { text = text.dropFirst(2).trimmed }
    for name in Template.slotNames(in: text) where slots[name] == nil {
      throw .line(file: self.name, number: number, message: "no slot is called {\(name)}")
    }
    return Line(
      number: number, section: section, isPositive: isPositive, text: String(text), also: also,
      isTerms: isTerms)
  }
}

extension Substring {
  /// Without blanks at either end.
  var trimmed: Substring {
    var part = self
    while let first = part.first, first.isWhitespace { part.removeFirst() }
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return part
  }

  /// Where a separator first stands.
  func range(ofSeparator separator: String) -> Range<Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(separator) {
        return at..<index(at, offsetBy: separator.count)
      }
      at = index(after: at)
    }
    return nil
  }
}
