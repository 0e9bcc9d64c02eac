/// Values of TOML that stand without marks: numbers, dates, times, `true` and `false`.
enum TOMLScalar {
  /// Whether bytes spell one.
  ///
  /// Days of the month and what fits into 64 bits are the parser's business.
  static func isWellFormed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    if text == "true" || text == "false" { return true }
    if bytes.contains(0x3A) || bytes.count >= 10 && bytes.dropFirst(4).first == 0x2D {
      return isDateOrTime(bytes)
    }
    return isNumber(bytes)
  }

  /// Whether bytes spell a number as JSON writes it: decimal, without `+` before it.
  static func isJSONNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.contains(0x5F) && isDecimal(bytes.first == 0x2D ? bytes.dropFirst() : bytes)
  }

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.first == 0x30, let letter = bytes.dropFirst().first {
      let digits = bytes.dropFirst(2)
      switch letter {
      case 0x78: return isRun(digits, of: \.isHexDigit)
      case 0x6F: return isRun(digits) { (0x30...0x37).contains($0) }
      case 0x62: return isRun(digits) { $0 == 0x30 || $0 == 0x31 }
      default: break
      }
    }
    let unsigned = bytes.first == 0x2B || bytes.first == 0x2D ? bytes.dropFirst() : bytes
    if unsigned.elementsEqual("inf".utf8) || unsigned.elementsEqual("nan".utf8) { return true }
    return isDecimal(unsigned)
  }

  /// `12`, `1_000`, `1.5`, `6e-5`; no zero before other digits.
  private static func isDecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == 0x65 || $0 == 0x45 })
    if parts.count == 2 {
      let exponent = parts[1]
      let signed = exponent.first == 0x2B || exponent.first == 0x2D
      guard isRun(signed ? exponent.dropFirst() : exponent, of: \.isDigit) else { return false }
    }
    let halves = parts[0].split(
      separator: .dot, maxSplits: 1, omittingEmptySubsequences: false)
    guard isRun(halves[0], of: \.isDigit), halves[0].count == 1 || halves[0].first != 0x30 else {
      return false
    }
    return halves.count == 1 || isRun(halves[1], of: \.isDigit)
  }

  /// Digits, with single underscores between them.
  private static func isRun(_ bytes: ArraySlice<UInt8>, of isDigit: (UInt8) -> Bool) -> Bool {
    bytes.split(separator: 0x5F, omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }

  private static func isDateOrTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    var text = bytes
    guard text.dropFirst(2).first != 0x3A else { return isTime(text) }
    guard matches(text.prefix(10), "0000-00-00") else { return false }
    text = text.dropFirst(10)
    guard let between = text.popFirst() else { return true }
    guard [0x54, 0x74, .space].contains(between) else { return false }
    if text.last == 0x5A || text.last == 0x7A { return isTime(text.dropLast()) }
    let offset = text.suffix(6)
    if matches(offset, "+00:00") || matches(offset, "-00:00") { return isTime(text.dropLast(6)) }
    return isTime(text)
  }

  /// `07:30:00`, with or without a fraction.
  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard matches(bytes.prefix(8), "00:00:00") else { return false }
    let fraction = bytes.dropFirst(8)
    guard let first = fraction.first else { return true }
    return first == .dot && (2...10).contains(fraction.count)
      && fraction.dropFirst().allSatisfy(\.isDigit)
  }

  /// Whether bytes look like a pattern, in which `0` stands for any digit.
  private static func matches(_ bytes: ArraySlice<UInt8>, _ pattern: StaticString) -> Bool {
    pattern.withUTF8Buffer { pattern in
      bytes.elementsEqual(pattern) { $1 == 0x30 ? $0.isDigit : $0 == $1 }
    }
  }
}
