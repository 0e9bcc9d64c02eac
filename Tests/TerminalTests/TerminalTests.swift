import Canvas
import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#endif

/// One terminal at a time is all that ncurses has, so these run one after the other.
@Suite(.serialized) struct TerminalTests {
  private func surroundings(_ changes: [String: String] = [:]) -> Surroundings {
    let usual = ["TERM": "xterm-256color", "LANG": "C.UTF-8"]
    return Surroundings { changes[$0] ?? usual[$0] }
  }

  private func open(
    _ pty: PseudoTerminal, _ changes: [String: String] = [:]
  ) throws -> Terminal {
    try Terminal(input: pty.slave, output: pty.slave, environment: surroundings(changes))
  }

  /// Text of all kinds at all places, in styles of all roles.
  private func canvas(_ size: Size, _ seed: Int) -> Canvas {
    let texts = [
      "plain", "漢字", "👩🏽‍💻🇳🇱", "e\u{301}\u{302}\u{303}", "नमस्ते", "\u{202E}x", "──┼──", "⣿⣀⡠", "▏██",
      "\u{1FAE8}🐝", "ไทย",
    ]
    var canvas = Canvas(size, style: Style(.background))
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    // The corner of the screen is the one cell that takes a trick to fill.
    canvas.write("┘", size.width - 1, size.height - 1)
    for _ in 0..<12 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let pick = Int(truncatingIfNeeded: state >> 33)
      let role = Role.allCases[pick % Role.allCases.count]
      canvas.write(
        texts[pick / 7 % texts.count], pick / 91 % (size.width + 2) - 1, pick / 5 % size.height,
        Style(role, bold: pick % 2 == 0, selected: pick % 3 == 0))
    }
    return canvas
  }

  private let themes = [
    Theme.plain,
    Theme(
      name: "test", variant: .dark,
      full: .init(
        paints: [
          .background: .init(.standard, on: .rgb(RGB(20, 20, 30))),
          .text: .init(.rgb(RGB(250, 240, 230))),
          .push: .init(.rgb(RGB(80, 200, 150))), .bar: .init(.indexed(13)),
        ]), ansi16: .init(paints: [.push: .init(.indexed(10))]), mono: [:]),
  ]

  /// Rows as a terminal that holds each glyph in its cell would show them.
  private func expected(_ canvas: Canvas) -> [[String]] {
    (0..<canvas.size.height).map { y in canvas.row(y).map(\.glyph) }
  }

  @Test(
    "What the terminal shows is what was drawn, frame after frame, whatever the text",
    arguments: [
      ["TERM": "xterm-256color"], ["TERM": "xterm-256color", "COLORTERM": "truecolor"],
      ["TERM": "xterm"], ["TERM": "xterm-256color", "NO_COLOR": "1"], ["TERM": "tmux-256color"],
      ["TERM": "screen", "COLORTERM": "truecolor"],
    ])
  func showsCanvas(changes: [String: String]) throws {
    let size = Size(30, 6)
    let pty = try #require(PseudoTerminal(size))
    let terminal = try open(pty, changes)
    defer { terminal.close() }
    var emulator = Emulator(size)
    for seed in 0..<60 {
      let canvas = canvas(size, seed)
      terminal.present(canvas, theme: themes[seed / 20 % 2])
      emulator.feed(pty.sent())
      #expect(emulator.rows == expected(canvas), "frame \(seed) of \(changes)")
    }
    #expect(emulator.unknown.isEmpty)
  }

  @Test("On a terminal that takes every glyph for narrow, no glyph is out of place")
  func narrowTerminal() throws {
    let size = Size(30, 6)
    let pty = try #require(PseudoTerminal(size))
    let terminal = try open(pty)
    defer { terminal.close() }
    var emulator = Emulator(size, isNarrow: true)
    for seed in 0..<40 {
      let canvas = canvas(size, seed)
      terminal.present(canvas, theme: themes[0])
      emulator.feed(pty.sent())
      let wanted = expected(canvas).map { $0.map { $0.isEmpty ? " " : $0 } }
      #expect(emulator.rows == wanted, "frame \(seed)")
    }
  }

  @Test("A frame that does not differ sends nothing, and a small change sends little")
  func bytes() throws {
    let size = Size(40, 8)
    let pty = try #require(PseudoTerminal(size))
    let terminal = try open(pty)
    defer { terminal.close() }
    var canvas = canvas(size, 3)
    terminal.present(canvas, theme: themes[1])
    _ = pty.sent()
    terminal.present(canvas, theme: themes[1])
    #expect(pty.sent().isEmpty)
    canvas.fill(Rect(0, 2, 40, 1))
    canvas.write("12", 5, 2)
    terminal.present(canvas, theme: themes[1])
    _ = pty.sent()
    canvas.write("3", 6, 2)
    terminal.present(canvas, theme: themes[1])
    let sent = pty.sent()
    #expect(sent.count < 100)
    let text = String(decoding: sent, as: UTF8.self)
    #expect(text.hasPrefix("\u{1B}[?2026h"))
    #expect(text.hasSuffix("\u{1B}[?2026l"))
  }

  @Test("Without colours none is named", arguments: ["NO_COLOR", "vt100"])
  func noColour(reason: String) throws {
    let size = Size(30, 6)
    let pty = try #require(PseudoTerminal(size))
    let terminal = try open(pty, reason == "vt100" ? ["TERM": reason] : [reason: "1"])
    defer { terminal.close() }
    #expect(terminal.depth == .mono)
    var emulator = Emulator(size)
    for seed in 0..<10 {
      terminal.present(canvas(size, seed), theme: themes[1])
      emulator.feed(pty.sent())
    }
    for parameters in emulator.graphics {
      for code in parameters.split(separator: ";").compactMap({ Int($0) }) {
        #expect(code < 30, "\(parameters)")
      }
    }
  }

  @Test("Where UTF-8 is not to be sent, every byte is ASCII, and columns stay")
  func ascii() throws {
    for changes in [["LANG": "C"], ["LC_ALL": "POSIX"], ["TERM": "vt100"], ["TERM": "linux"]] {
      let size = Size(30, 6)
      let pty = try #require(PseudoTerminal(size))
      let terminal = try open(pty, changes)
      defer { terminal.close() }
      #expect(terminal.glyphs == .ascii)
      let canvas = canvas(size, 5)
      terminal.present(canvas, theme: themes[1])
      let sent = pty.sent()
      #expect(sent.allSatisfy { $0 < 0x80 })
      var emulator = Emulator(size)
      emulator.feed(sent.filter { $0 != 0x0F })
      #expect(emulator.rows == expected(canvas.shown(in: .ascii)), "\(changes)")
    }
  }

  @Test("A locale that was not chosen, or is not installed but names UTF-8, takes UTF-8")
  func locales() throws {
    for changes in [["LANG": ""], ["LC_ALL": "xx_XX.UTF-8"], ["LC_CTYPE": "C.utf8", "LANG": "C"]] {
      let pty = try #require(PseudoTerminal(Size(30, 6)))
      let terminal = try open(pty, changes)
      #expect(terminal.glyphs == .unicode)
      terminal.close()
    }
  }

  @Test("A terminal without a cursor to move gets lines of text, and only those that changed")
  func dumb() throws {
    let pty = try #require(PseudoTerminal(Size(30, 6)))
    let terminal = try open(pty, ["TERM": "dumb"])
    defer { terminal.close() }
    var canvas = Canvas(Size(30, 3))
    canvas.write("one ▲", 0, 0)
    canvas.write("two", 0, 2)
    terminal.present(canvas, theme: .plain)
    #expect(String(decoding: pty.sent(), as: UTF8.self) == "one ^\r\ntwo\r\n")
    canvas.write("2", 0, 2)
    terminal.present(canvas, theme: .plain)
    terminal.present(canvas, theme: .plain)
    #expect(String(decoding: pty.sent(), as: UTF8.self) == "2wo\r\n")
  }

  @Test("Closing gives everything back: the screen, the cursor, mouse, pastes and settings")
  func closing() throws {
    for changes in [[:], ["COLORTERM": "truecolor"]] {
      let size = Size(30, 6)
      let pty = try #require(PseudoTerminal(size))
      let before = pty.settings
      let terminal = try open(pty, changes)
      terminal.present(canvas(size, 1), theme: .plain)
      var emulator = Emulator(size)
      emulator.feed(pty.sent())
      #expect(emulator.modes.isSuperset(of: [1049, 1000, 1006, 2004]))
      #expect(pty.settings != before)
      terminal.close()
      terminal.close()
      emulator.feed(pty.sent())
      #expect(emulator.modes.isDisjoint(with: [1049, 1000, 1002, 1003, 1006, 2004, 2026, 1]))
      #expect(emulator.modes.contains(25))
      #expect(pty.settings == before)
      #expect(terminal.size == Size(0, 0))
      #expect(terminal.nextInput() == nil)
      #expect(terminal.wait(timeoutMilliseconds: 0) == .gone)
    }
  }

  @Test("Keys, pastes and mouse actions come in order, and replies do not come")
  func input() throws {
    for type in ["xterm-256color", "tmux-256color", "xterm", "vt100"] {
      let pty = try #require(PseudoTerminal(Size(30, 6)))
      let terminal = try open(pty, ["TERM": type])
      defer { terminal.close() }
      pty.type("a\u{1B}[A\u{1B}OB漢\u{1B}[12;3R\u{1B}]11;rgb:0/0/0\u{7}\u{1B}[<0;3;2M")
      pty.type(
        "\u{1B}[200~p\rq\u{1B}[201~\u{1B}[1;5D\u{1B}[5~\u{3}\u{1B}OP\u{1B}[15~\r\u{7F}\u{1B}")
      // In cbreak mode the control key above is a signal unless the terminal is nobody's.
      var seen: [Input] = []
      for _ in 0..<100 where seen.last != .key(.escape) {
        _ = terminal.wait(timeoutMilliseconds: 100)
        while let input = terminal.nextInput() { seen.append(input) }
      }
      let expected: [Input] = [
        .key(.character("a")), .key(.up), .key(.down), .key(.character("漢")),
        .mouse(.press, x: 2, y: 1), .paste("p\nq"), .key(.left), .key(.pageUp), .key(.function(1)),
        .key(.function(5)), .key(.enter), .key(.backspace), .key(.escape),
      ]
      #expect(seen.filter { $0 != .key(.control("c")) } == expected, "\(type)")
    }
  }

  @Test("The mouse can be left to the terminal, and taken again")
  func mouseMode() throws {
    let pty = try #require(PseudoTerminal(Size(30, 6)))
    let terminal = try open(pty)
    defer { terminal.close() }
    var emulator = Emulator(Size(30, 6))
    for takes in [true, false, true] {
      terminal.takesMouse = takes
      emulator.feed(pty.sent())
      #expect(emulator.modes.isSuperset(of: [1000, 1006]) == takes)
      #expect(emulator.modes.contains(2004))
    }
  }

  @Test("A resize is told, and the next frame fills the new size, down to one cell")
  func resize() throws {
    let pty = try #require(PseudoTerminal(Size(30, 6)))
    let terminal = try open(pty)
    defer { terminal.close() }
    terminal.present(canvas(Size(30, 6), 1), theme: .plain)
    var emulator = Emulator(Size(30, 6))
    emulator.feed(pty.sent())
    for size in [Size(50, 9), Size(1, 1), Size(2, 3), Size(20, 4)] {
      pty.resize(size)
      // The terminal is not this process's own, so the signal must be sent by hand.
      kill(getpid(), SIGWINCH)
      var seen: Input?
      for _ in 0..<100 where seen == nil {
        #expect(terminal.wait(timeoutMilliseconds: 1000) == .input)
        seen = terminal.nextInput()
      }
      #expect(seen == .resize(size))
      emulator.resize(size)
      let canvas = canvas(size, 2)
      terminal.present(canvas, theme: .plain)
      emulator.feed(pty.sent())
      #expect(emulator.rows == expected(canvas), "\(size)")
    }
  }

  @Test("Waiting ends with input, with a byte on the descriptor given, or with the time")
  func waiting() throws {
    let pty = try #require(PseudoTerminal(Size(30, 6)))
    let terminal = try open(pty)
    defer { terminal.close() }
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    #expect(terminal.wait(wakeDescriptor: ends[0], timeoutMilliseconds: 0) == [])
    _ = write(ends[1], "x", 1)
    #expect(terminal.wait(wakeDescriptor: ends[0]) == .descriptor)
    pty.type("a")
    #expect(terminal.wait(wakeDescriptor: ends[0]).contains(.input))
    #expect(terminal.nextInput() == .key(.character("a")))
    #expect(terminal.nextInput() == nil)
  }

  @Test("What there is no terminal for is an error that says what to do, and nothing is touched")
  func errors() throws {
    let pty = try #require(PseudoTerminal(Size(30, 6)))
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    #expect(throws: TerminalError.outputIsNoTerminal) {
      try Terminal(input: pty.slave, output: ends[1], environment: surroundings())
    }
    #expect(throws: TerminalError.inputIsNoTerminal) {
      try Terminal(input: ends[0], output: pty.slave, environment: surroundings())
    }
    #expect(throws: TerminalError.unknownType("no-such-type")) {
      try open(pty, ["TERM": "no-such-type"])
    }
    #expect(throws: TerminalError.unknownType("no-such-type")) {
      try open(pty, ["TERM": "no-such-type", "COLORTERM": "truecolor"])
    }
    #expect(throws: TerminalError.unknownType(nil)) { try open(pty, ["TERM": ""]) }
    let first = try open(pty)
    #expect(throws: TerminalError.notToBeHad) { try open(pty) }
    first.close()
    let second = try open(pty)
    second.close()
  }
}
