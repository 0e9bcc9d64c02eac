import Testing

@testable import Canvas

@Suite struct ThemeTests {
  private let black = RGB(0, 0, 0)
  private let white = RGB(255, 255, 255)

  @Test("Contrast is WCAG's: 21 for black on white, 1 for a colour on itself")
  func contrast() {
    #expect(abs(black.contrast(with: white) - 21) < 1e-9)
    #expect(white.contrast(with: white) == 1)
    // A known pair: #767676 is the lightest grey that passes on white.
    #expect(RGB(0x76, 0x76, 0x76).contrast(with: white) >= 4.5)
    #expect(RGB(0x77, 0x77, 0x77).contrast(with: white) < 4.5)
  }

  @Test(
    "Colours are read from hexadecimal digits and nothing else",
    arguments: [
      ("#f4c542", RGB(0xF4, 0xC5, 0x42)), ("#FFF", RGB(255, 255, 255)), ("f4c542", nil),
      ("#f4c54", nil), ("#ggg", nil), ("", nil), ("#١٢٣", nil), ("#f4c5421", nil),
    ] as [(String, RGB?)])
  func hex(text: String, colour: RGB?) {
    #expect(RGB(hex: text) == colour)
    if let colour { #expect(RGB(hex: colour.hex) == colour) }
  }

  @Test("The nearest of the 240 fixed entries is the nearest, and every entry is its own")
  func nearest() {
    for entry in Ink.fixed {
      let found = Ink.nearest(to: entry.colour)
      #expect(found.map(Ink.colour) == entry.colour)
    }
    for seed in 0..<200 {
      let colour = RGB(
        UInt8(truncatingIfNeeded: seed * 97), UInt8(truncatingIfNeeded: seed * 57 + 11),
        UInt8(truncatingIfNeeded: seed * 31 + 7))
      let found = Ink.nearest(to: colour).map(Ink.colour) ?? black
      #expect(Ink.fixed.allSatisfy { $0.colour.distance(to: colour) >= found.distance(to: colour) })
    }
  }

  private func theme(_ text: RGB, on background: RGB, selection: Theme.Paint) -> Theme {
    Theme(
      name: "t", variant: .dark,
      full: .init(
        paints: [
          .background: .init(.standard, on: .rgb(background)), .text: .init(.rgb(text)),
          .selection: selection,
        ], ramps: [.wave: [.rgb(white), .rgb(text)]]), ansi16: .init(), mono: [:])
  }

  @Test("Reduced to 256 colours a text keeps the contrast that it had")
  func reducedContrast() {
    for seed in 0..<300 {
      let grey = UInt8(truncatingIfNeeded: seed)
      let colour = RGB(
        grey, UInt8(truncatingIfNeeded: seed * 3), UInt8(truncatingIfNeeded: seed * 7))
      let theme = theme(colour, on: RGB(18, 18, 28), selection: .init(.rgb(white), on: .rgb(black)))
      let before = theme.contrast(of: theme.look(of: Style(), depth: .trueColor))
      let after = theme.contrast(of: theme.look(of: Style(), depth: .indexed256))
      for least in [3, 4.5] where before >= least { #expect(after >= least) }
    }
  }

  @Test("A dim text is nearer to its background and never below 3 where it was above")
  func dim() {
    for seed in 0..<100 {
      let colour = RGB(UInt8(100 + seed), UInt8(255 - seed), 160)
      let theme = theme(colour, on: RGB(20, 20, 20), selection: .init(.rgb(white), on: .rgb(black)))
      let plain = theme.contrast(of: theme.look(of: Style(), depth: .trueColor))
      let look = theme.look(of: Style(dim: true), depth: .trueColor)
      #expect(theme.contrast(of: look) >= 3)
      #expect(theme.contrast(of: look) < plain)
      #expect(!look.attributes.contains(.dim))
    }
  }

  @Test("On the selection a colour stays where it can be read, and gives way where it cannot")
  func selection() {
    let yellow = Ink.rgb(RGB(255, 220, 0))
    let theme = theme(white, on: black, selection: .init(.rgb(black), on: yellow))
    #expect(
      theme.look(of: Style(selected: true), depth: .trueColor) == Look(.rgb(black), on: yellow))
    let dark = self.theme(RGB(90, 0, 0), on: white, selection: .init(.rgb(black), on: yellow))
    #expect(
      dark.look(of: Style(selected: true), depth: .trueColor)
        == Look(.rgb(RGB(90, 0, 0)), on: yellow))
  }

  @Test("A level beyond a ramp takes its last step")
  func ramp() {
    let theme = theme(RGB(9, 200, 9), on: black, selection: .init())
    let looks = [0, 1, 9].map { theme.look(of: Style(.wave, level: $0), depth: .trueColor) }
    #expect(looks[0].foreground == .rgb(white))
    #expect(looks[1] == looks[2])
  }
}
