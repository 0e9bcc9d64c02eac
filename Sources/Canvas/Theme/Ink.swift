/// A colour as a terminal is told it.
public enum Ink: Sendable, Hashable {
  /// What the terminal takes without being told.
  case standard
  /// An entry of the terminal's palette: 0 … 15 are the ANSI colours, which its user chose;
  /// 16 … 231 a cube of 6³, 232 … 255 greys.
  case indexed(UInt8)
  /// A colour by itself.
  case rgb(RGB)

  /// The colour that a palette entry has in xterm; the first 16 differ between terminals.
  public static func colour(ofIndex index: UInt8) -> RGB {
    switch index {
    case 0...15: return ansi[Int(index)]
    case 16...231:
      let place = Int(index) - 16
      return RGB(steps[place / 36], steps[place / 6 % 6], steps[place % 6])
    default:
      let grey = UInt8(8 + (Int(index) - 232) * 10)
      return RGB(grey, grey, grey)
    }
  }

  /// The entries of the palette that look alike on every terminal.
  static let fixed: [(index: UInt8, colour: RGB)] = (UInt8(16)...255).map {
    ($0, colour(ofIndex: $0))
  }

  /// The fixed entry nearest to a colour, among those that some condition holds for.
  static func nearest(
    to colour: RGB, where isAllowed: (RGB) -> Bool = { _ in true }
  ) -> UInt8? {
    fixed.filter { isAllowed($0.colour) }
      .min { $0.colour.distance(to: colour) < $1.colour.distance(to: colour) }?.index
  }

  private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]

  private static let ansi: [RGB] = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0), RGB(0, 0, 238),
    RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229), RGB(127, 127, 127), RGB(255, 0, 0),
    RGB(0, 255, 0), RGB(255, 255, 0), RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255),
    RGB(255, 255, 255),
  ]
}

/// How many colours a terminal shows.
public enum ColorDepth: String, Sendable, Hashable, CaseIterable {
  /// Any colour.
  case trueColor
  /// The palette of 256.
  case indexed256
  /// The ANSI colours, as a theme's author chose among them.
  case ansi16
  /// None: attributes only.
  case mono
}

/// Attributes of a cell.
public struct Attributes: OptionSet, Sendable, Hashable {
  /// One bit an attribute.
  public let rawValue: UInt8
  /// Creates a set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Heavier.
  public static let bold = Attributes(rawValue: 1)
  /// Fainter, as far as the terminal goes.
  public static let dim = Attributes(rawValue: 2)
  /// With a line below.
  public static let underline = Attributes(rawValue: 4)
  /// With foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 8)
}

/// What a terminal or a file is told about a cell.
public struct Look: Sendable, Hashable {
  /// The colour of the glyph.
  public var foreground: Ink
  /// The colour behind it.
  public var background: Ink
  /// What else.
  public var attributes: Attributes

  /// Creates a look.
  public init(
    _ foreground: Ink = .standard, on background: Ink = .standard, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
