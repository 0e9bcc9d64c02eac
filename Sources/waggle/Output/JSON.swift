import Catalogue

/// A JSON value that is written the same way on any machine: keys sorted, numbers with at most six
/// decimals, and every character that is not plainly seen as an escape.
enum JSON {
  case text(String)
  case whole(Int)
  case number(Double)
  case flag(Bool)
  case list([JSON])
  case object([String: JSON])
  case null

  /// Writes it without blanks or line breaks.
  func write(into bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Self.quote(text, into: &bytes)
    case .whole(let number): bytes.append(contentsOf: String(number).utf8)
    case .number(let number): Self.digits(number, into: &bytes)
    case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    case .list(let values):
      Self.join(values, "[", "]", into: &bytes) { $0.write(into: &$1) }
    case .object(let fields):
      Self.join(fields.sorted { $0.key < $1.key }, "{", "}", into: &bytes) { field, bytes in
        Self.quote(field.key, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        field.value.write(into: &bytes)
      }
    }
  }

  private static func join<Element>(
    _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar,
    into bytes: inout [UInt8], _ write: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (place, element) in elements.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      write(element, &bytes)
    }
    bytes.append(UInt8(ascii: close))
  }

  /// At most six decimals, without zeros at the end; JSON has no infinity.
  private static func digits(_ number: Double, into bytes: inout [UInt8]) {
    guard number.isFinite else { return bytes.append(contentsOf: "null".utf8) }
    let millionths = (number.magnitude * 1e6).rounded()
    guard millionths < 9e15 else { return bytes.append(contentsOf: number.description.utf8) }
    let all = Int(millionths)
    if number < 0, all > 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(contentsOf: String(all / 1_000_000).utf8)
    var rest = all % 1_000_000
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var unit = 100_000
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }

  /// Writes a text in quotation marks.
  static func quote(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    var text = text
    guard !text.withUTF8({ appendSimple($0, to: &bytes) }) else { return }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case _ where scalar.isPlain: bytes.append(contentsOf: String(scalar).utf8)
      default: escape(scalar, into: &bytes)
      }
    }
  }

  /// Appends a text that needs no escape, as nearly all do; false where it needs one.
  private static func appendSimple(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) -> Bool {
    let isSimple = text.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isSimple { bytes.append(contentsOf: text) }
    return isSimple
  }

  private static func escape(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
      let digits = String(unit, radix: 16)
      bytes.append(contentsOf: "\\u".utf8)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.count))
      bytes.append(contentsOf: digits.utf8)
    }
  }
}
