public import Canvas

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Standard output or errors as lines of text, where no screen is taken over.
///
/// It follows the environment by the same rules as `Terminal` does.
public struct TextStream: Sendable {
  /// Whether a person sees at once what is written.
  public let isTerminal: Bool
  /// The glyphs that it may be sent: ASCII where the person's locale is not UTF-8, or where it is a
  /// terminal of a type that is too old.
  public let glyphs: GlyphSet
  /// Whether a line that was written can be taken back: only on a terminal with a cursor.
  public let isRewritable: Bool

  /// The stream of a file descriptor.
  public init(_ file: Int32) {
    self.init(isTerminal: isatty(file) == 1, environment: Surroundings(of: Surroundings.process))
  }

  init(isTerminal: Bool, environment: Surroundings) {
    self.isTerminal = isTerminal
    let isOld = isTerminal && environment.isOldType
    glyphs = environment.selectLocale() && !isOld ? .unicode : .ascii
    isRewritable = isTerminal && environment.type.map { !$0.hasPrefix("dumb") } ?? false
  }
}
