/// What is written into a line: a title at its left end, a label at its right end.
public struct Heading: Sendable, Hashable {
  /// The name at the left.
  public var title: String
  /// What stands at the right, such as a count or a key; shortened before the title is.
  public var label: String
  /// How the title looks.
  public var titleStyle: Style
  /// How the label looks.
  public var labelStyle: Style

  /// Creates a heading; empty texts leave the line as it is.
  public init(
    _ title: String = "", label: String = "", titleStyle: Style = Style(.title),
    labelStyle: Style = Style(.muted)
  ) {
    self.title = title
    self.label = label
    self.titleStyle = titleStyle
    self.labelStyle = labelStyle
  }

  /// Labels shorter than this say nothing and are left out.
  private static let shortestLabel = 4

  /// Writes both between the ends of a line, a blank on either side of each.
  func draw(into canvas: inout Canvas, line: Rect) {
    let inner = line.inset(1, 0)
    guard inner.width > 2 else { return }
    let titleWidth = title.isEmpty ? 0 : TextWidth.columns(of: title) + 2
    let room = inner.width - min(titleWidth, inner.width) - 3
    var end = inner.right
    if !label.isEmpty, room >= min(Self.shortestLabel, TextWidth.columns(of: label)) {
      let text = " \(label.truncated(to: room)) "
      end -= TextWidth.columns(of: text)
      canvas.write(text, end, line.y, labelStyle, clip: inner)
    }
    guard !title.isEmpty else { return }
    let text = " \(title.truncated(to: end - inner.x - 2)) "
    canvas.write(text, inner.x, line.y, titleStyle, clip: inner)
  }
}
