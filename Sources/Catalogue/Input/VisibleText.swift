/// Text of unknown origin, made fit to be shown in a message.
extension String {
  /// The text with every scalar that is not plainly seen written as `\u{…}`, cut to a number of
  /// scalars.
  ///
  /// Controls, bidi overrides, zero-width and tag characters, private and unassigned ones: a
  /// terminal or a reader could be led astray by them. Takes time in the length of what it keeps.
  func visible(limit: Int) -> String {
    var text = ""
    for (place, scalar) in unicodeScalars.enumerated() {
      guard place < limit else { return text + "…" }
      if scalar.isPlainlySeen {
        text.unicodeScalars.append(scalar)
      } else {
        text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      }
    }
    return text
  }

  /// The text in quotation marks, as messages quote what a file says: at most 60 scalars of it.
  var quoted: String {
    var text = "\""
    for (place, scalar) in unicodeScalars.enumerated() {
      guard place < 60 else { return text + "…\"" }
      switch scalar {
      case "\"", "\\": text += "\\" + String(Character(scalar))
      case "\n": text += "\\n"
      default: text += String(Character(scalar)).visible(limit: 1)
      }
    }
    return text + "\""
  }
}

extension Unicode.Scalar {
  /// Whether a reader sees it, and sees it where it stands.
  fileprivate var isPlainlySeen: Bool {
    if value < 0x7F { return value >= 0x20 }
    if properties.isDefaultIgnorableCodePoint { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return false
    default: return true
    }
  }
}
