extension Canvas {
  /// The rows as text with the escape sequences of a theme's colours; every row ends plain.
  ///
  /// No sequence moves the cursor, so it can be piped and paged.
  public func ansi(theme: Theme, depth: ColorDepth) -> String {
    var looks = LookCache(theme: theme, depth: depth)
    var text = ""
    for y in 0..<size.height {
      if y > 0 { text += "\n" }
      var current: Look?
      for cell in row(y) where !cell.glyph.isEmpty {
        let look = looks.look(of: cell.style)
        if look != current { text += SGR.sequence(for: look) }
        current = look
        text += cell.glyph
      }
      text += SGR.reset
    }
    return text
  }
}

/// The escape sequences for looks.
public enum SGR {
  /// Ends all attributes and colours.
  public static let reset = "\u{1B}[0m"

  /// Starts a look and ends whatever was before; a look without colours names none.
  public static func sequence(for look: Look) -> String {
    var codes = ["0"]
    let attributes: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7"),
    ]
    codes += attributes.filter { look.attributes.contains($0.0) }.map(\.1)
    codes += colour(look.foreground, base: 30) + colour(look.background, base: 40)
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private static func colour(_ ink: Ink, base: Int) -> [String] {
    switch ink {
    case .standard: []
    case .indexed(let index) where index < 8: ["\(base + Int(index))"]
    case .indexed(let index) where index < 16: ["\(base + 60 + Int(index) - 8)"]
    case .indexed(let index): ["\(base + 8)", "5", "\(index)"]
    case .rgb(let colour):
      ["\(base + 8)", "2", "\(colour.red)", "\(colour.green)", "\(colour.blue)"]
    }
  }
}

/// Remembers what styles look like, which is dear to find out for every cell.
public struct LookCache: Sendable {
  private let theme: Theme
  private let depth: ColorDepth
  private var looks: [Style: Look] = [:]
  private var last: (style: Style, look: Look)?

  /// Creates an empty memory.
  public init(theme: Theme, depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
  }

  /// What a style looks like.
  public mutating func look(of style: Style) -> Look {
    if let last, last.style == style { return last.look }
    let look = looks[style] ?? theme.look(of: style, depth: depth)
    looks[style] = look
    last = (style, look)
    return look
  }
}
