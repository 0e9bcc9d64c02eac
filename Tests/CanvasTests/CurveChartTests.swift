import Testing

@testable import Canvas

@Suite struct CurveChartTests {
  private func drawn(_ chart: CurveChart, _ width: Int, _ height: Int) -> String {
    var canvas = Canvas(Size(width, height))
    canvas.draw(chart, in: canvas.bounds)
    return canvas.plainText
  }

  private func reach(_ count: Int) -> [Curve.Point] {
    (0..<count).map { step in
      var value = 12.0
      for _ in 0..<step { value *= 1.13 }
      return Curve.Point(Double(step), value)
    }
  }

  @Test("Reach over time: decades at the left, wave ends below, words at the lines' ends")
  func picture() {
    let chart = CurveChart(
      x: .linear(0, 96), y: .decades(from: 10, covering: 700_000),
      curves: [
        Curve([.init(0, 11), .init(96, 74)], Style(.social), spacing: 3),
        Curve(reach(91), Style(.push)),
      ],
      marks: [.init(at: 0, "1"), .init(at: 40, "5"), .init(at: 90, "●")], marksName: "wave ends",
      xLabels: [.init(at: 0, "Wed 18:42"), .init(at: 5, "lost"), .init(at: 48, "+2 d")],
      notes: [.init(at: 700_000, "688K now"), .init(at: 74, "74 social")])
    #expect(
      drawn(chart, 64, 9) == """
          1M┤                                         ⣀⣀⠤⠔⠒     688K now
        100K┤                                  ⣀⡠⠤⠔⠒⠊⠉
         10K┤                           ⣀⡠⠤⠔⠒⠉⠉
            │                   ⢀⣀⡠⠤⠔⠒⠉⠉
          1K┤            ⢀⣀⡠⠤⠒⠒⠉⠁
         100┤     ⢀⣀⠤⠤⠒⠒⠉⠁              ⡀⢀ ⡀⢀ ⡀⢀ ⡀⢀ ⡀⢀ ⡀⢀ ⠄⠠ ⠄ 74 social
          10┤⡤⠤⠒⠎⠩⠁⠂⠐ ⠂⠐ ⠂⠐ ⠁⠈ ⠁⠈ ⠁⠈ ⠁⠈
            └1───────────────────5────────────────────────●─── wave ends
             Wed 18:42               +2 d
        """)
  }

  @Test("A column never changes once drawn while the axes stay, solid, stepped or dotted")
  func noShimmer() {
    let points = reach(90)
    for path in [Curve.Path.straight, .steps] {
      for spacing in 1...3 {
        func grid(_ count: Int) -> String {
          var grid = DotGrid(columns: 48, rows: 6)
          let curve = Curve(
            Array(points.prefix(count)), path: path, spacing: spacing)
          grid.draw(curve, x: .linear(0, 96), y: .logarithmic(10, 1e6))
          var canvas = Canvas(Size(48, 6))
          grid.draw(into: &canvas, in: canvas.bounds)
          return canvas.plainText
        }
        let whole = grid(90).split(separator: "\n", omittingEmptySubsequences: false)
        for count in stride(from: 4, through: 88, by: 7) {
          let part = grid(count).split(separator: "\n", omittingEmptySubsequences: false)
          let certain = (count - 1) / 2 - 1  // the last cell may still be growing
          for (before, after) in zip(part, whole) {
            #expect(padded(before, certain) == padded(after, certain))
          }
        }
      }
    }
  }

  private func padded(_ row: Substring, _ count: Int) -> String {
    TextWidth.padded(String(row.prefix(count)), to: count)
  }

  @Test("A gap in the points is a gap in the line, and a missing start is no zero")
  func gaps() {
    let curve = Curve([.init(2, 1), .init(4, nil), .init(6, 1), .init(8, 1)])
    let heights = curve.heights(at: [0, 2, 3, 5, 6, 7, 8, 9])
    #expect(heights == [nil, 1, nil, nil, 1, 1, 1, nil])
  }

  @Test("A count holds its height until it is known to have changed")
  func steps() {
    let curve = Curve([.init(0, 5), .init(4, 9)], path: .steps, knownUntil: 6)
    #expect(curve.heights(at: [0, 3.9, 4, 6, 6.1]) == [5, 5, 9, 9, nil])
  }

  @Test("A steep stretch stays connected")
  func steep() {
    var grid = DotGrid(columns: 2, rows: 4)
    grid.draw(
      Curve([.init(0, 0), .init(1.5, 0), .init(2.5, 15), .init(4, 15)]), x: .linear(0, 4),
      y: .linear(0, 15))
    var canvas = Canvas(Size(2, 4))
    grid.draw(into: &canvas, in: canvas.bounds)
    #expect(canvas.plainText == " ⡏\n ⡇\n ⡇\n⣀⠇")
  }

  @Test("Bad numbers draw nothing and break nothing")
  func badNumbers() {
    for bad in [Double.nan, .infinity, -.infinity, 0, -5] {
      let chart = CurveChart(
        x: .linear(0, bad), y: .logarithmic(10, bad),
        curves: [Curve([.init(0, bad), .init(bad, 3)])], marks: [.init(at: bad, "x")],
        notes: [.init(at: bad, "note")])
      #expect(drawn(chart, 30, 6).split(separator: "\n").count <= 6)
    }
  }

  @Test("Axes grow in steps: by decades, by doubling")
  func growth() {
    #expect(Scale.decades(from: 10, covering: 5) == .logarithmic(10, 100))
    #expect(Scale.decades(from: 10, covering: 100_001) == .logarithmic(10, 1_000_000))
    #expect(Scale.doubling(from: 3, unit: 6, covering: 14) == .linear(3, 15))
    #expect(Scale.doubling(from: 3, unit: 6, covering: 15.5) == .linear(3, 27))
  }

  @Test("Ticks are round values on the scale")
  func ticks() {
    #expect(Scale.logarithmic(10, 1e6).ticks(atMost: 6) == [10, 100, 1e3, 1e4, 1e5, 1e6])
    #expect(Scale.logarithmic(10, 1e6).ticks(atMost: 3) == [100, 1e4, 1e6])
    #expect(Scale.linear(0, 1000).ticks(atMost: 5) == [0, 200, 400, 600, 800, 1000])
    #expect(Scale.linear(3, 3).ticks(atMost: 5).isEmpty)
  }

  @Test(
    "Counts are short and round as people round",
    arguments: [
      (0, "0"), (612, "612"), (999.6, "1K"), (1000, "1K"), (1049, "1.05K"), (12_400, "12.4K"),
      (88_140, "88.1K"), (688_402, "688K"), (999_499, "999K"), (999_500, "1M"),
      (1_250_000, "1.25M"),
      (0.25, "0.25"), (-1500, "−1.5K"), (.nan, "–"), (3e15, "3000T"),
    ] as [(Double, String)])
  func counts(value: Double, text: String) {
    #expect(CompactNumber.text(value) == text)
  }

  @Test("words at lines stand in the order of their values and at their own lines' ends")
  func notes() {
    for (upper, lower) in [(273.0, 33.0), (26_000, 15_100), (300, 290), (5, 5), (900_000, 1)] {
      for height in 3...20 {
        for isSwapped in [false, true] {
          var notes = [CurveChart.Label(at: upper, "upper"), CurveChart.Label(at: lower, "lower")]
          if isSwapped, upper != lower { notes.reverse() }
          let chart = CurveChart(
            x: .linear(0, 1), y: .logarithmic(1, 1e6), curves: [], notes: notes)
          var canvas = Canvas(Size(40, height))
          canvas.draw(chart, in: canvas.bounds)
          let rows = canvas.plainText.split(separator: "\n", omittingEmptySubsequences: false)
          let high = rows.firstIndex { $0.contains("upper") }
          let low = rows.firstIndex { $0.contains("lower") }
          #expect(high != nil && low != nil && (high ?? 0) < (low ?? 0), "\(upper) \(height)")
        }
      }
    }
  }

  @Test("labels that collide take rows of their own around where they would stand")
  func spacing() {
    #expect(Spacing.rows(near: [2, 7], of: 10) == [2, 7])
    #expect(Spacing.rows(near: [4, 4], of: 10) == [4, 5])
    #expect(Spacing.rows(near: [4, 4, 4], of: 10) == [3, 4, 5])
    #expect(Spacing.rows(near: [9, 9], of: 10) == [8, 9])
    #expect(Spacing.rows(near: [0, 0, 0], of: 3) == [0, 1, 2])
    #expect(Spacing.rows(near: [], of: 3) == [])
  }
}
