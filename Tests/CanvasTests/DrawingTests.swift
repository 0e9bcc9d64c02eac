import Testing

@testable import Canvas

@Suite struct DrawingTests {
  private func drawn(_ drawing: some Drawing, _ width: Int, _ height: Int = 1) -> String {
    var canvas = Canvas(Size(width, height))
    canvas.draw(drawing, in: canvas.bounds)
    return canvas.plainText
  }

  @Test("A pane is a frame with a title and a label, and rules that join it")
  func pane() {
    var canvas = Canvas(Size(36, 7))
    canvas.draw(Frame(Heading("Videos", label: "by views 1/11")), in: Rect(0, 0, 34, 7))
    canvas.draw(Rule(Heading("What it is about", label: "says why: v")), in: Rect(0, 3, 34, 1))
    canvas.verticalLine(19, from: 3, to: 6)
    #expect(
      canvas.plainText == """
        ┌ Videos ───────── by views 1/11 ┐
        │                                │
        │                                │
        ├ What it is about ┬ says why: v ┤
        │                  │             │
        │                  │             │
        └──────────────────┴─────────────┘
        """)
  }

  @Test("Frames that share an edge join, and so do lines that cross")
  func joints() {
    var canvas = Canvas(Size(9, 5))
    canvas.draw(Frame(), in: Rect(0, 0, 5, 3))
    canvas.draw(Frame(), in: Rect(4, 0, 5, 3))
    canvas.draw(Frame(), in: Rect(0, 2, 5, 3))
    canvas.draw(Frame(), in: Rect(4, 2, 5, 3))
    #expect(
      canvas.plainText == """
        ┌───┬───┐
        │   │   │
        ├───┼───┤
        │   │   │
        └───┴───┘
        """)
  }

  @Test("A rule by itself keeps its ends")
  func rule() {
    let rule = Rule(Heading("Reach, log", label: "stops near 720K"))
    #expect(drawn(rule, 40) == "─ Reach, log ───────── stops near 720K ─")
  }

  @Test("A heading too long for its line loses its label first, then the end of its title")
  func narrowHeading() {
    let rule = Rule(Heading("What it is about", label: "says why: v"))
    #expect(drawn(rule, 28) == "─ What it is about ─ says… ─")
    #expect(drawn(rule, 24) == "─ What it is about ─────")
    #expect(drawn(rule, 12) == "─ What it… ─")
    #expect(drawn(Frame(Heading("漢字漢字", label: "x")), 8, 2) == "┌ 漢… ─┐\n└──────┘")
    for width in 0...40 { #expect(drawn(rule, width).count <= width) }
  }

  @Test("A focused pane says so in its line")
  func focus() {
    var canvas = Canvas(Size(4, 3))
    canvas.draw(Frame(isFocused: true), in: canvas.bounds)
    #expect(canvas.planes.roles == "FFFF\nF  F\nFFFF")
  }

  @Test(
    "A bar ends at the nearest eighth of a cell",
    arguments: [
      (0, ""), (0.001, "▏"), (0.5, "████"), (6.125 / 8, "██████▏"), (1, "████████"),
      (7, "████████"), (-1, ""), (.nan, ""), (.infinity, "████████"),
    ] as [(Double, String)])
  func bar(fraction: Double, expected: String) {
    #expect(drawn(Bar(fraction), 8) == expected)
  }

  @Test("A tornado grows to both sides of its line")
  func tornado() {
    #expect(drawn(Tornado(less: 0.5, more: 0.5), 9) == "  ██│██")
    #expect(drawn(Tornado(less: 0.1, more: 1), 9) == "   ▐│████")
    #expect(drawn(Tornado(less: 0, more: 0), 9) == "    │")
  }

  @Test("A slider shows its value, what is in force and the stretch between")
  func gauge() {
    #expect(drawn(Gauge(0.3, inForce: 0.3), 13) == "├───●───────┤")
    #expect(drawn(Gauge(0.6, inForce: 0.3), 13) == "├───┼──●────┤")
    #expect(drawn(Gauge(0.1, inForce: 0.3), 13) == "├─●─┼───────┤")
    #expect(drawn(Gauge(0.301, inForce: 0.3), 13) == "├───┼●──────┤")
    #expect(drawn(Gauge(.nan), 5) == "├●──┤")
    var canvas = Canvas(Size(13, 1))
    canvas.draw(Gauge(0.6, inForce: 0.3), in: canvas.bounds)
    #expect(canvas.planes.roles == "LLLLMWWWLLLLL")
  }

  @Test("A sparkline has a fixed maximum, gaps for what is missing and a mark at its bar")
  func sparkline() {
    #expect(drawn(Sparkline([0, 1, 2, 3, 4, 5, 6, 7, 8], maximum: 8), 9) == "▁▂▃▄▅▆▇██")
    #expect(drawn(Sparkline([8, nil, 9, .nan], maximum: 8), 9) == "█ █▁")
    #expect(drawn(Sparkline([1, 2, 3], maximum: 3), 2) == "▆█")
    #expect(drawn(Sparkline([3, 3], maximum: 3, bar: 1.5), 9) == "██─")
    #expect(drawn(Sparkline([3, 1], maximum: 3, cellsPerSample: 2), 9) == "██▃▃")
  }

  @Test("A heat strip can be read without colour, and a gap is no cold cell")
  func heat() {
    #expect(drawn(HeatStrip([0, 0.5, nil, 1, 7]), 5) == "░▒ ██")
    #expect(drawn(HeatStrip([0, 0.5, 1]), 2) == "▒█")
  }

  @Test(
    "An interval stands against the bar, with ends only where there is room for both",
    arguments: [
      (2.13, 0.22, "┊             ├──●───┤"), (1.38, 0.03, "┊    ●─"), (1.05, 0.02, "◐"),
      (1.07, 0.09, "◐──"), (1.2, 0.3, "┼─●────┤"), (9, 0.1, "┊                      ▸"),
      (0, 0.1, "◂"), (.nan, 0.1, "┊"),
    ] as [(Double, Double, String)])
  func interval(value: Double, margin: Double, expected: String) {
    let mark = IntervalMark(
      scale: .linear(1.05, 2.5), low: value - margin, value: value, high: value + margin,
      bar: 1.05)
    #expect(drawn(mark, 24) == expected)
  }

  @Test("A timeline marks what happened and dots what is to come")
  func timeline() {
    let line = Timeline(
      scale: .linear(0, 20), now: 14,
      marks: [.init(at: 0, "1"), .init(at: 5, "4"), .init(at: 9, "◆", Style(.doubt))])
    #expect(drawn(line, 23) == "├1────4───◆────●┄┄┄┄┄┄┤")
    #expect(drawn(Timeline(scale: .linear(0, 0), now: 3), 5) == "├●┄┄┤")
    #expect(
      drawn(Timeline(scale: .linear(0, 9), now: 9, marks: [.init(at: 9, "12")]), 8) == "├────1●┤")
  }

  @Test("Nothing draws outside its area, at any size")
  func clipping() {
    let drawings: [any Drawing] = [
      Frame(Heading("Title", label: "label")), Rule(Heading("Title", label: "label")), Bar(0.7),
      Tornado(less: 0.6, more: 0.9), Gauge(0.6, inForce: 0.2), HeatStrip([0.1, 0.9, nil]),
      Sparkline([1, 2, 3, nil, 4], maximum: 4, bar: 2, cellsPerSample: 2),
      IntervalMark(scale: .linear(0, 1), low: -1, value: 0.5, high: 2, bar: 0.5),
      Timeline(scale: .linear(0, 9), now: 4, marks: [.init(at: 2, "10")]),
      CurveChart(
        x: .linear(0, 9), y: .logarithmic(10, 1000),
        curves: [Curve([.init(0, 20), .init(9, 900)])],
        marks: [.init(at: 3, "漢", hasRule: true)], marksName: "waves",
        xLabels: [.init(at: 0, "start")], notes: [.init(at: 900, "900 now")]),
    ]
    for drawing in drawings {
      for width in 0...14 {
        for height in 0...6 {
          let area = Rect(3, 2, width, height)
          var canvas = Canvas(Size(20, 10))
          for y in 0..<10 { canvas.write(String(repeating: "x", count: 20), 0, y) }
          drawing.draw(into: &canvas, in: area)
          drawing.draw(into: &canvas, in: Rect(-2, -1, width, height))
          for y in 0..<10 {
            for x in 0..<20
            where !area.contains(x, y) && !Rect(-2, -1, width, height).contains(x, y) {
              #expect(canvas[x, y].glyph == "x", "\(drawing) \(width)×\(height) at \(x) \(y)")
            }
          }
        }
      }
    }
  }
}
