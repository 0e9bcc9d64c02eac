/// Which scalars take two cells.
///
/// An own table because the C library's `wcwidth` says 1 for 漢 under C.UTF-8 and -1 for young
/// emoji. Ranges follow East Asian Width W and F of Unicode 17 and may cover unassigned scalars,
/// which are never drawn as themselves; emoji come from the standard library's own data.
enum WidthTable {
  /// First and last scalar of each wide stretch outside emoji, in ascending order.
  private static let wide: [(UInt32, UInt32)] = [
    (0x1100, 0x115F), (0x2329, 0x232A), (0x2630, 0x2637), (0x268A, 0x268F), (0x2E80, 0x303E),
    (0x3041, 0x3247), (0x3250, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
    (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x18DFF),
    (0x1AFF0, 0x1B2FF), (0x1D300, 0x1D356), (0x1D360, 0x1D376), (0x1F200, 0x1F265),
    (0x1F3FB, 0x1F3FF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD),
  ]

  /// Whether a drawable scalar takes two cells.
  ///
  /// - Complexity: O(log n) in the table's 22 rows, plus a property lookup beyond U+2319.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x1100 else { return false }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      let (first, last) = wide[middle]
      if scalar.value < first {
        high = middle
      } else if scalar.value > last {
        low = middle + 1
      } else {
        return true
      }
    }
    return scalar.value > 0x2319 && scalar.properties.isEmojiPresentation
  }
}
