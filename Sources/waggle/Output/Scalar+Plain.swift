extension Unicode.Scalar {
  /// Whether a terminal shows it, and shows it where it stands: no control, bidi override,
  /// zero-width or tag character, no unassigned or private one.
  var isPlain: Bool {
    if value < 0x7F { return value >= 0x20 }
    if properties.isDefaultIgnorableCodePoint { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return false
    default: return true
    }
  }
}
