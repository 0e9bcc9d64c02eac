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
    let caption = captions.map { cells[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
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
