/// A row of block eighths, one sample a cell, newest at the right.
///
/// The maximum is fixed, so that a drop stays visible and nothing changes that was drawn before.
public struct Sparkline: Drawing, Hashable {
  /// The samples, oldest first; nil is a gap, which is not the same as 0.
  public var samples: [Double?]
  /// The value of a full cell; above 0.
  public var maximum: Double
  /// A threshold whose height is marked in the cell after the last; nil for none.
  public var bar: Double?
  /// Cells a sample takes, at least 1.
  public var cellsPerSample: Int
  /// How each sample looks, first sample first; the last style serves all that follow.
  public var styles: [Style]

  /// Creates a sparkline.
  public init(
    _ samples: [Double?], maximum: Double, bar: Double? = nil, cellsPerSample: Int = 1,
    styles: [Style] = [Style()]
  ) {
    self.samples = samples
    self.maximum = maximum
    self.bar = bar
    self.cellsPerSample = max(1, cellsPerSample)
    self.styles = styles
  }

  private static let heights = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let levels = ["⎽", "⎼", "─", "⎻", "⎺"]

  /// Draws in the area's top row; where there are more samples than cells, the newest ones.
  public func draw(into canvas: inout Canvas, in area: Rect) {
    let cells = area.width - (bar == nil ? 0 : 1)
    guard cells > 0 else { return }
    let shown = min(samples.count, cells / cellsPerSample)
    for offset in 0..<shown {
      let index = samples.count - shown + offset
      guard let sample = samples[index] else { continue }
      let glyph = Self.heights[step(sample, of: Self.heights.count)]
      for cell in 0..<cellsPerSample {
        let x = area.x + offset * cellsPerSample + cell
        canvas.set(glyph, x, area.y, style(of: index), clip: area)
      }
    }
    guard let bar else { return }
    let mark = Self.levels[step(bar, of: Self.levels.count)]
    canvas.set(mark, area.x + shown * cellsPerSample, area.y, Style(.bar), clip: area)
  }

  private func style(of index: Int) -> Style {
    index < styles.count ? styles[index] : styles.last ?? Style()
  }

  private func step(_ value: Double, of count: Int) -> Int {
    let fraction = value / maximum
    guard fraction > 0 else { return 0 }
    return fraction < 1 ? Int(fraction * Double(count)) : count - 1
  }
}
