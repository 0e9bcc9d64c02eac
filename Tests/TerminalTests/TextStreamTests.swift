import Canvas
import Testing

@testable import Terminal

/// The locale is the whole process's, so these take turns with the other tests of terminals.
extension TerminalTests {
  @Suite("A stream of text")
  struct TextStreamTests {
    private func stream(isTerminal: Bool, _ variables: [String: String]) -> TextStream {
      TextStream(isTerminal: isTerminal, environment: Surroundings { variables[$0] })
    }

    @Test(
      "is sent what its locale and, where it is a terminal, its type can show",
      arguments: [
        (["LC_ALL": "C.UTF-8", "TERM": "xterm"], GlyphSet.unicode, GlyphSet.unicode),
        (["LC_ALL": "C", "TERM": "xterm"], .ascii, .ascii),
        (["LC_ALL": "C", "LANG": "C.UTF-8", "TERM": "xterm"], .ascii, .ascii),
        (["LANG": "C.UTF-8", "TERM": "dumb"], .ascii, .unicode),
        (["LANG": "C.UTF-8", "TERM": "linux"], .ascii, .unicode),
        (["TERM": "xterm-256color"], .unicode, .unicode), ([:], .unicode, .unicode),
      ])
    func glyphs(variables: [String: String], terminal: GlyphSet, file: GlyphSet) {
      #expect(stream(isTerminal: true, variables).glyphs == terminal)
      #expect(stream(isTerminal: false, variables).glyphs == file)
    }

    @Test("takes a line back only on a terminal with a cursor")
    func rewritable() {
      for type in ["xterm", "vt100", "linux"] {
        #expect(stream(isTerminal: true, ["TERM": type]).isRewritable)
        #expect(!stream(isTerminal: false, ["TERM": type]).isRewritable)
      }
      for variables in [["TERM": "dumb"], ["TERM": "dumb-emacs-ansi"], ["TERM": ""], [:]] {
        #expect(!stream(isTerminal: true, variables).isRewritable)
      }
    }
  }
}
