/// Reads a Unicode scalar as the plain small letter that a person takes it for.
///
/// Case, marks, full-width, mathematical, circled and squared letters go; invisible scalars go
/// altogether. It is one look-up in a table below U+3100 and arithmetic above it.
enum Folding {
  /// What a scalar is read as.
  enum Result: Equatable {
    /// Nothing: it is invisible, or a mark on the letter before it.
    case nothing
    /// One scalar.
    case one(UInt32)
    /// A ligature's letters: up to three ASCII letters, the first in the lowest byte.
    case several(UInt32)
  }

  /// Reads one scalar.
  @inline(__always)
  static func fold(_ scalar: UInt32) -> Result {
    guard scalar >= 0x80 else { return .one(ascii(scalar)) }
    if scalar < UInt32(table.count) {
      let entry = table[Int(scalar)]
      if entry == 0 { return .nothing }
      return entry & severalBit == 0 ? .one(entry) : .several(entry & ~severalBit)
    }
    return beyondTable(scalar)
  }

  /// Small letters stay, capitals become small, controls become blanks.
  @inline(__always)
  private static func ascii(_ scalar: UInt32) -> UInt32 {
    if scalar &- 0x41 < 26 { return scalar &+ 32 }
    return scalar < 0x20 || scalar == 0x7F ? 0x20 : scalar
  }

  private static func beyondTable(_ scalar: UInt32) -> Result {
    switch scalar {
    case 0xFF01...0xFF5E: .one(ascii(scalar - 0xFF01 + 0x21))
    case 0x1D400...0x1D6A3: .one(0x61 + (scalar - 0x1D400) % 26)
    case 0x1D7CE...0x1D7FF: .one(0x30 + (scalar - 0x1D7CE) % 10)
    case 0x1F130...0x1F149: .one(0x61 + scalar - 0x1F130)
    case 0x1F150...0x1F169: .one(0x61 + scalar - 0x1F150)
    case 0x1F170...0x1F189: .one(0x61 + scalar - 0x1F170)
    case 0x1F1E6...0x1F1FF: .one(0x61 + scalar - 0x1F1E6)
    case 0x1D6A4: .one(0x69)
    case 0x1D6A5: .one(0x6A)
    case 0xA720...0xA7FF, 0xFB00...0xFB06: rare[scalar] ?? .one(scalar)
    case 0x3164, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB,
      0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF:
      .nothing
    default: .one(scalar)
    }
  }

  private static let severalBit: UInt32 = 1 << 31
  private static let table: [UInt32] = makeTable()
  private static let rare: [UInt32: Result] = makeRare()

  /// The spelling and the letters of each row of `letters`.
  private static func eachLetter(_ body: (UInt32, Result) -> Void) {
    for row in letters.split(separator: "\n") {
      let parts = row.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let plain = Array(parts[0].unicodeScalars)
      let result: Result =
        plain.count == 1
        ? .one(plain[0].value)
        : .several(plain.enumerated().reduce(0) { $0 | $1.element.value << UInt32(8 * $1.offset) })
      for letter in parts[1].unicodeScalars { body(letter.value, result) }
    }
  }

  private static func makeRare() -> [UInt32: Result] {
    var rare: [UInt32: Result] = [:]
    eachLetter { letter, result in
      if letter >= 0x3100 { rare[letter] = result }
    }
    return rare
  }

  private static func makeTable() -> [UInt32] {
    var table = [UInt32](0..<0x3100)
    for scalar in 0x80..<0xA0 { table[scalar] = 0x20 }
    for (first, last, step) in capitals {
      for scalar in first...last { table[Int(scalar)] = UInt32(Int(scalar) + step) }
    }
    for (first, last) in pairs {
      for scalar in stride(from: first, through: last, by: 2) { table[scalar] = UInt32(scalar + 1) }
    }
    for (first, last) in invisible {
      for scalar in first...last { table[scalar] = 0 }
    }
    for (first, last) in blanks {
      for scalar in first...last { table[scalar] = 0x20 }
    }
    for scalar in [0x2018, 0x2019, 0x201B, 0x02BC, 0xB4] { table[scalar] = 0x27 }
    for scalar in 0x2010...0x2015 { table[scalar] = 0x2D }
    eachLetter { letter, result in
      guard letter < 0x3100 else { return }
      switch result {
      case .nothing: break
      case .one(let plain): table[Int(letter)] = plain
      case .several(let plain): table[Int(letter)] = plain | severalBit
      }
    }
    return table
  }

  /// Runs of capitals and how far their small letters lie: Greek, Cyrillic, Armenian.
  private static let capitals: [(UInt32, UInt32, Int)] = [
    (0x391, 0x3A1, 32), (0x3A3, 0x3AB, 32), (0x400, 0x40F, 80), (0x410, 0x42F, 32),
    (0x531, 0x556, 48),
  ]
  /// Runs in which each capital is followed by its small letter: historic and Asian Cyrillic.
  private static let pairs = [(0x460, 0x480), (0x48A, 0x4BE), (0x4D0, 0x52E)]
  /// Marks, soft hyphen, joiners, direction controls, fillers, variation selectors.
  private static let invisible = [
    (0xAD, 0xAD), (0x300, 0x36F), (0x483, 0x489), (0x591, 0x5BD), (0x61C, 0x61C),
    (0x64B, 0x65F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x20D0, 0x20FF),
  ]
  /// Blanks other than the plain one.
  private static let blanks = [
    (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F),
    (0x205F, 0x205F), (0x3000, 0x3000),
  ]
}
