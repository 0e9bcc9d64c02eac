/// The keys that lead to a value, such as `platform.for-you.bar`.
struct DottedKey: Sendable, Hashable {
  /// The path as it is written: parts that are not bare words stand in quotation marks.
  private(set) var text: String
  /// The last key.
  private(set) var last: String

  /// The path of the whole file.
  static let root = DottedKey(text: "", last: "")

  /// The path of a key in the table that this path leads to.
  func appending(_ key: String) -> DottedKey {
    let part = key.isBareKey ? key : "\"" + key + "\""
    return DottedKey(text: text.isEmpty ? part : text + "." + part, last: part)
  }

  /// The path of an element of the list that this path leads to, 0 the first.
  func appending(_ index: Int) -> DottedKey {
    DottedKey(text: text + "[\(index)]", last: last)
  }
}

extension String {
  /// Whether TOML takes it for a key as it stands.
  var isBareKey: Bool { !isEmpty && utf8.allSatisfy(\.isBareKey) }

  /// Whether it can name an upload, a creator or a platform: names go into file names, keys and
  /// journals.
  var isName: Bool {
    (1...64).contains(utf8.count)
      && utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}

extension UInt8 {
  /// Whether TOML takes it in a bare key: a letter, a digit, `-` or `_`.
  var isBareKey: Bool {
    switch self {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F: true
    default: false
    }
  }
}
