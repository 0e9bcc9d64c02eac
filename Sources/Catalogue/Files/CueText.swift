/// The text of a subtitle line without what only styles it.
enum CueText {
  /// The line without tags (`<i>`, `<c.yellow>`, `<00:01.000>`), without SubRip's `{\an8}`, with
  /// WebVTT's escapes resolved and without blanks at its ends.
  ///
  /// A `<` without a `>` stands for itself.
  static func plain(_ line: Substring) -> String {
    var result: [UInt8] = []
    var rest = line.utf8[...]
    // Looked for once: a line full of openings stays linear.
    var noTag = false
    var noStyle = false
    while let byte = rest.first {
      if byte == 0x3C, !noTag {
        if let end = rest.firstIndex(of: 0x3E) {
          rest = rest[rest.index(after: end)...]
          continue
        }
        noTag = true
      }
      if byte == 0x7B, !noStyle, rest.dropFirst().first == 0x5C {
        if let end = rest.firstIndex(of: 0x7D) {
          rest = rest[rest.index(after: end)...]
          continue
        }
        noStyle = true
      }
      if byte == 0x26, let (letter, length) = escape(at: rest) {
        result.append(letter)
        rest = rest.dropFirst(length)
        continue
      }
      result.append(byte)
      rest = rest.dropFirst()
    }
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    guard let first = result.firstIndex(where: { !isBlank($0) }),
      let last = result.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: result[first...last], as: UTF8.self)
  }

  private static let escapes: [(text: String, letter: UInt8)] = [
    ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&nbsp;", 0x20), ("&quot;", 0x22),
    ("&#39;", 0x27),
  ]

  private static func escape(at rest: Substring.UTF8View) -> (letter: UInt8, length: Int)? {
    let match = escapes.first { rest.starts(with: $0.text.utf8) }
    return match.map { ($0.letter, $0.text.utf8.count) }
  }
}
