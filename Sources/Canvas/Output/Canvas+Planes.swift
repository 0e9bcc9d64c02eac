/// A canvas taken apart into aligned texts, so that a test sees colours and attributes as well.
public struct Planes: Sendable, Hashable {
  /// The glyphs; `·` stands for the right half of a wide one.
  public var text: String
  /// One letter a cell for its role, a digit for a level of `wave`, a small letter for one of
  /// `heat`; blanks with no attributes are left blank.
  public var roles: String
  /// One hexadecimal digit a cell: 1 bold, 2 dim, 4 underlined, 8 selected; blank for none.
  public var attributes: String
}

extension Canvas {
  /// The canvas taken apart; rows have no blanks at their ends.
  public var planes: Planes {
    Planes(
      text: plane { $0.glyph.isEmpty ? "·" : $0.glyph },
      roles: plane { $0.glyph == " " && $0.style.bits == 0 ? " " : $0.style.letter },
      attributes: plane {
        $0.style.bits == 0 ? " " : String($0.style.bits, radix: 16, uppercase: true)
      })
  }

  private func plane(_ letter: (Cell) -> String) -> String {
    (0..<size.height).map { y in
      var line = row(y).map(letter).joined()
      while line.utf8.last == 0x20 { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}

extension Style {
  fileprivate var bits: Int {
    (bold ? 1 : 0) + (dim ? 2 : 0) + (underline ? 4 : 0) + (selected ? 8 : 0)
  }

  fileprivate var letter: String {
    switch role {
    case .wave: String(level % 10)
    case .heat: String("abcdefghij".dropFirst(Int(level) % 10).prefix(1))
    default: role.letter
    }
  }
}

extension Role {
  /// A capital letter of its own in the plane of roles.
  public var letter: String {
    switch self {
    case .background: "G"
    case .text: "T"
    case .muted: "M"
    case .border: "B"
    case .focus: "F"
    case .title: "I"
    case .key: "K"
    case .selection: "S"
    case .tab: "A"
    case .push: "P"
    case .stop: "O"
    case .doubt: "D"
    case .breach: "X"
    case .bar: "R"
    case .social: "C"
    case .forecast: "Y"
    case .draft: "W"
    case .evidence: "V"
    case .hidden: "H"
    case .error: "E"
    case .notice: "N"
    case .wave: "Z"
    case .heat: "Q"
    case .track: "L"
    case .clock: "U"
    case .simulated: "J"
    }
  }
}
