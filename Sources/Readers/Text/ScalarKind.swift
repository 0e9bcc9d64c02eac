/// What part a folded scalar plays in a text.
enum ScalarKind {
  case letter
  case digit
  /// Stands alone as a word: Han and kana characters, emoji.
  case alone
  /// Joins the letters around it: an apostrophe.
  case joiner
  case blank
  case mark

  /// The kind of a scalar as `Folding` leaves it.
  @inline(__always)
  init(_ scalar: UInt32) {
    if scalar &- 0x61 < 26 {
      self = .letter
    } else if scalar == 0x20 {
      self = .blank
    } else if scalar &- 0x30 < 10 {
      self = .digit
    } else if scalar == 0x27 {
      self = .joiner
    } else if scalar < 0xA0 {
      self = .mark
    } else {
      self = Self.beyondLatin(scalar)
    }
  }

  private static func beyondLatin(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0xA0...0xBF, 0xD7, 0xF7: .mark
    case 0x2000...0x209F, 0x20A0...0x20CF: .mark
    case 0x2190...0x2BFF: .alone
    case 0x3000...0x303F: .mark
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .alone
    case 0xE000...0xF8FF, 0xFE30...0xFE6F, 0xFF00...0xFFEF, 0xFFF0...0xFFFF: .mark
    case 0x1F000...0x1FAFF: .alone
    default: .letter
    }
  }
}
