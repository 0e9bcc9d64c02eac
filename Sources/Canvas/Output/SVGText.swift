/// Text inside an SVG document.
public enum SVGText {
  /// The text with what would be markup written as entities; it holds between tags and in an
  /// attribute's quotation marks.
  ///
  /// It goes by scalars: a `<` that carries an accent is another character to a reader, and a tag
  /// to a parser of XML.
  public static func escaped(_ text: String) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe.append(contentsOf: "&amp;".unicodeScalars)
      case "<": safe.append(contentsOf: "&lt;".unicodeScalars)
      case ">": safe.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": safe.append(contentsOf: "&quot;".unicodeScalars)
      default: safe.append(scalar)
      }
    }
    return String(safe)
  }
}
