/// What a scalar does to a grid of cells.
enum ScalarKind: Equatable {
  /// Takes one cell.
  case narrow
  /// Takes two cells.
  case wide
  /// A blank of some width, drawn as a space.
  case space
  /// Sits on the scalar before it.
  case mark
  /// Belongs to the scalar before it, beside it: terminals disagree whether it takes a cell.
  case spacingMark
  /// Half of a flag.
  case regional
  /// Makes a syllable with the consonant before it.
  case jamo
  /// Must not reach a terminal: it is invisible, or moves the cursor, or turns text around.
  case hidden

  /// Looks at one scalar by itself.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    // The common ones first: looking up a category takes longer than all the rest.
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x2500...0x25FC, 0x2801...0x28FF: self = .narrow
    case 0x300...0x34E, 0x350...0x36F: self = .mark
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x1F300...0x1F3FA, 0x1F400...0x1F64F:
      self = scalar.value < 0x1F000 || WidthTable.isWide(scalar) ? .wide : .narrow
    case 0x2800: self = .hidden  // a Braille cell without dots: an invisible letter
    case 0x1F1E6...0x1F1FF: self = .regional
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: self = .jamo
    default: self = ScalarKind(category: scalar)
    }
  }

  private init(category scalar: Unicode.Scalar) {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .unassigned, .privateUse, .surrogate, .lineSeparator,
      .paragraphSeparator:
      self = .hidden
    case _ where properties.isDefaultIgnorableCodePoint:
      self = .hidden
    case .nonspacingMark, .enclosingMark:
      self = .mark
    case .spacingMark:
      self = .spacingMark
    case .spaceSeparator:
      self = .space
    default:
      self = WidthTable.isWide(scalar) ? .wide : .narrow
    }
  }
}
