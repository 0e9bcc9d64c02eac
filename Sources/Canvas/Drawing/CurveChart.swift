/// Lines in Braille dots over axes.
///
/// A column, once drawn, never changes while the scales stay: take scales that grow by decades or
/// by doubling (`Scale.decades`, `Scale.doubling`) and the chart does not shimmer.
public struct CurveChart: Drawing, Hashable {
  /// A mark on the bottom axis, such as a wave's number.
  public struct Mark: Sendable, Hashable {
    /// Its place along the x axis.
    public var at: Double
    /// What stands there.
    public var text: String
    /// How it looks.
    public var style: Style
    /// Whether a line goes up from it through the chart.
    public var hasRule: Bool

    /// Creates a mark.
    public init(at: Double, _ text: String, _ style: Style = Style(), hasRule: Bool = false) {
      self.at = at
      self.text = text
      self.style = style
      self.hasRule = hasRule
    }
  }

  /// A label at a value of an axis, or right of the lines at a height.
  public struct Label: Sendable, Hashable {
    /// The value it stands at.
    public var at: Double
    /// What it says.
    public var text: String
    /// How it looks.
    public var style: Style

    /// Creates a label.
    public init(at: Double, _ text: String, _ style: Style = Style(.muted)) {
      self.at = at
      self.text = text
      self.style = style
    }
  }

  /// The scale of the bottom axis.
  public var x: Scale
  /// The scale of the left axis.
  public var y: Scale
  /// The lines; a later one covers an earlier one's colour where they share a cell.
  public var curves: [Curve]
  /// Marks on the bottom axis; a later one covers an earlier one.
  public var marks: [Mark]
  /// What the marks are, at the right end of the bottom axis.
  public var marksName: String
  /// Labels under the bottom axis; without any it takes no row.
  public var xLabels: [Label]
  /// Labels at the left axis; nil takes round values of the scale.
  public var yLabels: [Label]?
  /// Words right of the lines, each at its height, the higher value above where they are close;
  /// where there are more than rows, the last are left out.
  public var notes: [Label]

  /// Creates a chart.
  public init(
    x: Scale, y: Scale, curves: [Curve], marks: [Mark] = [], marksName: String = "",
    xLabels: [Label] = [], yLabels: [Label]? = nil, notes: [Label] = []
  ) {
    self.x = x
    self.y = y
    self.curves = curves
    self.marks = marks
    self.marksName = marksName
    self.xLabels = xLabels
    self.yLabels = yLabels
    self.notes = notes
  }

  /// Draws the axes, the lines and what is written around them.
  public func draw(into canvas: inout Canvas, in area: Rect) {
    let plan = ChartPlan(self, area)
    guard plan.plot.width > 0, plan.plot.height > 0 else { return }
    drawRules(into: &canvas, plan)
    var grid = DotGrid(columns: plan.plot.width, rows: plan.plot.height)
    for curve in curves { grid.draw(curve, x: x, y: y) }
    grid.draw(into: &canvas, in: plan.plot)
    drawLeftAxis(into: &canvas, plan)
    drawBottomAxis(into: &canvas, plan)
    drawNotes(into: &canvas, plan)
  }

  private func drawRules(into canvas: inout Canvas, _ plan: ChartPlan) {
    for mark in marks where mark.hasRule {
      guard let column = x.cell(of: mark.at, in: plan.plot.width) else { continue }
      for row in 0..<plan.plot.height {
        canvas.set(
          "┊", plan.plot.x + column, plan.plot.y + row, Style(.track), clip: plan.plot)
      }
    }
  }

  private func drawLeftAxis(into canvas: inout Canvas, _ plan: ChartPlan) {
    let axis = plan.plot.x - 1
    for y in plan.plot.y..<plan.plot.bottom {
      canvas.set("│", axis, y, Style(.border), clip: plan.area)
    }
    canvas.set("└", axis, plan.plot.bottom, Style(.border), clip: plan.area)
    for label in plan.yLabels {
      guard let row = plan.row(of: label.at, y) else { continue }
      canvas.set("┤", axis, row, Style(.border), clip: plan.area)
      canvas.writeRight(label.text, axis, row, label.style, clip: plan.area)
    }
  }

  private func drawBottomAxis(into canvas: inout Canvas, _ plan: ChartPlan) {
    let row = plan.plot.bottom
    for x in plan.plot.x..<plan.area.right {
      canvas.set("─", x, row, Style(.border), clip: plan.area)
    }
    let name = marksName.isEmpty ? "" : " " + marksName
    let nameWidth = TextWidth.columns(of: name)
    if nameWidth < plan.area.right - plan.plot.x {
      canvas.writeRight(name, plan.area.right, row, Style(.muted), clip: plan.area)
    }
    for mark in marks {
      guard let column = x.cell(of: mark.at, in: plan.plot.width) else { continue }
      canvas.write(mark.text, plan.plot.x + column, row, mark.style, clip: plan.area)
    }
    var free = plan.plot.x
    for label in xLabels {
      guard let column = x.cell(of: label.at, in: plan.plot.width) else { continue }
      let start = plan.plot.x + column
      let width = TextWidth.columns(of: label.text)
      guard start >= free, start + width <= plan.area.right else { continue }
      canvas.write(label.text, start, row + 1, label.style, clip: plan.area)
      free = start + width + 1
    }
  }

  private func drawNotes(into canvas: inout Canvas, _ plan: ChartPlan) {
    let placed = notes.compactMap { note in y.fraction(of: note.at).map { (note, $0) } }
      .prefix(plan.plot.height).sorted { $0.1 > $1.1 }
    let rows = Spacing.rows(
      near: placed.map { plan.row(at: min(max($0.1, 0), 1)) - plan.plot.y },
      of: plan.plot.height)
    for ((note, _), row) in zip(placed, rows) {
      canvas.writeRight(
        note.text, plan.area.right, plan.plot.y + row, note.style,
        clip: Rect(
          plan.plot.right, plan.area.y, plan.area.right - plan.plot.right, plan.area.height))
    }
  }
}

/// Where the parts of a chart lie.
private struct ChartPlan {
  let area: Rect
  let plot: Rect
  let yLabels: [CurveChart.Label]

  init(_ chart: CurveChart, _ area: Rect) {
    self.area = area
    let height = area.height - 1 - (chart.xLabels.isEmpty ? 0 : 1)
    yLabels =
      chart.yLabels
      ?? chart.y.ticks(atMost: max(2, min(6, height))).map {
        CurveChart.Label(at: $0, CompactNumber.text($0))
      }
    let left = (yLabels.map { TextWidth.columns(of: $0.text) }.max() ?? 0) + 1
    let noteWidth = chart.notes.map { TextWidth.columns(of: $0.text) }.max() ?? 0
    let right = noteWidth == 0 ? 0 : noteWidth + 1
    // Words give way to the lines where there is no room for both.
    let kept = area.width - left - right >= 8 ? right : 0
    plot = Rect(area.x + left, area.y, area.width - left - kept, height)
  }

  /// The row of a height; nil outside the chart.
  func row(of value: Double, _ scale: Scale) -> Int? {
    guard let place = scale.fraction(of: value), place >= 0, place <= 1 else { return nil }
    return row(at: place)
  }

  /// The row of a part of the height, from 0 at the bottom to 1 at the top.
  func row(at place: Double) -> Int {
    plot.bottom - 1 - Int((place * Double(plot.height * 4 - 1)).rounded()) / 4
  }
}
