/// An escape in a text of JSON (RFC 8259, section 7), such as `\n`, `\u0041` or a pair of those.
struct JSONEscape {
  /// What it stands for; nil for half a surrogate pair, which JSON can spell and text cannot hold.
  let scalar: Unicode.Scalar?
  /// How many bytes it takes, the backslash among them.
  let count: Int

  /// What is expected where there is none.
  static let expected = #"\n, \t, \", \\, \u0041 or another escape of JSON"#

  /// Reads the escape that begins with the backslash at a place; nil where it is none.
  init?(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard start + 1 < bytes.count else { return nil }
    var plain: Unicode.Scalar?
    switch bytes[start + 1] {
    case .quote: plain = "\""
    case .backslash: plain = "\\"
    case 0x2F: plain = "/"
    case 0x62: plain = "\u{8}"
    case 0x66: plain = "\u{C}"
    case 0x6E: plain = "\n"
    case 0x72: plain = "\r"
    case 0x74: plain = "\t"
    default: break
    }
    if let plain {
      (scalar, count) = (plain, 2)
      return
    }
    guard let high = Self.unit(in: bytes, at: start) else { return nil }
    if (0xD800...0xDBFF).contains(high), let low = Self.unit(in: bytes, at: start + 6),
      (0xDC00...0xDFFF).contains(low)
    {
      (scalar, count) = (Unicode.Scalar(0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00)), 12)
    } else {
      (scalar, count) = (Unicode.Scalar(high), 6)
    }
  }

  /// The number that `\u` and four digits spell at a place.
  private static func unit(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32? {
    guard start + 6 <= bytes.count, bytes[start] == .backslash, bytes[start + 1] == 0x75 else {
      return nil
    }
    var value: UInt32 = 0
    for byte in bytes[(start + 2)..<(start + 6)] {
      guard byte.isHexDigit else { return nil }
      value = value << 4 | UInt32(byte.isDigit ? byte - 0x30 : (byte | 0x20) - 0x61 + 10)
    }
    return value
  }
}
