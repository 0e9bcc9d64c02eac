import Testing

@testable import Canvas

@Suite struct OutputTests {
  private let theme = Theme(
    name: "test", variant: .dark,
    full: .init(
      paints: [
        .background: .init(.standard, on: .rgb(RGB(16, 16, 16))),
        .text: .init(.rgb(RGB(240, 240, 240))), .push: .init(.indexed(10)),
        .selection: .init(.rgb(RGB(0, 0, 0)), on: .rgb(RGB(255, 220, 0))),
      ], ramps: [.wave: [.rgb(RGB(255, 255, 255)), .rgb(RGB(128, 255, 128))]]),
    ansi16: .init(paints: [.push: .init(.indexed(10), on: nil, .bold)]),
    mono: [.push: .bold, .selection: .reverse])

  private func sample() -> Canvas {
    var canvas = Canvas(Size(8, 2), style: Style(.background))
    canvas.write("漢<&>", 0, 0)
    canvas.write("ok", 0, 1, Style(.push, underline: true))
    canvas.write("3", 3, 1, Style(.wave, level: 7, selected: true))
    return canvas
  }

  @Test("Plain text has each row without blanks at its end")
  func plainText() {
    #expect(sample().plainText == "漢<&>\nok 3")
    #expect(Canvas(Size(3, 2)).plainText == "\n")
    #expect(Canvas(Size(0, 0)).plainText == "")
  }

  @Test("Planes show glyphs, roles and attributes cell below cell")
  func planes() {
    let planes = sample().planes
    #expect(planes.text == "漢·<&>\nok 3")
    #expect(planes.roles == "TTTTT\nPP 7")
    #expect(planes.attributes == "\n44 8")
  }

  @Test("Every role has a letter of its own")
  func letters() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
    #expect(Role.allCases.allSatisfy { $0.letter.count == 1 })
  }

  @Test("ANSI text changes colours only where they change, and ends every row plain")
  func ansi() {
    #expect(
      sample().ansi(theme: theme, depth: .trueColor)
        == "\u{1B}[0;38;2;240;240;240;48;2;16;16;16m漢<&>\u{1B}[0;48;2;16;16;16m   \u{1B}[0m\n"
        + "\u{1B}[0;4;92;48;2;16;16;16mok\u{1B}[0;48;2;16;16;16m \u{1B}[0;38;2;0;0;0;48;2;255;220;0m3"
        + "\u{1B}[0;48;2;16;16;16m    \u{1B}[0m")
    let mono = sample().ansi(theme: theme, depth: .mono)
    #expect(
      mono
        == "\u{1B}[0m漢<&>   \u{1B}[0m\n\u{1B}[0;1;4mok\u{1B}[0m \u{1B}[0;7m3\u{1B}[0m    \u{1B}[0m")
    #expect(sample().ansi(theme: theme, depth: .ansi16).contains("\u{1B}[0;1;4;92mok"))
    #expect(sample().ansi(theme: theme, depth: .indexed256).contains("48;5;233m"))
  }

  @Test("An SVG escapes its text, holds letters in their cells and draws lines and blocks")
  func svg() {
    var canvas = sample()
    canvas.write("│█⣀", 5, 1)
    let svg = canvas.svg(theme: theme)
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 34\""))
    #expect(svg.contains("textLength=\"16\" lengthAdjust=\"spacingAndGlyphs\""))
    #expect(svg.contains(">&lt;&amp;&gt;</text>"))
    #expect(svg.contains("text-decoration=\"underline\">ok</text>"))
    #expect(svg.contains("<path d=\"M44.0 25.5V17.0M44.0 25.5V34.0\""))
    #expect(svg.contains("<rect x=\"48.0\" y=\"17.0\" width=\"8.0\" height=\"17.0\""))
    #expect(svg.contains("fill=\"#ffdc00\""))
    #expect(svg.hasSuffix("</svg>\n"))
  }

  @Test("A letter of markup stays a letter in SVG, whatever accents it carries")
  func accentedMarkup() {
    #expect(
      SVGText.escaped("<\u{301}a b=\"c\">&\u{301}é")
        == "&lt;\u{301}a b=&quot;c&quot;&gt;&amp;\u{301}é")
    var canvas = Canvas(Size(8, 1))
    canvas.write("<\u{301}b&\u{308}>\u{301}", 0, 0)
    let scalars = Array(canvas.svg(theme: theme).unicodeScalars)
    let accents = scalars.indices.filter { ["\u{301}", "\u{308}"].contains(scalars[$0]) }
    #expect(accents.count == 3)
    #expect(accents.allSatisfy { scalars[$0 - 1] == ";" })
  }

  @Test("No output holds a control character, whatever was written, and every row keeps its width")
  func hostile() {
    for (seed, text) in Samples.texts.enumerated() {
      var canvas = Canvas(Size(20, 2))
      canvas.write(text, seed % 5 - 2, 0)
      canvas[seed % 20, 1] = Cell(text)
      let outputs = [
        canvas.plainText, canvas.svg(theme: theme), canvas.shown(in: .ascii).plainText,
        canvas.ansi(theme: theme, depth: .trueColor).split(separator: "\u{1B}[").joined(),
      ]
      for output in outputs {
        #expect(
          output.unicodeScalars.allSatisfy {
            $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
          }, "\(VisibleText.escape(text))")
      }
    }
  }

  @Test("In ASCII everything keeps its place, and every drawing keeps its meaning")
  func ascii() {
    var canvas = Canvas(Size(24, 6))
    canvas.draw(Frame(Heading("Wave ≥ 2", label: "n 1…9")), in: Rect(0, 0, 24, 4))
    canvas.draw(Gauge(0.6, inForce: 0.3), in: Rect(1, 1, 13, 1))
    canvas.draw(Bar(0.5, track: Style(.track)), in: Rect(15, 1, 8, 1))
    canvas.write("▲■◆✕✓✗◐ 漢é é ▶‖", 1, 2)
    canvas.write("‹RLO›", 0, 4)
    canvas.draw(Sparkline([0, 1, 2, 3, 4, 5, 6, 7, nil], maximum: 8), in: Rect(0, 5, 9, 1))
    let ascii = canvas.shown(in: .ascii)
    #expect(
      ascii.plainText == """
        + Wave > 2 ----- n 1~9 +
        ||---+--O----| ####....|
        |^#*X+xo ??e e >=      |
        +----------------------+
        <RLO>
        _.,-=+*#
        """)
    #expect(ascii.cells.allSatisfy { $0.glyph.utf8.count == 1 })
    #expect(canvas.shown(in: .unicode) == canvas)
  }

  @Test("Every text comes out as ASCII of the same width")
  func asciiOfAnything() {
    for text in Samples.texts {
      var canvas = Canvas(Size(30, 1))
      canvas.write(text, 0, 0)
      let ascii = canvas.shown(in: .ascii)
      #expect(ascii.cells.allSatisfy { $0.glyph.utf8.count == 1 }, "\(ascii.plainText)")
    }
  }
}
