/// Uploads one after another, from a file or standard input, in memory that does not grow with
/// their number.
///
/// A JSON object a line, or TOML: an upload of its own, or a scenario with its uploads.
public struct UploadStream {
  /// JSON, line by line.
  private var lines: ByteLines?
  private let strangers = UploadLine.Strangers()
  /// What a TOML file held, the next upload last.
  private var held: [Upload] = []

  /// Opens a file; `-` is standard input.
  ///
  /// What it is written in is told by its name's ending, or by its first letter.
  public init(path: String) throws(InputError) {
    let lines = try ByteLines(path: path)
    switch try Self.format(of: lines, path: path) {
    case .json: self.lines = lines
    case .toml:
      let bytes = try lines.rest(atMost: InputBytes.limit)
      guard bytes.count <= InputBytes.limit else {
        throw InputError(
          at: .file(lines.name, line: nil), expected: "TOML of at most 8 MB", found: "more")
      }
      held = try Self.uploads(
        InputBytes.text(of: bytes, file: lines.name), file: lines.name, path: path)
      held.reverse()
    case .document: held = [try UploadFile.read(path: path).upload]
    }
  }

  /// The next upload, or nil at the end.
  ///
  /// Where a line is wrong, it and what follows cannot be had.
  public mutating func next() throws(InputError) -> Upload? {
    guard let lines else { return held.popLast() }
    let (name, number) = (lines.name, lines.number)
    var skipped = 0
    while true {
      let result = try lines.next { [strangers] bytes throws(InputError) -> Upload? in
        let isFirst = number + skipped == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let body = isFirst ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
        guard !UploadLine.isBlank(body) else { return nil }
        var line = UploadLine(body, file: name, line: number + skipped + 1, strangers: strangers)
        return try line.upload()
      }
      guard let result else { return nil }
      if let upload = result { return upload }
      skipped += 1
    }
  }

  /// Whether the next upload is not there yet, as where a pipe pauses.
  public var wouldWait: Bool { lines?.wouldWait ?? false }

  private enum Format {
    case json
    case toml
    /// One JSON object over several lines.
    case document
  }

  private static func format(of lines: ByteLines, path: String) throws(InputError) -> Format {
    let name = path.lowercased()
    if name.hasSuffix(".toml") { return .toml }
    if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") { return .json }
    let opening = try lines.opening()
    if name.hasSuffix(".json"), opening.first == .leftBrace,
      opening.count < 2 || [.lineFeed, .carriageReturn].contains(opening[1])
    {
      return .document
    }
    switch opening.first {
    case 0xFE, 0xFF:
      throw InputError(
        at: .file(lines.name, line: nil), expected: "UTF-8", found: "UTF-16",
        mend: "save it as UTF-8")
    case nil, .leftBrace, .quote, 0: return .json
    case .leftBracket:
      let second = opening.count > 1 ? opening[1] : .rightBracket
      return second.isBareKey && !second.isDigit ? .toml : .json
    default: return .toml
    }
  }

  private static func uploads(
    _ text: String, file: String, path: String
  ) throws(InputError) -> [Upload] {
    if case .table(let table) = try TOMLDocument.read(text, file: file).value,
      table["platform"].map(\.isTable) == true || table["upload"].map(\.isTable) == true
    {
      return try ScenarioFile.parse(text, file: file).uploads
    }
    let folder = path.utf8.lastIndex(of: 0x2F).map { path[...$0] } ?? ""
    let read = try UploadFile.parse(text, file: file, format: .toml) { name throws(InputError) in
      try InputBytes.read(path: name.utf8.first == 0x2F ? name : folder + name)
    }
    return [read.upload]
  }
}

extension Node {
  /// Whether keys stand in it.
  fileprivate var isTable: Bool {
    if case .table = value { true } else { false }
  }
}
