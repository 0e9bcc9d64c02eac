/// A TOML text that is safe to hand to the parser, and that knows the lines of its keys.
///
/// toml++ ends the program on some malformed texts, and its positions cover mistakes of spelling
/// only. Whoever reads themes or settings with it takes the text through here first.
public struct TOMLText: Sendable {
  /// The text.
  public let text: String
  /// The file's name, for messages.
  public let file: String
  private let outline: TOMLOutline

  /// Takes a text that is well-formed, has at most 100,000 entries and nests at most 64 deep.
  public init(_ text: String, file: String) throws(InputError) {
    self.text = text
    self.file = file
    outline = try TOMLOutline(scanning: text, file: file)
  }

  /// The line of a key, 1 the first, or nil where there is no such key.
  public func line(of keys: [String]) -> Int? { outline.spots[key(keys)]?.line }

  /// An error about the value of a key, with the line of it or of the nearest table around it.
  public func error(
    at keys: [String], expected: String, found: String, mend: String = ""
  ) -> InputError {
    var around = keys
    while !around.isEmpty, line(of: around) == nil { around.removeLast() }
    return InputError(
      at: .file(file, line: line(of: around)), key: key(keys).text, expected: expected,
      found: found,
      mend: mend)
  }

  private func key(_ keys: [String]) -> DottedKey {
    keys.reduce(.root) { $0.appending($1) }
  }
}
