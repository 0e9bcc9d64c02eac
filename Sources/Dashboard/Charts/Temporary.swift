/// Which glyphs the terminal has.
public enum GlyphSet: Sendable, Hashable { case unicode, ascii }
