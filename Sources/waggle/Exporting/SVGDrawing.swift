import Canvas
import Catalogue

/// A picture of lines and words in a theme's colours.
struct SVGDrawing {
  private let width: Int
  private let height: Int
  private let theme: Theme
  private var shapes = ""

  init(width: Int, height: Int, theme: Theme) {
    self.width = width
    self.height = height
    self.theme = theme
  }

  /// Where a word's place is in it.
  enum Anchor: String {
    case start, middle, end
  }

  /// The whole picture.
  ///
  /// - Parameter title: What it shows, for those who hear it read out.
  func text(title: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
    height="\(height)" font-family="'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif" role="img">
    <title>\(Self.escaped(title))</title>
    <rect width="\(width)" height="\(height)" fill="\(background)"/>
    \(shapes)</svg>

    """
  }

  /// Adds a straight line.
  mutating func line(
    _ x: Double, _ y: Double, _ toX: Double, _ toY: Double, _ role: Role, width: Double = 1,
    dashes: String? = nil, opacity: Double = 1
  ) {
    path(
      "M\(Self.digits(x)) \(Self.digits(y))L\(Self.digits(toX)) \(Self.digits(toY))", role,
      width: width, dashes: dashes, opacity: opacity)
  }

  /// Adds a line along an SVG path.
  mutating func path(
    _ path: String, _ role: Role, width: Double, dashes: String? = nil, opacity: Double = 1
  ) {
    let dash = dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    let faint = opacity < 1 ? " stroke-opacity=\"\(Self.digits(opacity))\"" : ""
    shapes += """
      <path d="\(path)" fill="none" stroke="\(colour(role))" stroke-width="\(Self.digits(width))" \
      stroke-linejoin="round"\(dash)\(faint)/>

      """
  }

  /// Adds a dot.
  mutating func dot(_ x: Double, _ y: Double, _ role: Role, radius: Double) {
    shapes += """
      <circle cx="\(Self.digits(x))" cy="\(Self.digits(y))" r="\(Self.digits(radius))" \
      fill="\(colour(role))"/>

      """
  }

  /// Adds words; whatever is in them is shown and does nothing.
  mutating func words(
    _ words: String, _ x: Double, _ y: Double, _ role: Role, size: Double = 12,
    anchor: Anchor = .start, isBold: Bool = false
  ) {
    let weight = isBold ? " font-weight=\"bold\"" : ""
    shapes += """
      <text x="\(Self.digits(x))" y="\(Self.digits(y))" font-size="\(Self.digits(size))" \
      text-anchor="\(anchor.rawValue)" fill="\(colour(role))"\(weight)>\
      \(Self.escaped(words))</text>

      """
  }

  private var background: String {
    let look = theme.look(of: Style(.background), depth: .trueColor)
    return theme.colour(of: look.background, isBackground: true).hex
  }

  private func colour(_ role: Role) -> String {
    let look = theme.look(of: Style(role), depth: .trueColor)
    return theme.colour(of: look.foreground, isBackground: false).hex
  }

  /// A number with at most one decimal, as short as SVG takes it.
  static func digits(_ number: Double) -> String {
    let text = number.fixed(1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func escaped(_ text: String) -> String {
    SVGText.escaped(VisibleText.escape(text))
  }
}
