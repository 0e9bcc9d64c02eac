internal import CNcurses
internal import Canvas

/// Shows canvases on a terminal without a cursor to move: line by line, one below the other, only
/// the lines that changed.
final class LinePrinter: Painting {
  private let output: Int32
  private var shown: [Substring] = []

  init(output: Int32) { self.output = output }

  func forget() { shown = [] }

  func present(_ canvas: Canvas, theme: Theme, size: Size) {
    let lines = canvas.shown(in: .ascii).plainText
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard lines != shown else { return }
    let changed = lines.enumerated().filter { index, line in
      !line.isEmpty && (index >= shown.count || shown[index] != line)
    }
    shown = lines
    let text = changed.map { $0.element + "\r\n" }.joined()
    _ = nc_write(output, text, text.utf8.count)
  }
}
