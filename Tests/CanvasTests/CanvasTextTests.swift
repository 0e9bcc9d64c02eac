import Testing

@testable import Canvas

@Suite struct CanvasTextTests {
  private func row(_ canvas: Canvas, _ y: Int = 0) -> [String] { canvas.row(y).map(\.glyph) }

  @Test("A wide character takes two cells and the text after it stays aligned")
  func wide() {
    var canvas = Canvas(Size(6, 1))
    #expect(canvas.write("漢a🐝", 0, 0) == 5)
    #expect(row(canvas) == ["漢", "", "a", "🐝", "", " "])
  }

  @Test("A wide character is never cut in half: a blank stands where only half would fit")
  func halves() {
    var canvas = Canvas(Size(3, 1))
    #expect(canvas.write("a漢漢", 0, 0) == 3)
    #expect(row(canvas) == ["a", "漢", ""])
    canvas = Canvas(Size(3, 1))
    canvas.write("漢漢", 0, 0)
    #expect(row(canvas) == ["漢", "", " "])
    canvas.write("xxx", 0, 0)
    canvas.write("漢y", 0, 0, clip: Rect(1, 0, 2, 1))
    #expect(row(canvas) == ["x", " ", "y"])
  }

  @Test("Writing over one half of a wide character blanks the other")
  func overwriting() {
    var canvas = Canvas(Size(4, 1))
    canvas.write("漢字", 0, 0)
    canvas.write("x", 1, 0)
    #expect(row(canvas) == [" ", "x", "字", ""])
    canvas[2, 0] = Cell("y")
    #expect(row(canvas) == [" ", "x", "y", " "])
    canvas[2, 0] = Cell("漢")
    #expect(row(canvas) == [" ", "x", "漢", ""])
    canvas[3, 0] = Cell("漢")
    #expect(row(canvas) == [" ", "x", " ", " "])
  }

  @Test("A cell takes no escape sequence, no override and no two characters at once")
  func cells() {
    var canvas = Canvas(Size(4, 1))
    for (x, glyph) in ["\u{1B}", "ab", "\u{202E}", ""].enumerated() { canvas[x, 0] = Cell(glyph) }
    #expect(row(canvas) == ["?", "?", "?", " "])
  }

  @Test("Hidden characters appear in a role of their own")
  func hidden() {
    var canvas = Canvas(Size(8, 1))
    canvas.write("a\u{200B}", 0, 0, Style(.title, bold: true, selected: true))
    #expect(row(canvas).joined() == "a‹ZWSP› ")
    #expect(canvas[0, 0].style.role == .title)
    #expect(canvas[1, 0].style == Style(.hidden, bold: true, selected: true))
  }

  @Test("Columns used stop at the clip, and text right of it changes nothing")
  func columns() {
    var canvas = Canvas(Size(5, 1))
    #expect(canvas.write("abcdefgh", 2, 0) == 3)
    #expect(canvas.write("abc", 7, 0) == 0)
    #expect(canvas.write("abc", 0, 9) == 3)
    #expect(canvas.write("abcdef", -2, 0) == 6)
    #expect(row(canvas).joined() == "cdefc")
  }

  @Test("Text is set flush right and in the middle, shortened where it must be")
  func alignment() {
    var canvas = Canvas(Size(8, 3))
    canvas.writeRight("12", 8, 0)
    canvas.writeRight("1234567890", 8, 1, clip: Rect(3, 0, 5, 3))
    canvas.writeCentred("漢a", in: Rect(0, 2, 8, 1))
    #expect(row(canvas, 0).joined() == "      12")
    #expect(row(canvas, 1).joined() == "   1234…")
    #expect(row(canvas, 2) == [" ", " ", "漢", "", "a", " ", " ", " "])
  }

  @Test("Runs follow each other with their own styles")
  func runs() {
    var canvas = Canvas(Size(8, 1))
    let used = canvas.write([TextRun("漢"), TextRun("ok", Style(.push))], 1, 0)
    #expect(used == 4)
    #expect(canvas[3, 0] == Cell("o", style: Style(.push)))
  }

  @Test("After any writes a wide glyph has its other half, and nothing else is empty")
  func invariant() {
    for seed in 0..<300 {
      var canvas = Canvas(Size(9, 3))
      for (step, text) in Samples.texts.enumerated() where step % 7 == seed % 7 {
        canvas.write(text, (seed * step) % 13 - 3, step % 3, clip: Rect(step % 4, 0, 6, 3))
        canvas[(seed + step) % 9, step % 3] = Cell(step % 2 == 0 ? "漢" : "")
      }
      for y in 0..<3 {
        let glyphs = row(canvas, y)
        #expect(glyphs.first != "")
        for (left, right) in zip(glyphs, glyphs.dropFirst()) where right.isEmpty {
          #expect(TextWidth.columns(of: left) == 2)
        }
        #expect(glyphs.reduce(0) { $0 + TextWidth.columns(of: $1) } == 9)
      }
    }
  }
}
