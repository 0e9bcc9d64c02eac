import Canvas

/// A canvas as a file: what kind is said by the name's ending.
struct Export {
  private let kind: Kind

  private enum Kind {
    case text, ansi, svg
  }

  /// The form that a path asks for: `.svg` a picture, `.ansi` or `.ans` colours, else characters.
  init(path: String) {
    let ending = path.split(separator: ".").last?.lowercased()
    switch ending {
    case "svg": kind = .svg
    case "ansi", "ans": kind = .ansi
    default: kind = .text
    }
  }

  /// What the file holds.
  func text(of canvas: Canvas, theme: Theme) -> String {
    let text =
      switch kind {
      case .text: canvas.plainText
      case .ansi: canvas.ansi(theme: theme, depth: .trueColor)
      case .svg: canvas.svg(theme: theme)
      }
    return text.hasSuffix("\n") ? text : text + "\n"
  }
}
