/// Labelled texts one after another, from tables, from JSON a line, or from a JSON object of lists.
///
/// Columns are found by their names, whoever made the table. A table between tabs may have none:
/// then the first column is the label, and the text is in those of the others whose cells mostly
/// hold a blank: identifiers hold none.
public struct LabelledRows {
  private enum Source {
    case table(DelimitedRows, LabelledColumns)
    case lines(ByteLines)
    case held
  }

  private let file: String
  private var source = Source.held
  /// Rows that were read ahead, the next one last.
  private var held: [LabelledText] = []
  /// Whether any row can have a label: a table without a column of labels says nothing.
  public private(set) var hasLabels = true

  /// How many rows are looked at to tell the columns of a table without names.
  private static let lookahead = 200

  /// Opens a file.
  public init(path: String) throws(InputError) {
    let lines = try ByteLines(path: path)
    file = lines.name
    let name = path.lowercased()
    let opening = try lines.opening()
    let isObject = opening.first == .leftBrace && !name.hasSuffix(".tsv")
    if isObject, name.hasSuffix(".json"), opening.count < 2 || opening[1] != .quote {
      held = try LabelledLists.read(
        InputBytes.text(of: lines.rest(atMost: InputBytes.limit), file: file), file: file)
      held.reverse()
    } else if isObject || name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") {
      source = .lines(lines)
    } else {
      try open(DelimitedRows(lines, delimiter: name.hasSuffix(".tsv") ? .tab : .comma))
    }
  }

  /// The next row, or nil at the end.
  public mutating func next() throws(InputError) -> LabelledText? {
    if let row = held.popLast() { return row }
    switch source {
    case .held: return nil
    case .table(var rows, let columns):
      defer { source = .table(rows, columns) }
      guard let cells = try rows.next() else { return nil }
      return columns.text(of: cells, line: rows.line)
    case .lines(let lines): return try next(of: lines)
    }
  }

  private mutating func open(_ table: DelimitedRows) throws(InputError) {
    var rows = table
    guard let first = try rows.next() else { return }
    if let columns = LabelledColumns(names: first) {
      hasLabels = columns.label != nil
      source = .table(rows, columns)
      return
    }
    var ahead = [(first, rows.line)]
    while ahead.count < Self.lookahead, let row = try rows.next() { ahead.append((row, rows.line)) }
    guard let columns = LabelledColumns(unnamed: ahead.map(\.0)) else {
      throw InputError(
        at: .file(file, line: 1),
        expected: "a column called \(LabelledColumns.captions.joined(separator: ", "))",
        found: first.prefix(8).joined(separator: ", "))
    }
    held = ahead.reversed().map { columns.text(of: $0.0, line: $0.1) }
    source = .table(rows, columns)
  }

  private func next(of lines: ByteLines) throws(InputError) -> LabelledText? {
    while true {
      let number = lines.number
      let result = try lines.next { [file] bytes throws(InputError) -> LabelledText? in
        let isFirst = number == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let body = isFirst ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
        guard !UploadLine.isBlank(body) else { return nil }
        var line = UploadLine(body, file: file, line: number + 1)
        let upload = try line.upload()
        return LabelledText(
          upload: upload, label: line.notes["label"] ?? "",
          functionality: line.notes["functionality"] ?? "",
          template: line.notes["template"] ?? "", line: number + 1)
      }
      guard let result else { return nil }
      if let text = result { return text }
    }
  }
}

/// Which columns of a table hold what.
struct LabelledColumns {
  var captions: [Int] = []
  var label: Int?
  private var id: Int?
  private var transcript: Int?
  private var onScreenText: Int?
  private var hashtags: Int?
  private var sound: Int?
  private var functionality: Int?
  private var template: Int?

  /// Names of columns that hold running text.
  static let captions = [
    "caption", "text", "title", "description", "prompt", "prompt_text", "question", "test_case",
    "selftext", "sentence", "sentences",
  ]

  /// Finds the columns by their names; nil where none of them is one of text.
  init?(names: [String]) {
    let names = names.map { $0.lowercased() }
    func first(_ words: String...) -> Int? {
      words.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    captions = names.indices.filter { Self.captions.contains(names[$0]) }
    transcript = first("transcript")
    onScreenText = first("onscreentext", "on-screen-text", "ocr")
    hashtags = first("hashtags")
    sound = first("sound")
    guard !captions.isEmpty || transcript != nil || onScreenText != nil || hashtags != nil else {
      return nil
    }
    label = first("label", "label_gold", "policy", "topic", "hazard", "class", "category")
    id = first("id", "case_id", "video_id", "release_prompt_id")
    functionality = first("functionality", "type", "section", "hazard", "persona")
    template = first("template", "templ_id")
  }

  /// Guesses the columns of a table without names: the label first, then what has several words.
  init?(unnamed rows: [[String]]) {
    guard let width = rows.first?.count, width > 1 else { return nil }
    captions = (1..<width).filter { column in
      let filled = rows.lazy.map { $0[column].utf8 }.filter { !$0.isEmpty }
      return filled.count { $0.contains(.space) } * 2 > filled.count
    }
    guard !captions.isEmpty else { return nil }
    label = 0
  }

  /// What a row says.
  func text(of cells: [String], line: Int) -> LabelledText {
    func cell(_ column: Int?) -> String { column.map { cells[$0] } ?? "" }
    let caption = captions.map { cells[$0] }.filter { !$0.isEmpty }.joined(separator: "\n")
    let tags = cell(hashtags).unicodeScalars.split { $0.properties.isWhitespace || $0 == "#" }
    let name = cell(id)
    let upload = Upload(
      id: name.isEmpty ? String(line) : name, creator: "", platform: "", caption: caption,
      transcript: cell(transcript), onScreenText: cell(onScreenText),
      hashtags: tags.map { String($0) }, sound: cell(sound))
    return LabelledText(
      upload: upload, label: cell(label), functionality: cell(functionality),
      template: cell(template), line: line)
  }
}

/// Questions in lists, which stand under what they are about in a JSON object.
enum LabelledLists {
  static func read(_ text: String, file: String) throws(InputError) -> [LabelledText] {
    var texts: [LabelledText] = []
    try read(try JSONDocument.read(text, file: file), under: [], into: &texts)
    return texts
  }

  private static func read(
    _ node: Node, under keys: [String], into texts: inout [LabelledText]
  ) throws(InputError) {
    var line = 0
    if case .file(_, let number?) = node.place { line = number }
    switch node.value {
    case .table(let table):
      for key in table.keys {
        guard let inner = table[key] else { continue }
        try read(inner, under: keys + [key], into: &texts)
      }
    case .list(let nodes):
      for node in nodes { try read(node, under: keys, into: &texts) }
    case .text(let text) where !keys.isEmpty:
      let upload = Upload(id: String(texts.count + 1), creator: "", platform: "", caption: text)
      let words = keys.map { $0.last == ":" ? String($0.dropLast()) : $0 }
      texts.append(
        LabelledText(
          upload: upload, label: words.last ?? "",
          functionality: words.joined(separator: " / "), line: line))
    default:
      throw InputError(
        at: node.place, key: keys.last, expected: "lists of texts under their labels",
        found: node.found)
    }
  }
}
