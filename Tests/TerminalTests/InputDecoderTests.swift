import Canvas
import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
  /// What comes out of a text that arrives at once, followed by a pause.
  private func inputs(_ text: String, startingAt now: Int64 = 0) -> [Input] {
    var decoder = InputDecoder()
    return feed(&decoder, text, at: now)
  }

  private func feed(_ decoder: inout InputDecoder, _ text: String, at now: Int64) -> [Input] {
    for scalar in text.unicodeScalars { decoder.feed(.scalar(scalar), at: now) }
    decoder.feed(.pause, at: now)
    var inputs: [Input] = []
    while let input = decoder.next() { inputs.append(input) }
    return inputs
  }

  @Test(
    "Characters and control keys come through as they are typed",
    arguments: [
      ("a", .character("a")), ("A", .character("A")), ("[", .character("[")),
      (" ", .character(" ")),
      ("é", .character("é")), ("漢", .character("漢")), ("\r", .enter), ("\n", .enter), ("\t", .tab),
      ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1B}", .escape), ("\u{3}", .control("c")),
      ("\u{1A}", .control("z")),
    ] as [(String, Key)])
  func characters(text: String, key: Key) {
    #expect(inputs(text) == [.key(key)])
  }

  @Test(
    "Arrows and function keys are known in every form that terminals send",
    arguments: [
      ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[1;5C", .right), ("\u{1B}[1;2D", .left),
      ("\u{1B}OB", .down), ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
      ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6;5~", .pageDown),
      ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)),
      ("\u{1B}[11~", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
      ("\u{1B}[1;2P", .function(1)), ("\u{1B}OM", .enter),
    ] as [(String, Key)])
  func keys(text: String, key: Key) {
    #expect(inputs(text) == [.key(key)])
  }

  /// What terminals answer, tell by themselves, or send for keys that mean nothing here.
  static let silent = [
    "\u{1B}[12;40R", "\u{1B}[?62;1;6c", "\u{1B}[>0;276;0c", "\u{1B}[0n", "\u{1B}[?2026;2$y",
    "\u{1B}[8;40;120t", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]11;rgb:0000/yyyy/xx\u{1B}\\",
    "\u{1B}P1+r524742=38\u{1B}\\", "\u{1B}P>|tmux 3.3a\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\",
    "\u{1B}[I", "\u{1B}[O", "\u{1B}[?997;1n", "\u{1B}x", "\u{1B}é", "\u{1B}\r", "\u{1B}[1;3A",
    "\u{1B}[97;5u", "\u{1B}[27;5;9~", "\u{1B}[<0;5;5m", "\u{1B}[<35;5;5M", "\u{1B}[<2;5;5M",
    "\u{1B}[<0;99999;5M", "\u{1B}[<0;5M", "\u{1B}[2~", "\u{0}", "\u{1C}", "\u{9B}12;40R",
    "\u{1B}[" + String(repeating: "1;", count: 5000) + "R",
  ]

  @Test("Replies, focus reports and keys with Alt give nothing", arguments: silent)
  func replies(text: String) {
    #expect(inputs(text + "q") == [.key(.character("q"))])
  }

  @Test("A reply that comes in two pieces is still no key", arguments: silent)
  func tornReplies(text: String) {
    let scalars = Array(text.unicodeScalars)
    for cut in 1..<min(scalars.count, 40) {
      var decoder = InputDecoder()
      var first = String.UnicodeScalarView()
      first.append(contentsOf: scalars[..<cut])
      var rest = String.UnicodeScalarView()
      rest.append(contentsOf: scalars[cut...])
      var seen = feed(&decoder, String(first), at: 0)
      seen += feed(&decoder, String(rest), at: 40)
      seen += feed(&decoder, "", at: 2000)
      seen += feed(&decoder, "q", at: 3000)
      // Right after ESC, or after a letter that Alt could go with, nobody can know better.
      let unsure: [Input] = [
        .key(.escape), .key(.enter), .key(.character("x")), .key(.character("é")),
      ]
      let rests = seen.dropLast().filter { !unsure.contains($0) }
      #expect(rests.isEmpty, "cut after \(cut): \(seen)")
      #expect(seen.last == .key(.character("q")))
    }
  }

  @Test("A bracket that a person types after Escape is a key")
  func bracketAfterEscape() {
    var decoder = InputDecoder()
    #expect(feed(&decoder, "\u{1B}", at: 0) == [.key(.escape)])
    #expect(feed(&decoder, "[", at: 300) == [.key(.character("["))])
    #expect(feed(&decoder, "\u{1B}", at: 1000) == [.key(.escape)])
    #expect(feed(&decoder, "[", at: 1050) == [])
    #expect(decoder.deadline == 1150)
    #expect(feed(&decoder, "", at: 1150) == [.key(.character("["))])
    #expect(feed(&decoder, "\u{1B}\u{1B}", at: 2000) == [.key(.escape), .key(.escape)])
  }

  @Test("A sequence that never ends does not eat the keys after it")
  func unfinished() {
    for start in ["\u{1B}[12;", "\u{1B}]11;rgb", "\u{1B}O", "\u{1B}[M ", "\u{1B}P1"] {
      var decoder = InputDecoder()
      #expect(feed(&decoder, start, at: 0) == [])
      #expect(feed(&decoder, "", at: 1000) == [])
      #expect(feed(&decoder, "q", at: 1001) == [.key(.character("q"))])
    }
  }

  @Test("Mouse presses and the wheel come with their cell, in the new form and the old")
  func mouse() {
    #expect(inputs("\u{1B}[<0;10;5M") == [.mouse(.press, x: 9, y: 4)])
    #expect(inputs("\u{1B}[<32;11;5M") == [.mouse(.drag, x: 10, y: 4)])
    #expect(inputs("\u{1B}[<64;300;5M") == [.mouse(.wheelUp, x: 299, y: 4)])
    #expect(inputs("\u{1B}[<81;1;1M") == [.mouse(.wheelDown, x: 0, y: 0)])
    #expect(inputs("\u{1B}[M !!") == [.mouse(.press, x: 0, y: 0)])
    #expect(inputs("\u{1B}[M`*%") == [.mouse(.wheelUp, x: 9, y: 4)])
  }

  @Test("A paste is one input, whatever it holds, and none of it is a key")
  func paste() {
    let text = "q\u{1B}[A\u{1B}[200~ line\ry\u{3}漢"
    let expected = "q\u{1B}[A\u{1B}[200~ line\ny\u{3}漢"
    #expect(
      inputs("\u{1B}[200~" + text + "\u{1B}[201~x") == [.paste(expected), .key(.character("x"))])
    #expect(inputs("\u{1B}[200~\u{1B}[201~") == [])
    #expect(inputs("\u{1B}[200~a\r\nb\nc\u{1B}[201~") == [.paste("a\nb\nc")])
    #expect(inputs("\u{1B}[200~a\u{1B}[20\u{1B}[201~") == [.paste("a\u{1B}[20")])
  }

  @Test("Keys that ncurses decoded inside a paste are not pressed")
  func keyInPaste() {
    var decoder = InputDecoder()
    _ = feed(&decoder, "\u{1B}[200~ab", at: 0)
    decoder.feed(.key(.up), at: 0)
    #expect(feed(&decoder, "c\u{1B}[201~", at: 0) == [.paste("abc")])
  }

  @Test("A paste may come in pieces, is cut at a megabyte, and ends by itself when nothing follows")
  func longPaste() {
    var decoder = InputDecoder()
    #expect(feed(&decoder, "\u{1B}[200~" + String(repeating: "a", count: 700_000), at: 0) == [])
    #expect(feed(&decoder, String(repeating: "漢", count: 200_000), at: 500) == [])
    let seen = feed(&decoder, "\u{1B}[201~q", at: 600)
    guard case .paste(let text) = seen.first else {
      Issue.record("no paste: \(seen.count)")
      return
    }
    #expect(text.utf8.count == 1_000_000)
    #expect(seen.last == .key(.character("q")))
    #expect(feed(&decoder, "\u{1B}[200~lost end", at: 1000) == [])
    #expect(feed(&decoder, "", at: 2000) == [.paste("lost end")])
    #expect(feed(&decoder, "q", at: 2001) == [.key(.character("q"))])
  }

  @Test("A key that ncurses decoded comes through, and with Alt before it does not")
  func decodedKeys() {
    var decoder = InputDecoder()
    decoder.feed(.key(.up), at: 0)
    #expect(feed(&decoder, "", at: 0) == [.key(.up)])
    decoder.feed(.scalar("\u{1B}"), at: 10)
    decoder.feed(.key(.up), at: 10)
    #expect(feed(&decoder, "", at: 10) == [])
  }

  @Test("Noise breaks nothing, and afterwards keys work again")
  func noise() {
    let stuff: [Unicode.Scalar] = [
      "\u{1B}", "[", "]", "O", "P", "M", "<", ";", "0", "2", "~", "R", "\u{7}", "\\", "a", "\u{9B}",
    ]
    for seed in UInt64(0)..<2000 {
      var decoder = InputDecoder()
      var state = seed
      var now: Int64 = 0
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let pick = Int(truncatingIfNeeded: state >> 40)
        now += Int64(pick % 3) * 60
        decoder.feed(
          pick % 11 == 0 ? .pause : .scalar(stuff[pick / 16 % stuff.count]), at: now)
      }
      decoder.feed(.pause, at: now + 1000)
      decoder.feed(.pause, at: now + 2000)
      while decoder.next() != nil {}
      #expect(feed(&decoder, "q", at: now + 3000) == [.key(.character("q"))], "seed \(seed)")
    }
  }
}
